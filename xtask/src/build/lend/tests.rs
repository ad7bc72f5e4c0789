//! What moves to a later part and what stays, on a module of a few functions.

use walrus::ir::{BinaryOp, Value};
use walrus::{
    ConstExpr, ElementKind, FunctionBuilder, FunctionId, FunctionKind, MemoryId, Module, RefType, TableId, ValType,
};

use super::*;

/// The first part, with relays in the slots 1, 2, ... of its table.
struct First {
    module: Module,
    references: TableId,
    memory: MemoryId,
    relays: Vec<FunctionId>,
}

impl First {
    fn new() -> Self {
        let mut module = Module::default();
        let references = module.tables.add_local(false, 0, None, RefType::EXTERNREF);
        module.exports.add("references", references);
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        Self { module, references, memory, relays: Vec::new() }
    }

    /// An import with a shim and a relay, as the tools write them. Gives the shim.
    fn import(&mut self, name: &str) -> FunctionId {
        let ty = self.module.types.add(&[ValType::Ref(RefType::EXTERNREF)], &[ValType::I32]);
        let (import, _) = self.module.add_import_func("./app_bg.js", name, ty);
        let argument = self.module.locals.add(ValType::I32);
        let result = self.module.locals.add(ValType::I32);
        let mut shim = FunctionBuilder::new(&mut self.module.types, &[ValType::I32], &[ValType::I32]);
        shim.func_body().local_get(argument).table_get(self.references).call(import).local_tee(result).drop();
        shim.func_body().i32_const(8).local_get(result).instr(walrus::ir::Store {
            memory: self.memory,
            kind: walrus::ir::StoreKind::I32 { atomic: false },
            arg: walrus::ir::MemArg { align: 4, offset: 4 },
        });
        shim.func_body().local_get(result).i32_const(0).binop(BinaryOp::I32Ne);
        let shim = shim.finish(vec![argument], &mut self.module.funcs);
        let argument = self.module.locals.add(ValType::I32);
        let mut relay = FunctionBuilder::new(&mut self.module.types, &[ValType::I32], &[ValType::I32]);
        relay.func_body().local_get(argument).call(shim);
        self.relays.push(relay.finish(vec![argument], &mut self.module.funcs));
        shim
    }

    /// A function of the first part that calls another one.
    fn caller(&mut self, callee: FunctionId) {
        let mut caller = FunctionBuilder::new(&mut self.module.types, &[], &[]);
        caller.func_body().i32_const(0).call(callee).drop();
        let caller = caller.finish(Vec::new(), &mut self.module.funcs);
        self.module.exports.add("main", caller);
    }

    fn done(mut self) -> Module {
        let slots = self.relays.len() as u64 + 1;
        let table = self.module.tables.add_local(false, slots, Some(slots), RefType::FUNCREF);
        self.module.exports.add(FUNCTIONS, table);
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(1)) };
        let element = self.module.elements.add(kind, ElementItems::Functions(self.relays));
        self.module.tables.get_mut(table).elem_segments.insert(element);
        self.module
    }
}

/// A later part: it calls each of so many slots.
fn later(slots: i32) -> Module {
    let mut module = Module::default();
    module.add_import_memory(SHARED, "memory", false, false, 1, None, None);
    let (table, _) = module.add_import_table(SHARED, FUNCTIONS, false, 1, None, RefType::FUNCREF);
    let ty = module.types.add(&[ValType::I32], &[ValType::I32]);
    for slot in 1..=slots {
        let argument = module.locals.add(ValType::I32);
        let mut call = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        call.func_body().local_get(argument).i32_const(slot).call_indirect(ty, table);
        let call = call.finish(vec![argument], &mut module.funcs);
        module.exports.add(&format!("call{slot}"), call);
    }
    module
}

/// The module as its readers see it; reading checks that it is valid.
fn read(mut module: Module) -> (Module, Vec<String>) {
    walrus::passes::gc::run(&mut module);
    let module = Module::from_buffer(&module.emit_wasm()).unwrap();
    let imports = module.imports.iter().map(|import| format!("{}.{}", import.module, import.name)).collect();
    (module, imports)
}

#[test]
fn an_import_moves_where_only_the_second_part_leads_to_it() {
    let mut first = First::new();
    first.import("late");
    let both = first.import("both");
    first.caller(both);
    let (mut first, mut later) = (first.done(), later(2));
    let moved = lend(&mut first, std::slice::from_mut(&mut later), |_| true).unwrap();
    assert_eq!(moved.into_iter().collect::<Vec<_>>(), ["late"]);
    assert_eq!(read(first).1, ["./app_bg.js.both"]);
    let (later, mut imports) = read(later);
    imports.sort();
    let shared = ["__indirect_function_table", "memory", "references"].map(|name| format!("{SHARED}.{name}"));
    assert_eq!(imports, [&shared[..], &["browser.late".to_owned()]].concat());
    // The other one is still called through the table.
    assert_eq!(calls(&later).into_iter().map(|(_, slot)| slot).collect::<Vec<_>>(), [2]);
}

#[test]
fn the_slot_of_what_moved_leads_nowhere() {
    let mut first = First::new();
    first.import("late");
    let mut first = first.done();
    lend(&mut first, &mut [later(1)], |_| true).unwrap();
    let (first, imports) = read(first);
    assert!(imports.is_empty());
    let (_, nothing) = Ways::of(&first).unwrap().slots[&1];
    let body: Vec<_> = body(look::local(&first, nothing).unwrap()).collect();
    assert!(matches!(body.as_slice(), [Instr::Unreachable(_)]), "{body:?}");
}

#[test]
fn unknown_shapes_stay_and_a_build_where_all_are_unknown_stops() {
    let mut first = First::new();
    let odd = first.import("odd");
    first.import("late");
    let FunctionKind::Local(shim) = &mut first.module.funcs.get_mut(odd).kind else { panic!("no function") };
    shim.builder_mut().func_body().unop(walrus::ir::UnaryOp::I32Eqz).block(ValType::I32, |block| {
        block.i32_const(1);
    });
    shim.builder_mut().func_body().drop();
    let (mut first, mut later) = (first.done(), later(2));
    let refused = lend(&mut first, std::slice::from_mut(&mut later), |name| name != "late").unwrap_err().to_string();
    assert!(refused.contains("xtask/src/build/lend"), "{refused}");
    let moved = lend(&mut first, std::slice::from_mut(&mut later), |_| true).unwrap();
    assert_eq!(moved.into_iter().collect::<Vec<_>>(), ["late"]);
    assert_eq!(read(first).1, ["./app_bg.js.odd"]);
}
