//! Puts what two of the module's parts share into the one that comes first.
//!
//! The splitter writes what only those two need as a module of its own, which would be one more file to fetch. All that
//! it writes for one app has the same types, and imports at most one table, one memory and one global; so the sections
//! can stand behind each other, with the functions of the second one numbered on.

use std::collections::HashMap;
use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, RawSection,
    SectionId,
};
use wasmparser::{
    BinaryReaderError, DataSectionReader, ElementItems, ElementKind, ElementSectionReader, FunctionBody,
    FunctionSectionReader, Import, Operator, Parser, Payload, TypeRef,
};

/// Gives `part` with all of `shared` in it. What `part` called through the table of functions, it calls at once.
///
/// # Errors
/// When one of them has not the form that the splitter writes.
pub fn merge(part: &[u8], shared: &[u8]) -> Result<Vec<u8>> {
    let [part, shared] = [Read::of(part)?, Read::of(shared)?];
    if part.types != shared.types {
        bail!("the parts of the app have not the same types");
    }
    let count = u32::try_from(part.bodies.len())?;
    let slots = shared.slots()?;
    let relays = part.bodies.iter().enumerate().filter_map(|(own, body)| Some((own, slot(body).ok().flatten()?)));
    let direct = relays.filter_map(|(own, slot)| Some((u32::try_from(own).ok()?, slots.get(&slot)? + count)));
    let numbers = [Numbers { by: 0, direct: direct.collect() }, Numbers { by: count, direct: HashMap::new() }];

    let mut imports = ImportSection::new();
    let mut known = Vec::new();
    let (mut functions, mut elements) = (FunctionSection::new(), ElementSection::new());
    let (mut code, mut data) = (CodeSection::new(), DataSection::new());
    for (read, mut numbers) in [&part, &shared].into_iter().zip(numbers) {
        for import in &read.imports {
            if !known.contains(&import.name) {
                known.push(import.name);
                numbers.parse_import(&mut imports, *import).map_err(told)?;
            }
        }
        if let Some(section) = &read.functions {
            numbers.parse_function_section(&mut functions, section.clone()).map_err(told)?;
        }
        if let Some(section) = &read.elements {
            numbers.parse_element_section(&mut elements, section.clone()).map_err(told)?;
        }
        for body in &read.bodies {
            numbers.parse_function_body(&mut code, body.clone()).map_err(told)?;
        }
        if let Some(section) = &read.data {
            numbers.parse_data_section(&mut data, section.clone()).map_err(told)?;
        }
    }
    let mut merged = Module::new();
    merged.section(&RawSection { id: SectionId::Type.into(), data: part.types });
    merged.section(&imports).section(&functions).section(&elements);
    merged.section(&DataCountSection { count: data.len() }).section(&code).section(&data);
    Ok(merged.finish())
}

/// The sections of a module that the splitter wrote.
#[derive(Default)]
struct Read<'a> {
    types: &'a [u8],
    imports: Vec<Import<'a>>,
    functions: Option<FunctionSectionReader<'a>>,
    elements: Option<ElementSectionReader<'a>>,
    bodies: Vec<FunctionBody<'a>>,
    data: Option<DataSectionReader<'a>>,
}

impl<'a> Read<'a> {
    fn of(bytes: &'a [u8]) -> Result<Self> {
        let mut read = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::TypeSection(section) => {
                    let Range { start, end } = section.range();
                    read.types = bytes.get(start.try_into()?..end.try_into()?).context("the types end too soon")?;
                }
                Payload::ImportSection(section) => {
                    read.imports = section.into_imports().collect::<Result<_, BinaryReaderError>>()?;
                }
                Payload::FunctionSection(section) => read.functions = Some(section),
                Payload::ElementSection(section) => read.elements = Some(section),
                Payload::CodeSectionEntry(body) => read.bodies.push(body),
                Payload::DataSection(section) => read.data = Some(section),
                Payload::Version { .. } | Payload::CodeSectionStart { .. } | Payload::DataCountSection { .. } => {}
                Payload::CustomSection(_) | Payload::End(_) => {}
                Payload::ExportSection(section) if section.count() == 0 => {}
                other => bail!("a part of the app has a section that the build does not know: {other:?}"),
            }
        }
        let one = |kind: fn(&TypeRef) -> bool| read.imports.iter().filter(|import| kind(&import.ty)).count() <= 1;
        let plain = one(|ty| matches!(ty, TypeRef::Table(_)))
            && one(|ty| matches!(ty, TypeRef::Memory(_)))
            && one(|ty| matches!(ty, TypeRef::Global(_)));
        if !plain || read.imports.iter().any(|import| matches!(import.ty, TypeRef::Func(_))) {
            bail!("a part of the app imports what the splitter did not let it import");
        }
        Ok(read)
    }

    /// Which of its functions it puts into which slot of the table.
    fn slots(&self) -> Result<HashMap<i32, u32>> {
        let mut slots = HashMap::new();
        for element in self.elements.clone().into_iter().flatten() {
            let element = element?;
            let ElementKind::Active { offset_expr, .. } = element.kind else { continue };
            let Operator::I32Const { value: start } = offset_expr.get_operators_reader().read()? else { continue };
            let ElementItems::Functions(functions) = element.items else { continue };
            for (slot, function) in (start..).zip(functions) {
                slots.insert(slot, function?);
            }
        }
        Ok(slots)
    }
}

/// The slot of the table that a function calls with its own arguments, if that is all that it does.
fn slot(body: &FunctionBody<'_>) -> Result<Option<i32>, BinaryReaderError> {
    let mut slot = None;
    for (at, operator) in body.get_operators_reader()?.into_iter().enumerate() {
        match (operator?, slot) {
            (Operator::LocalGet { local_index }, None) if usize::try_from(local_index) == Ok(at) => {}
            (Operator::I32Const { value }, None) => slot = Some(value),
            (Operator::CallIndirect { .. } | Operator::End, Some(_)) => {}
            _ => return Ok(None),
        }
    }
    Ok(slot)
}

/// The new numbers of a module's functions.
struct Numbers {
    by: u32,
    /// Those that only passed a call on, with what is called in their place.
    direct: HashMap<u32, u32>,
}

impl Reencode for Numbers {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(self.direct.get(&function).copied().unwrap_or(function + self.by))
    }
}

fn told(error: reencode::Error<Infallible>) -> anyhow::Error {
    anyhow::anyhow!("a part of the app cannot be written anew: {error}")
}

#[cfg(test)]
mod tests {
    use walrus::{ConstExpr, ElementItems as Items, ElementKind as Kind, FunctionBuilder, RefType, ValType, ir};

    use super::*;

    /// A part as the splitter writes it: one function that calls each of these slots, and is itself in the slot `own`.
    fn part(calls: &[i32], own: i32, data: &[u8]) -> Vec<u8> {
        let mut module = walrus::Module::default();
        let (table, _) = module.add_import_table("__wasm_split", "functions", false, 9, None, RefType::FUNCREF);
        let (memory, _) = module.add_import_memory("__wasm_split", "memory", false, false, 1, None, None);
        let ty = module.types.add(&[ValType::I32], &[ValType::I32]);
        let relays: Vec<_> = calls
            .iter()
            .map(|slot| {
                let argument = module.locals.add(ValType::I32);
                let mut relay = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
                relay.func_body().local_get(argument).i32_const(*slot).call_indirect(ty, table);
                relay.finish(vec![argument], &mut module.funcs)
            })
            .collect();
        let argument = module.locals.add(ValType::I32);
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        function.func_body().local_get(argument);
        for relay in relays {
            function.func_body().call(relay);
        }
        let function = function.finish(vec![argument], &mut module.funcs);
        let at = |place| ConstExpr::Value(ir::Value::I32(place));
        module.elements.add(Kind::Active { table, offset: at(own) }, Items::Functions(vec![function]));
        let kind = walrus::DataKind::Active { memory, offset: at(own) };
        module.data.add(kind, data.to_vec());
        module.emit_wasm()
    }

    /// How often the functions in the slots of a module call another one, and the table.
    fn calls(module: &walrus::Module) -> Vec<(usize, usize)> {
        struct Calls(usize, usize);
        impl<'instr> ir::Visitor<'instr> for Calls {
            fn visit_call(&mut self, _: &ir::Call) {
                self.0 += 1;
            }
            fn visit_call_indirect(&mut self, _: &ir::CallIndirect) {
                self.1 += 1;
            }
        }
        let of = |function: &walrus::LocalFunction| {
            let mut calls = Calls(0, 0);
            ir::dfs_in_order(&mut calls, function, function.entry_block());
            (calls.0, calls.1)
        };
        module.funcs.iter_local().map(|(_, function)| of(function)).collect()
    }

    #[test]
    fn what_is_shared_is_called_at_once_and_all_else_stays() {
        let merged = merge(&part(&[5, 1], 2, b"later"), &part(&[1], 5, b"both")).unwrap();
        let mut module = walrus::Module::from_buffer(&merged).unwrap();
        assert_eq!(module.imports.iter().map(|import| &*import.name).collect::<Vec<_>>(), ["functions", "memory"]);
        let data: Vec<_> = module.data.iter().map(|data| data.value.as_slice()).collect();
        assert_eq!(data, [&b"later"[..], b"both"]);
        assert_eq!(module.elements.iter().count(), 2, "each function keeps its slot");
        walrus::passes::gc::run(&mut module);
        let mut calls = calls(&module);
        calls.sort_unstable();
        // A relay of each part to slot 1, the shared function, and the own one, which calls that and its relay.
        assert_eq!(calls, [(0, 1), (0, 1), (1, 0), (2, 0)]);
    }

    #[test]
    fn what_the_splitter_would_not_write_is_refused() {
        let mut other = walrus::Module::from_buffer(&part(&[1], 5, b"")).unwrap();
        other.types.add(&[ValType::F64], &[]);
        let ty = other.types.add(&[], &[]);
        other.add_import_func("elsewhere", "call", ty);
        assert!(merge(&part(&[1], 2, b""), &other.emit_wasm()).is_err());
        assert!(merge(b"no module", b"").is_err());
    }
}
