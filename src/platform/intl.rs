//! Numbers and dates as people of a language write them.

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// Writes a date and two numbers for nobody: the first of each takes a browser a tenth of a second on a slow phone.
pub fn prepare(lang: &str) {
    moment(lang, 0);
    number(lang, 0.0);
    percent(lang, 0.0);
}

/// A number with at most two decimals.
pub fn number(lang: &str, value: f64) -> String {
    let options = object(&[("maximumFractionDigits", 2.into())]);
    format_number(lang, &options, value)
}

/// A number with all the decimals that matter, for keys.
pub fn exact(lang: &str, value: f64) -> String {
    let options = object(&[("maximumFractionDigits", 12.into()), ("useGrouping", false.into())]);
    format_number(lang, &options, value)
}

/// A share from 0.0 to 1.0 as a percentage without decimals.
pub fn percent(lang: &str, share: f64) -> String {
    let options = object(&[("style", "percent".into()), ("maximumFractionDigits", 0.into())]);
    format_number(lang, &options, share)
}

fn format_number(lang: &str, options: &Object, value: f64) -> String {
    let format = Intl::NumberFormat::new(&locales(lang), options).format();
    text(format.call1(&JsValue::UNDEFINED, &value.into()))
}

/// The day and the time of a moment, in the device's time zone.
pub fn moment(lang: &str, milliseconds: u64) -> String {
    format_date(lang, &object(&[("dateStyle", "medium".into()), ("timeStyle", "short".into())]), milliseconds)
}

/// The same for many moments, which is quicker.
pub fn moments(lang: &str) -> impl Fn(u64) -> String {
    let options = object(&[("dateStyle", "medium".into()), ("timeStyle", "short".into())]);
    let format = Intl::DateTimeFormat::new(&locales(lang), &options).format();
    move |milliseconds| text(format.call1(&JsValue::UNDEFINED, &date(milliseconds)))
}

/// [`number`] for many, which is quicker.
pub fn numbers(lang: &str) -> impl Fn(f64) -> String {
    let format = Intl::NumberFormat::new(&locales(lang), &object(&[("maximumFractionDigits", 2.into())])).format();
    move |value| text(format.call1(&JsValue::UNDEFINED, &value.into()))
}

fn text(formatted: Result<JsValue, JsValue>) -> String {
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// The day of a moment, in the device's time zone.
pub fn day(lang: &str, milliseconds: u64) -> String {
    format_date(lang, &object(&[("dateStyle", "medium".into())]), milliseconds)
}

/// The day of a moment near now, without its year, in the device's time zone.
pub fn near_day(lang: &str, milliseconds: u64) -> String {
    format_date(lang, &object(&[("month", "short".into()), ("day", "numeric".into())]), milliseconds)
}

/// A day such as `2026-11-21`, which is the same in all time zones.
pub fn plain_day(lang: &str, day: &str) -> String {
    let options = object(&[("dateStyle", "medium".into()), ("timeZone", "UTC".into())]);
    let moment = Date::parse(day);
    // What is no day is shown as it is.
    if moment.is_nan() { day.to_owned() } else { format(lang, &options, &Date::new(&moment.into())) }
}

/// The day of a moment as a file's name can hold it, such as `2026-11-21`.
pub fn stamp(milliseconds: u64) -> String {
    let iso = date(milliseconds).to_iso_string();
    iso.slice(0, 10).into()
}

fn format_date(lang: &str, options: &Object, milliseconds: u64) -> String {
    format(lang, options, &date(milliseconds))
}

fn format(lang: &str, options: &Object, date: &Date) -> String {
    let format = Intl::DateTimeFormat::new(&locales(lang), options).format();
    text(format.call1(&JsValue::UNDEFINED, date))
}

fn date(milliseconds: u64) -> Date {
    // Dates beyond what a browser can show are no dates: they show as its last one.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53 after the limit")]
    let limited = milliseconds.min(8_640_000_000_000_000) as f64;
    Date::new(&limited.into())
}

fn locales(lang: &str) -> Array {
    Array::of1(&lang.into())
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
