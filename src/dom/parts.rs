//! What attributes can be set to, and what can be put into an element.

use super::{El, IntoView, Value, View, append, append_text, follow_on, fragment, live, set_attribute};

impl Value for &str {
    fn set(self, element: El, name: &'static str) -> El {
        set_attribute(element, name, self)
    }
}

impl Value for String {
    #[inline(never)]
    fn set(self, element: El, name: &'static str) -> El {
        set_attribute(element, name, &self)
    }
}

impl Value for bool {
    #[inline(never)]
    fn set(self, element: El, name: &'static str) -> El {
        self.then_some("").set(element, name)
    }
}

impl<T: Value> Value for Option<T> {
    fn set(self, element: El, name: &'static str) -> El {
        match self {
            Some(value) => value.set(element, name),
            None => {
                // Removing an attribute cannot fail.
                let _ = element.0.remove_attribute(name);
                element
            }
        }
    }
}

impl<F: Fn() -> T + 'static, T: Value + 'static> Value for F {
    fn set(self, element: El, name: &'static str) -> El {
        follow_on(element, Box::new(move |element| drop(self().set(El(element.clone()), name))))
    }
}

impl IntoView for View {
    fn put(self, parent: El) -> El {
        append(parent, self.0)
    }

    fn into_view(self) -> View {
        self
    }
}

impl IntoView for El {
    fn put(self, parent: El) -> El {
        append(parent, self)
    }

    fn into_view(self) -> View {
        View(self)
    }
}

impl IntoView for &str {
    fn put(self, parent: El) -> El {
        append_text(parent, self)
    }
}

impl IntoView for String {
    #[inline(never)]
    fn put(self, parent: El) -> El {
        append_text(parent, &self)
    }
}

impl IntoView for () {
    fn put(self, parent: El) -> El {
        parent
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn put(self, parent: El) -> El {
        match self {
            Some(view) => view.put(parent),
            None => parent,
        }
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn put(self, parent: El) -> El {
        self.into_iter().fold(parent, |parent, view| view.put(parent))
    }
}

/// A part that changes is built anew when what it reads changes.
impl<F: Fn() -> T + 'static, T: IntoView> IntoView for F {
    fn put(self, parent: El) -> El {
        live::region(parent, Box::new(move |place| self().put(place)))
    }
}

/// Makes one view of many.
pub trait CollectView {
    /// The views one after the other.
    fn collect_view(self) -> View;
}

impl<I: Iterator<Item = T>, T: IntoView> CollectView for I {
    fn collect_view(self) -> View {
        View(self.fold(fragment(), |all, view| view.put(all)))
    }
}

macro_rules! tuples {
    ($(($($name:ident)+))+) => {$(
        impl<$($name: IntoView),+> IntoView for ($($name,)+) {
            #[expect(non_snake_case, reason = "the names of the types name the parts too")]
            fn put(self, parent: El) -> El {
                let ($($name,)+) = self;
                $(let parent = $name.put(parent);)+
                parent
            }
        }
    )+};
}

tuples! { (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }
