//! Copies shims into one of the module's later parts, with all that it must share for them.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use walrus::ir::{Call, Instr, InstrLocId, LocalGet, LocalSet, LocalTee, TableGet, TableSet};
use walrus::{ExportItem, FunctionId, FunctionKind, LocalId, Module, TableId};

use super::look::{body, exported, imported, local, types};
use super::{BROWSER, SHARED};

/// What a later part's functions already share with the first part, beside what they shared before.
#[derive(Default)]
pub struct Links {
    functions: HashMap<FunctionId, FunctionId>,
    tables: HashMap<TableId, TableId>,
}

impl Links {
    /// Writes what `shim` of the first part does in the place of what `function` of the later one did.
    ///
    /// # Errors
    /// When one of them is not what [`super::ways`] found it to be.
    pub fn copy(&mut self, first: &Module, shim: FunctionId, later: &mut Module, function: FunctionId) -> Result<()> {
        let from = local(first, shim).context("a shim is no function of the module")?;
        let to = local(later, function).context("a call is no function of the module")?;
        let mut locals: HashMap<LocalId, LocalId> = from.args.iter().copied().zip(to.args.iter().copied()).collect();
        let memory = later.get_memory_id().context("a later part has not one memory")?;
        let mut body: Vec<_> = body(from).cloned().collect();
        for instr in &mut body {
            match instr {
                Instr::LocalGet(LocalGet { local })
                | Instr::LocalSet(LocalSet { local })
                | Instr::LocalTee(LocalTee { local }) => {
                    let own = first.locals.get(*local).ty();
                    *local = *locals.entry(*local).or_insert_with(|| later.locals.add(own));
                }
                Instr::Load(load) => load.memory = memory,
                Instr::Store(store) => store.memory = memory,
                Instr::TableGet(TableGet { table }) | Instr::TableSet(TableSet { table }) => {
                    *table = self.table(first, *table, later)?;
                }
                Instr::Call(Call { func }) => *func = self.function(first, *func, later)?,
                _ => {}
            }
        }
        let FunctionKind::Local(to) = &mut later.funcs.get_mut(function).kind else { bail!("a call is an import") };
        let mut block = to.builder_mut().func_body();
        *block.instrs_mut() = body.into_iter().map(|instr| (instr, InstrLocId::default())).collect();
        Ok(())
    }

    fn function(&mut self, first: &Module, function: FunctionId, later: &mut Module) -> Result<FunctionId> {
        if let Some(known) = self.functions.get(&function) {
            return Ok(*known);
        }
        let (module, name) = match imported(first, function) {
            Some((_, name)) => (BROWSER, name),
            None => (SHARED, exported(first, ExportItem::Function(function)).context("a shim calls what is hidden")?),
        };
        let (parameters, results) = types(first, function);
        let ty = later.types.add(&parameters, &results);
        let (own, _) = later.add_import_func(module, name, ty);
        self.functions.insert(function, own);
        Ok(own)
    }

    fn table(&mut self, first: &Module, table: TableId, later: &mut Module) -> Result<TableId> {
        if let Some(known) = self.tables.get(&table) {
            return Ok(*known);
        }
        let name = exported(first, ExportItem::Table(table)).context("a shim reads a table that is hidden")?;
        let kind = first.tables.get(table);
        let (own, _) = later.add_import_table(SHARED, name, kind.table64, kind.initial, kind.maximum, kind.element_ty);
        self.tables.insert(table, own);
        Ok(own)
    }
}
