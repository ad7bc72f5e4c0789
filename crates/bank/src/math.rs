//! Formulas: LaTeX in, MathML Core out as a tree of the elements that the app knows.

use engine::rich::{MATH_TAGS, Math};
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

/// Reads a formula.
///
/// # Errors
/// A sentence for the author.
pub fn read(latex: &str, alone: bool) -> Result<Math, String> {
    let wrong = |what: String| format!("the formula {latex:?} cannot be read: {what}");
    let converter = LatexToMathML::new(MathCoreConfig::default()).map_err(|_| wrong("no converter".into()))?;
    let display = if alone { MathDisplay::Block } else { MathDisplay::Inline };
    let xml = converter.convert_with_local_counter(latex, display).map_err(|error| wrong(error.to_string()))?;
    // Entities of HTML are none of XML.
    let xml = xml.replace("&nbsp;", "\u{a0}");
    let tree = roxmltree::Document::parse(&xml).map_err(|error| wrong(error.to_string()))?;
    element(tree.root_element()).map_err(wrong)
}

fn element(node: roxmltree::Node<'_, '_>) -> Result<Math, String> {
    let tag = node.tag_name().name();
    // What dresses a formula only is left out, what is in it stays.
    let tag = if ["mstyle", "semantics", "mphantom"].contains(&tag) { "mrow" } else { tag };
    if !MATH_TAGS.contains(&tag) {
        return Err(format!("it needs the element {tag:?}, which is not supported here; write it more simply"));
    }
    let inner = node.children().filter(|child| child.is_element() && child.tag_name().name() != "annotation");
    let inner: Vec<Math> = inner.map(element).collect::<Result<_, _>>()?;
    let text = if inner.is_empty() { node.text().unwrap_or_default().to_owned() } else { String::new() };
    Ok(Math { tag: tag.to_owned(), text, inner })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(math: &Math) -> String {
        let inner: String = math.inner.iter().map(shown).collect();
        format!("<{0}>{1}{inner}</{0}>", math.tag, math.text)
    }

    #[test]
    fn formulas_become_elements() {
        let read = |latex| shown(&read(latex, false).unwrap());
        assert_eq!(read("x^2"), "<math><msup><mi>x</mi><mn>2</mn></msup></math>");
        assert_eq!(read(r"\frac{n}{2}"), "<math><mfrac><mi>n</mi><mn>2</mn></mfrac></math>");
        assert!(read(r"O(n \log n)").contains("<mo>log</mo>"));
        assert!(read(r"\sum_{i=1}^{n} i").contains("∑"));
    }

    #[test]
    fn what_is_no_formula_is_said() {
        assert!(read(r"\frac{", false).unwrap_err().contains("cannot be read"));
    }
}
