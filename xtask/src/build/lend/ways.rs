//! All ways to the functions of the module's first part, and the shims to which only one leads.

use std::collections::HashMap;

use anyhow::{Result, bail};
use walrus::ir::{Call, Instr, TableGet, TableSet, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, ElementId, ElementItems, ElementKind, ExportItem, FunctionId, GlobalKind, Module};

use super::FUNCTIONS;
use super::look::{body, exported, imported, local, passes_on};

/// A place in a segment of the function table.
pub type Place = (ElementId, usize);

/// Who leads to a function.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Call(FunctionId),
    Slot(Place),
    Other,
}

/// All ways to the functions of the first part.
pub struct Ways {
    uses: HashMap<FunctionId, Vec<Use>>,
    /// What stands in which slot of the function table.
    pub slots: HashMap<i32, (Place, FunctionId)>,
}

impl Ways {
    /// Looks at the whole first part.
    ///
    /// # Errors
    /// When it hides the table of functions.
    pub fn of(module: &Module) -> Result<Self> {
        let table = module.exports.iter().find(|export| export.name == FUNCTIONS).map(|export| export.item);
        let Some(ExportItem::Table(table)) = table else {
            bail!("the first part does not export its table of functions, `{FUNCTIONS}`");
        };
        let mut ways = Self { uses: HashMap::new(), slots: HashMap::new() };
        for (id, function) in module.funcs.iter_local() {
            let mut callees = Callees(Vec::new());
            dfs_in_order(&mut callees, function, function.entry_block());
            callees.0.into_iter().for_each(|callee| ways.note(callee, Use::Call(id)));
        }
        for export in module.exports.iter() {
            if let ExportItem::Function(id) = export.item {
                ways.note(id, Use::Other);
            }
        }
        module.start.into_iter().for_each(|id| ways.note(id, Use::Other));
        for global in module.globals.iter() {
            if let GlobalKind::Local(ConstExpr::RefFunc(id)) = global.kind {
                ways.note(id, Use::Other);
            }
        }
        for element in module.elements.iter() {
            let start = match &element.kind {
                ElementKind::Active { table: own, offset: ConstExpr::Value(Value::I32(start)) } if *own == table => {
                    Some(*start)
                }
                _ => None,
            };
            ways.segment(element.id(), &element.items, start);
        }
        Ok(ways)
    }

    fn note(&mut self, function: FunctionId, by: Use) {
        self.uses.entry(function).or_default().push(by);
    }

    fn segment(&mut self, element: ElementId, items: &ElementItems, start: Option<i32>) {
        match items {
            ElementItems::Functions(functions) => {
                for (slot, (at, function)) in (start.unwrap_or_default()..).zip(functions.iter().enumerate()) {
                    let place = (element, at);
                    self.note(*function, start.map_or(Use::Other, |_| Use::Slot(place)));
                    if start.is_some() {
                        self.slots.insert(slot, (place, *function));
                    }
                }
            }
            ElementItems::Expressions(_, items) => {
                for item in items {
                    if let ConstExpr::RefFunc(function) = item {
                        self.note(*function, Use::Other);
                    }
                }
            }
        }
    }

    fn only(&self, function: FunctionId, by: Use) -> bool {
        self.uses.get(&function).is_some_and(|uses| *uses == [by])
    }

    /// The shim to which only the slot leads, and the import (module and name) to which only the shim leads.
    pub fn shim<'a>(&self, module: &'a Module, slot: i32) -> Option<((&'a str, &'a str), FunctionId)> {
        let (place, relay) = *self.slots.get(&slot)?;
        if !self.only(relay, Use::Slot(place)) {
            return None;
        }
        let behind = passes_on(local(module, relay)?).filter(|behind| local(module, *behind).is_some());
        let shim = behind.unwrap_or(relay);
        if shim != relay && !self.only(shim, Use::Call(relay)) {
            return None;
        }
        let mut import = None;
        for instr in body(local(module, shim)?) {
            let known = match instr {
                Instr::LocalGet(_) | Instr::LocalSet(_) | Instr::LocalTee(_) | Instr::Drop(_) => true,
                Instr::Const(_) | Instr::Binop(_) | Instr::Unop(_) | Instr::Load(_) | Instr::Store(_) => true,
                Instr::TableGet(TableGet { table }) | Instr::TableSet(TableSet { table }) => {
                    exported(module, ExportItem::Table(*table)).is_some()
                }
                Instr::Call(Call { func }) => match imported(module, *func) {
                    Some(found) => import.replace(found).is_none() && self.only(*func, Use::Call(shim)),
                    None => exported(module, ExportItem::Function(*func)).is_some(),
                },
                _ => false,
            };
            if !known {
                return None;
            }
        }
        Some((import?, shim))
    }
}

/// Collects the functions that a body names.
struct Callees(Vec<FunctionId>);

impl<'instr> Visitor<'instr> for Callees {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}
