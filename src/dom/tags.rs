//! The names of elements and events that the pages use.

use super::El;

macro_rules! html {
    ($($tag:ident)+) => {$(
        #[doc = concat!("`<", stringify!($tag), ">`")]
        pub fn $tag() -> El {
            El::html(stringify!($tag))
        }
    )+};
}

html! {
    a article br button code dd details div dl dt em fieldset figcaption figure footer h1 h2 h3 header
    iframe img input kbd label legend li main nav ol option p pre section select span strong summary table tbody td textarea th thead tr ul
}

/// Elements of SVG.
pub mod svg {
    use crate::dom::El;

    macro_rules! svg {
        ($($tag:ident)+) => {$(
            #[doc = concat!("`<", stringify!($tag), ">` of SVG")]
            pub fn $tag() -> El {
                El::svg(stringify!($tag))
            }
        )+};
    }

    svg! { circle g line path polyline rect svg text }
}

/// Events with the types that their listeners get.
pub mod ev {
    use crate::dom::Ev;
    use std::marker::PhantomData;

    macro_rules! events {
        ($($name:ident = $event:literal -> $type:ident,)+) => {$(
            #[doc = concat!("`", $event, "`")]
            pub const $name: Ev<web_sys::$type> = Ev($event, PhantomData);
        )+};
    }

    events! {
        CHANGE = "change" -> Event,
        CLICK = "click" -> Event,
        HASHCHANGE = "hashchange" -> Event,
        INPUT = "input" -> Event,
        KEYDOWN = "keydown" -> KeyboardEvent,
        PAGESHOW = "pageshow" -> PageTransitionEvent,
        POINTERCANCEL = "pointercancel" -> PointerEvent,
        POINTERDOWN = "pointerdown" -> PointerEvent,
        POINTERMOVE = "pointermove" -> PointerEvent,
        POINTERUP = "pointerup" -> PointerEvent,
        STORAGE = "storage" -> StorageEvent,
        VISIBILITYCHANGE = "visibilitychange" -> Event,
    }
}
