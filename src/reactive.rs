//! Leptos' signals without a copy of their code for each type of value: a number that says "changed",
//! and the value beside it.

use leptos::prelude::*;
use std::{any::Any, cell::RefCell, marker::PhantomData, rc::Rc};

/// Where the values stand: one type for all.
type Place = StoredValue<Rc<RefCell<dyn Any>>, LocalStorage>;

/// A value that views follow. Copies lead to the same value.
pub struct Var<T> {
    changes: RwSignal<u32>,
    place: Place,
    value: PhantomData<fn() -> T>,
}

/// A value that is derived from others and changes only when its own value does.
pub struct Slice<T> {
    changes: Memo<u32>,
    place: Place,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for Var<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Var<T> {}

impl<T> Clone for Slice<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Slice<T> {}

impl<T: 'static> Var<T> {
    /// A value to begin with.
    pub fn new(value: T) -> Self {
        let changes = new_changes();
        Self { changes, place: new_place(Rc::new(RefCell::new(value))), value: PhantomData }
    }

    /// Looks at the value and follows it; none once the part of the page that made it is gone.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        follow_var(self.changes);
        self.look(look)
    }

    /// Looks at the value without following it.
    pub fn look<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        let (mut look, mut seen) = (Some(look), None);
        read(self.place, &mut |value| seen = value.downcast_ref().zip(look.take()).map(|(value, look)| look(value)));
        seen
    }

    /// Changes the value and tells whoever follows it.
    pub fn update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let (mut change, mut result) = (Some(change), None);
        write(self.place, &mut |value| {
            result = value.downcast_mut().zip(change.take()).map(|(value, change)| change(value));
        });
        tell(self.changes);
        result
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        self.update(|old| *old = value);
    }
}

impl<T: Clone + Default + 'static> Var<T> {
    /// The value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone).unwrap_or_default()
    }

    /// The value, which is not followed.
    pub fn peek(self) -> T {
        self.look(T::clone).unwrap_or_default()
    }
}

impl<T: 'static> Var<T> {
    /// Derives a value from this one, which changes only when its own value does.
    pub fn slice<U: PartialEq + 'static>(self, derive: impl Fn(&T) -> U + Send + Sync + 'static) -> Slice<U> {
        let place = new_place(Rc::new(RefCell::new(None::<U>)));
        let refresh = move |source: &dyn Any, value: &mut dyn Any| {
            let (Some(source), Some(value)) = (source.downcast_ref(), value.downcast_mut()) else { return false };
            let fresh = Some(derive(source));
            let changed = *value != fresh;
            *value = fresh;
            changed
        };
        let changes = new_memo(self.changes, self.place, place, Box::new(refresh));
        Slice { changes, place, value: PhantomData }
    }
}

impl<T: PartialEq + 'static> Slice<T> {
    /// Looks at the value and follows it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        follow_memo(self.changes);
        let (mut look, mut seen) = (Some(look), None);
        read(self.place, &mut |value| {
            let value = value.downcast_ref::<Option<T>>().and_then(Option::as_ref);
            seen = value.zip(look.take()).map(|(value, look)| look(value));
        });
        seen
    }
}

impl<T: PartialEq + Clone + Default + 'static> Slice<T> {
    /// The value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone).unwrap_or_default()
    }

    /// The value, which is not followed.
    pub fn peek(self) -> T {
        untrack(|| self.get())
    }
}

// What follows is not generic, and so there once for all types of values.

#[inline(never)]
fn new_changes() -> RwSignal<u32> {
    RwSignal::new(0)
}

#[inline(never)]
fn new_place(value: Rc<RefCell<dyn Any>>) -> Place {
    StoredValue::new_local(value)
}

/// Brings the value up to date with its source, and tells whether it changed.
type Refresh = Box<dyn Fn(&dyn Any, &mut dyn Any) -> bool + Send + Sync>;

#[inline(never)]
fn new_memo(changes: RwSignal<u32>, source: Place, place: Place, refresh: Refresh) -> Memo<u32> {
    Memo::new(move |before: Option<&u32>| {
        follow_var(changes);
        let mut changed = false;
        read(source, &mut |source| write(place, &mut |value| changed = refresh(source, value)));
        let before = before.copied().unwrap_or_default();
        if changed { before.wrapping_add(1) } else { before }
    })
}

/// Looks at a value; not while it is being changed, which no view does.
#[inline(never)]
fn read(place: Place, look: &mut dyn FnMut(&dyn Any)) {
    if let Some(cell) = place.try_get_value()
        && let Ok(value) = cell.try_borrow()
    {
        look(&*value);
    }
}

/// Changes a value; not while it is being looked at, which no change does.
#[inline(never)]
fn write(place: Place, change: &mut dyn FnMut(&mut dyn Any)) {
    if let Some(cell) = place.try_get_value()
        && let Ok(mut value) = cell.try_borrow_mut()
    {
        change(&mut *value);
    }
}

#[inline(never)]
fn follow_var(changes: RwSignal<u32>) {
    changes.try_with(|_| ());
}

#[inline(never)]
fn follow_memo(changes: Memo<u32>) {
    changes.try_with(|_| ());
}

#[inline(never)]
fn tell(changes: RwSignal<u32>) {
    // Gone with the part of the page that made it: then nobody follows it.
    changes.try_update(|count| *count = count.wrapping_add(1));
}
