//! When something runs: before the next paint, when the browser is idle, after a while.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

/// Runs something after the page has been brought up to date and before it is painted.
pub fn soon(run: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let run = Closure::once_into_js(run);
        // Refused only by a page that is being closed.
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}

/// Lets the browser do what waits, such as painting and answering the person, before what comes next.
pub async fn pause() {
    let wait = |resolve: Function, _| {
        // Refused only by a page that is being closed, and then nothing comes next.
        let _ = window().map(|window| window.set_timeout_with_callback(&resolve));
    };
    // Nobody refuses it.
    let _ = JsFuture::from(Promise::new(&mut { wait })).await;
}

/// Runs something when the browser has nothing else to do; never where it does not tell when that is.
pub fn when_idle(run: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let run = Closure::once_into_js(run);
        // Safari does not know it.
        let _ = window.request_idle_callback(run.unchecked_ref());
    }
}

/// Waits until this is done, and so many milliseconds at most; then it goes on by itself.
pub async fn wait_for(most: i32, work: impl Future<Output = ()> + 'static) {
    let mut work = Some(work);
    let wait = |done: Function, _| {
        let _ = window().map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, most));
        if let Some(work) = work.take() {
            spawn_local(async move {
                work.await;
                let _ = done.call0(&JsValue::NULL);
            });
        }
    };
    let _ = JsFuture::from(Promise::new(&mut { wait })).await;
}

/// Something that runs every second until this is dropped.
pub struct Interval {
    id: i32,
    _run: Closure<dyn FnMut()>,
}

/// Runs something every second.
pub fn every_second(run: impl FnMut() + 'static) -> Option<Interval> {
    let run: Closure<dyn FnMut()> = Closure::new(run);
    let callback = run.as_ref().unchecked_ref();
    let id = window()?.set_interval_with_callback_and_timeout_and_arguments_0(callback, 1000).ok()?;
    Some(Interval { id, _run: run })
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// Runs something once, so many milliseconds from now.
pub fn after(milliseconds: i32, run: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let run = Closure::once_into_js(run);
        // Refused only by a page that is being closed.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), milliseconds);
    }
}
