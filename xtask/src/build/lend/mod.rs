//! Gives the module's later parts those functions of the browser that the first does not call.
//!
//! Parting leaves every import in the first part, and wasm-bindgen puts a shim around it that takes values from
//! its table. So the other parts get there through a slot of the function table, a relay that only passes on its
//! arguments, and the shim. Where no other way leads to an import, each of them that calls it gets a copy of the shim
//! and imports the function itself; the first part, which everybody waits for, goes without.

mod links;
mod look;
#[cfg(test)]
mod tests;
mod ways;

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use walrus::ir::{Instr, Unreachable, Value};
use walrus::{ElementItems, FunctionBuilder, FunctionId, ImportKind, LocalFunction, Module};

use super::parts::{LOADER, SHARED};
use links::Links;
use look::{body, in_order, local, passes_on, types};
use ways::{Place, Ways};

/// The module from which the later parts import the browser's functions.
pub const BROWSER: &str = "browser";
/// The table of functions, by which the parts call each other.
const FUNCTIONS: &str = "__indirect_function_table";

/// Moves what can be moved, of the imports that `may` move, and tells their names.
///
/// What has another shape than those known here stays where it is.
///
/// # Errors
/// When nothing has the known shape: then the tools write something else than they did.
pub fn lend(first: &mut Module, later: &mut [Module], may: impl Fn(&str) -> bool) -> Result<BTreeSet<String>> {
    let ways = Ways::of(first)?;
    let (mut names, mut freed) = (BTreeSet::new(), Vec::new());
    for part in later {
        let mut links = Links::default();
        for (function, slot) in calls(part) {
            let Some((import, shim)) = ways.shim(first, slot) else { continue };
            let (module, name) = import;
            if module == LOADER || !may(name) || types(first, shim) != types(part, function) {
                continue;
            }
            links.copy(first, shim, part, function)?;
            names.insert(name.to_owned());
            freed.extend(ways.slots.get(&slot).map(|(place, _)| *place));
        }
    }
    if names.is_empty() {
        bail!(
            "no function of the browser could be moved to a later part: wasm-bindgen or wasm_split_cli_support \
             writes another form than xtask/src/build/lend knows"
        );
    }
    close(first, &freed);
    shorten(first);
    Ok(names)
}

/// The functions of a later part that only call a slot of the function table, each with the slot.
fn calls(later: &Module) -> Vec<(FunctionId, i32)> {
    let table = later.imports.find(SHARED, FUNCTIONS).map(|import| &later.imports.get(import).kind);
    let Some(ImportKind::Table(table)) = table else { return Vec::new() };
    let slot = |function: &LocalFunction| {
        let body: Vec<_> = body(function).collect();
        let [arguments @ .., Instr::Const(slot), Instr::CallIndirect(call)] = body.as_slice() else { return None };
        let Value::I32(slot) = slot.value else { return None };
        let same = later.types.params_results(call.ty) == later.types.params_results(function.ty());
        (call.table == *table && same && in_order(function, arguments)).then_some(slot)
    };
    later.funcs.iter_local().filter_map(|(id, function)| Some((id, slot(function)?))).collect()
}

/// Lets the slots that nobody calls any more end the app at once, should somebody call them all the same: a pointer to
/// an import would be no way that [`Ways`] sees, but wasm-bindgen's macros only ever call imports.
fn close(first: &mut Module, places: &[Place]) {
    let mut builder = FunctionBuilder::new(&mut first.types, &[], &[]);
    builder.func_body().instr(Unreachable {});
    let nothing = builder.finish(Vec::new(), &mut first.funcs);
    for (element, at) in places {
        if let ElementItems::Functions(functions) = &mut first.elements.get_mut(*element).items
            && let Some(function) = functions.get_mut(*at)
        {
            *function = nothing;
        }
    }
}

/// Puts into each slot what a relay there would call: call and called have the same type, so nobody sees a difference.
fn shorten(first: &mut Module) {
    let behind = |module: &Module, relay| {
        let behind = passes_on(local(module, relay)?)?;
        (types(module, behind) == types(module, relay)).then_some(behind)
    };
    let ids: Vec<_> = first.elements.iter().map(walrus::Element::id).collect();
    for id in ids {
        let ElementItems::Functions(mut functions) = first.elements.get(id).items.clone() else { continue };
        for function in &mut functions {
            *function = behind(first, *function).unwrap_or(*function);
        }
        first.elements.get_mut(id).items = ElementItems::Functions(functions);
    }
}
