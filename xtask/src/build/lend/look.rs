//! What can be told of a function by looking at it.

use walrus::ir::Instr;
use walrus::{ExportItem, FunctionId, FunctionKind, LocalFunction, LocalId, Module, ValType};

/// The function that this one calls with its own arguments, if that is all that it does.
pub fn passes_on(function: &LocalFunction) -> Option<FunctionId> {
    let body: Vec<_> = body(function).collect();
    let [arguments @ .., Instr::Call(call)] = body.as_slice() else { return None };
    in_order(function, arguments).then_some(call.func)
}

/// Whether these instructions only give a function's own arguments, in their order.
pub fn in_order(function: &LocalFunction, instrs: &[&Instr]) -> bool {
    let same = |(instr, local): (&&Instr, &LocalId)| matches!(instr, Instr::LocalGet(get) if get.local == *local);
    instrs.len() == function.args.len() && instrs.iter().zip(&function.args).all(same)
}

/// The instructions of a function; what stands in blocks is not among them, but the blocks are.
pub fn body(function: &LocalFunction) -> impl Iterator<Item = &Instr> {
    function.block(function.entry_block()).instrs.iter().map(|(instr, _)| instr)
}

/// The function, if it is one of the module's own.
pub fn local(module: &Module, function: FunctionId) -> Option<&LocalFunction> {
    match &module.funcs.get(function).kind {
        FunctionKind::Local(local) => Some(local),
        _ => None,
    }
}

/// Module and name of an imported function.
pub fn imported(module: &Module, function: FunctionId) -> Option<(&str, &str)> {
    let import = module.imports.get_imported_func(function)?;
    Some((&import.module, &import.name))
}

/// The name under which the module exports a function or a table.
pub fn exported(module: &Module, item: ExportItem) -> Option<&str> {
    let same = |other: &ExportItem| match (item, other) {
        (ExportItem::Function(one), ExportItem::Function(other)) => one == *other,
        (ExportItem::Table(one), ExportItem::Table(other)) => one == *other,
        _ => false,
    };
    module.exports.iter().find(|export| same(&export.item)).map(|export| export.name.as_str())
}

/// What a function takes and gives.
pub fn types(module: &Module, function: FunctionId) -> (Vec<ValType>, Vec<ValType>) {
    let (parameters, results) = module.types.params_results(module.funcs.get(function).ty());
    (parameters.to_vec(), results.to_vec())
}
