//! What survives the sudden end of the browser: texts in `IndexedDB`, with strict durability.
//!
//! Local storage can lose its last seconds then.

use crate::platform::page;
use engine::sorted::Map;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbTransaction};

/// The name of the database, which `main.js` looks for too; that of a package has its name behind it.
const NAME: &str = "plumb";
const STORE: &str = "attempts";

/// The browser's own error says nothing that a person could act on.
pub struct Failed;

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Texts by key.
#[derive(Clone)]
pub struct Journal(IdbDatabase);

impl Journal {
    /// Opens it; makes it at the first time. Takes as long as the browser does, which may never answer.
    ///
    /// # Errors
    /// [`Failed`] where the browser has none or denies it.
    pub async fn open() -> Result<Self, Failed> {
        let name = page::root("data-name").map_or_else(|| NAME.to_owned(), |name| format!("{NAME}.{name}"));
        let request = factory()?.open_with_u32(&name, 1)?;
        let make = {
            let request = request.clone();
            // Where this fails, the opening fails too, and says so.
            Closure::once_into_js(move || drop(database(&request).map(|database| database.create_object_store(STORE))))
        };
        listen(&request, "upgradeneeded", make.unchecked_ref());
        let opened = Promise::new(&mut |done, failed| {
            listen(&request, "success", &done);
            listen(&request, "error", &failed);
            listen(&request, "blocked", &failed);
        });
        JsFuture::from(opened).await?;
        let database = database(&request)?;
        // Whoever deletes the database must not wait for this tab.
        let close = Closure::<dyn Fn()>::new({
            let database = database.clone();
            move || database.close()
        });
        listen(&database, "versionchange", close.into_js_value().unchecked_ref());
        Ok(Self(database))
    }

    /// Everything in it: keys and texts.
    ///
    /// # Errors
    /// [`Failed`] where it cannot be read.
    pub async fn all(&self) -> Result<Vec<(String, String)>, Failed> {
        let transaction = self.transaction("readonly")?;
        let store = transaction.object_store(STORE)?;
        let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
        finished(&transaction).await?;
        let list = |value: JsValue| value.unchecked_into::<Array>();
        let (keys, texts) = (list(keys.result()?), list(texts.result()?));
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs.filter_map(|(key, text)| key.as_string().zip(text.as_string())).collect())
    }

    /// Keeps texts by key. When this is done, they are on the disk.
    ///
    /// # Errors
    /// [`Failed`] where one could not be kept; what was there before still is.
    pub async fn put(&self, texts: &Map<String>) -> Result<(), Failed> {
        let put =
            |store: &IdbObjectStore, key: &str, text: &str| store.put_with_key(&text.into(), &key.into()).map(drop);
        self.change(|store| texts.iter().try_for_each(|(key, text)| put(store, key, text))).await
    }

    /// Drops texts.
    ///
    /// # Errors
    /// [`Failed`] where they are still there.
    pub async fn remove(&self, keys: &[String]) -> Result<(), Failed> {
        self.change(|store| keys.iter().try_for_each(|key| store.delete(&key.as_str().into()).map(drop))).await
    }

    /// Drops everything.
    ///
    /// # Errors
    /// [`Failed`] where it is still there.
    pub async fn clear(&self) -> Result<(), Failed> {
        self.change(|store| store.clear().map(drop)).await
    }

    async fn change(&self, work: impl Fn(&IdbObjectStore) -> Result<(), JsValue>) -> Result<(), Failed> {
        let transaction = self.transaction("readwrite")?;
        work(&transaction.object_store(STORE)?)?;
        finished(&transaction).await
    }

    /// web-sys knows no durability yet, so the browser's own function is called.
    fn transaction(&self, mode: &str) -> Result<IdbTransaction, Failed> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.unchecked_into();
        Ok(begin.call3(&self.0, &STORE.into(), &mode.into(), &options)?.unchecked_into())
    }
}

fn factory() -> Result<IdbFactory, Failed> {
    web_sys::window().ok_or(Failed)?.indexed_db()?.ok_or(Failed)
}

fn database(request: &IdbOpenDbRequest) -> Result<IdbDatabase, Failed> {
    // A request that made nothing throws above.
    Ok(request.result()?.unchecked_into())
}

/// Ends the transaction and waits until it is complete, which is when the disk has it.
async fn finished(transaction: &IdbTransaction) -> Result<(), Failed> {
    let complete = Promise::new(&mut |done, failed| {
        listen(transaction, "complete", &done);
        listen(transaction, "abort", &failed);
        listen(transaction, "error", &failed);
    });
    // Without this the page itself has to end it, later, and WebKit may suspend the page before: then no other page
    // gets to the journal. Where it cannot be done, it has ended already.
    #[expect(deprecated, reason = "only the old description that web-sys was made from says so; it is in the standard")]
    let _ = transaction.commit();
    JsFuture::from(complete).await.map(drop).map_err(Failed::from)
}

/// Adds a listener. What cannot be listened to is no target of events, and then nothing ever comes of it.
fn listen(to: &EventTarget, event: &str, call: &Function) {
    let _ = to.add_event_listener_with_callback(event, call);
}
