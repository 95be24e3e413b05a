//! A formula as `MathML` Core.

use super::{Formula, Mark, Number, Operator, Symbol, visible};
use crate::core::{math::Unit, messages::Language};

/// An element of a formula in `MathML`: what the page builds its own elements from.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The element's name.
    pub tag: &'static str,
    /// Its attributes, with plain values.
    pub attributes: Vec<(&'static str, &'static str)>,
    /// What it is, where it can be coloured or linked.
    pub mark: Option<Mark>,
    /// What is inside.
    pub content: Content,
}

/// What is inside an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Text, without any escape.
    Text(String),
    /// Elements.
    Nodes(Vec<Node>),
}

impl Formula {
    /// The formula as `MathML` Core, in an element `math`; set as a block of its own, or in the line.
    ///
    /// ```
    /// use masklab::core::{explain::{Formula, Symbol}, messages::Language};
    /// assert_eq!(
    ///     Formula::from(Symbol::Objective).to_mathml(Language::English, false),
    ///     r#"<math><mi data-symbol="objective">J</mi></math>"#
    /// );
    /// ```
    pub fn to_mathml(&self, language: Language, block: bool) -> String {
        let mut out = String::new();
        let attributes = if block { vec![("display", "block")] } else { Vec::new() };
        write(&Node { attributes, ..Node::of("math", vec![self.to_node(language)]) }, &mut out);
        out
    }

    /// The formula in parts between which a line may break, since no browser breaks one by itself: before
    /// each plus, also of sums in parentheses. What is marked as a whole and is broken loses its mark.
    ///
    /// ```
    /// use masklab::core::{explain::{Formula, Operator}, messages::Language};
    /// let name = Formula::Name;
    /// let sum = Formula::Row(vec![name("a"), Formula::Operator(Operator::Plus), name("b")]);
    /// assert_eq!(Formula::Parentheses(Box::new(sum)).to_parts(Language::English).len(), 2);
    /// ```
    pub fn to_parts(&self, language: Language) -> Vec<Node> {
        let mut parts = vec![Vec::new()];
        self.add_to_parts(language, &mut parts);
        parts.into_iter().map(|nodes| Node::of("mrow", nodes)).collect()
    }

    fn add_to_parts(&self, language: Language, parts: &mut Vec<Vec<Node>>) {
        let put = |node: Node, parts: &mut Vec<Vec<Node>>| {
            if let Some(part) = parts.last_mut() {
                part.push(node);
            }
        };
        match self {
            Self::Operator(Operator::Plus) => parts.push(vec![self.to_node(language)]),
            Self::Row(inner) => {
                for inner in inner {
                    inner.add_to_parts(language, parts);
                }
            }
            Self::Parentheses(inner) => {
                put(fence("("), parts);
                inner.add_to_parts(language, parts);
                put(fence(")"), parts);
            }
            Self::Negation(inner) => {
                put(minus(), parts);
                inner.add_to_parts(language, parts);
            }
            Self::Marked(_, inner) if inner.has_plus() => inner.add_to_parts(language, parts),
            _ => put(self.to_node(language), parts),
        }
    }

    /// Whether there is a plus before which it can break.
    fn has_plus(&self) -> bool {
        match self {
            Self::Operator(operator) => *operator == Operator::Plus,
            Self::Row(parts) => parts.iter().any(Self::has_plus),
            Self::Parentheses(inner) | Self::Negation(inner) | Self::Marked(_, inner) => {
                inner.has_plus()
            }
            _ => false,
        }
    }

    /// The formula as elements, without the element `math` around them.
    pub fn to_node(&self, language: Language) -> Node {
        let node = |formula: &Self| formula.to_node(language);
        match self {
            Self::Number(number) => number_node(language, number),
            Self::Symbol(symbol) => symbol_node(*symbol),
            Self::Word(word) => Node::text("mtext", visible(word)),
            Self::Name(name) => Node::text("mtext", *name),
            // Also where a formula is set in parts, and one begins with it.
            Self::Operator(operator) => {
                Node { attributes: vec![("form", "infix")], ..Node::text("mo", operator.sign()) }
            }
            Self::Row(parts) => Node::of("mrow", parts.iter().map(node).collect()),
            Self::Sub(base, index) => Node::of("msub", vec![node(base), node(index)]),
            Self::Power(base, exponent) => Node::of("msup", vec![node(base), node(exponent)]),
            Self::Fraction(above, below) => Node::of("mfrac", vec![node(above), node(below)]),
            Self::Sum { over, of } => {
                let sign = Node::of("munder", vec![Node::text("mo", "∑"), node(over)]);
                Node::of("mrow", vec![sign, node(of)])
            }
            Self::Log(unit, of) => {
                // U+2061 applies the function. Not every browser sets a space there.
                let space =
                    Node { attributes: vec![("width", "0.17em")], ..Node::text("mspace", "") };
                Node::of(
                    "mrow",
                    vec![log_node(*unit), Node::text("mo", "\u{2061}"), space, node(of)],
                )
            }
            Self::Probability { of, given } => Node::of(
                "mrow",
                vec![
                    Node::text("mi", "Pr"),
                    fence("("),
                    node(of),
                    Node::text("mo", "∣"),
                    node(given),
                    fence(")"),
                ],
            ),
            Self::At(symbol, argument) => {
                Node::of("mrow", vec![symbol_node(*symbol), fence("("), node(argument), fence(")")])
            }
            Self::Size(of) => Node::of("mrow", vec![fence("|"), node(of), fence("|")]),
            Self::Set(elements) if elements.is_empty() => Node::text("mi", "∅"),
            Self::Set(elements) => {
                let mut nodes = vec![fence("{")];
                for element in elements {
                    if nodes.len() > 1 {
                        nodes.push(Node::text("mo", Operator::Comma.sign()));
                    }
                    nodes.push(node(element));
                }
                nodes.push(fence("}"));
                Node::of("mrow", nodes)
            }
            Self::Parentheses(inner) => Node::of("mrow", vec![fence("("), node(inner), fence(")")]),
            Self::Negation(inner) => Node::of("mrow", vec![minus(), node(inner)]),
            Self::Ellipsis => Node::text("mo", "⋯"),
            // A mark of its own around another stays.
            Self::Marked(mark, inner) => match node(inner) {
                node @ Node { mark: Some(_), .. } => {
                    Node { mark: Some(*mark), ..Node::of("mrow", vec![node]) }
                }
                node => Node { mark: Some(*mark), ..node },
            },
        }
    }
}

impl Node {
    fn of(tag: &'static str, nodes: Vec<Self>) -> Self {
        Self { tag, attributes: Vec::new(), mark: None, content: Content::Nodes(nodes) }
    }

    fn text(tag: &'static str, text: impl Into<String>) -> Self {
        Self { content: Content::Text(text.into()), ..Self::of(tag, Vec::new()) }
    }
}

fn minus() -> Node {
    Node { attributes: vec![("form", "prefix")], ..Node::text("mo", "−") }
}

fn fence(sign: &'static str) -> Node {
    Node { attributes: vec![("stretchy", "false")], ..Node::text("mo", sign) }
}

fn log_node(unit: Unit) -> Node {
    let log = Node::text("mi", "log");
    match unit {
        Unit::Nats => log,
        Unit::Bits => Node::of("msub", vec![log, Node::text("mn", "2")]),
        Unit::Log10 => Node::of("msub", vec![log, Node::text("mn", "10")]),
    }
}

fn symbol_node(symbol: Symbol) -> Node {
    let letter = |letter: &str| Node::text("mi", letter);
    let node = match symbol {
        Symbol::Original => letter("x"),
        Symbol::Corrupted => Node {
            attributes: vec![("accent", "true")],
            ..Node::of("mover", vec![letter("x"), fence("¯")])
        },
        Symbol::Target => Node::of("msub", vec![letter("x"), letter("i")]),
        Symbol::Selected => letter("A"),
        Symbol::Dataset => letter("D"),
        Symbol::Position => letter("i"),
        Symbol::Objective => letter("J"),
        Symbol::Loss => letter("L"),
        Symbol::Candidate => letter("k"),
        Symbol::Label => letter("y"),
        Symbol::Predicted => letter("p"),
        Symbol::Euler => letter("e"),
        Symbol::Count => letter("n"),
    };
    Node { mark: Some(Mark::Symbol(symbol)), ..node }
}

fn number_node(language: Language, number: &Number) -> Node {
    let parts = number.parts();
    let mut nodes = Vec::new();
    nodes.extend(parts.bound.map(|bound| Node::text("mo", bound)));
    nodes.extend(parts.negative.then(minus));
    nodes.push(Node::text("mn", language.number(parts.digits.to_owned())));
    if let Some(exponent) = parts.exponent {
        nodes.push(Node::text("mo", "×"));
        let ten = Node::text("mn", "10");
        nodes.push(Node::of("msup", vec![ten, Node::text("mn", exponent)]));
    }
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => {
            nodes.extend(last);
            Node::of("mrow", nodes)
        }
    }
}

fn write(node: &Node, out: &mut String) {
    out.push('<');
    out.push_str(node.tag);
    for (name, value) in &node.attributes {
        attribute(name, value, out);
    }
    match node.mark {
        Some(Mark::Term(index)) => attribute("data-term", &index.to_string(), out),
        Some(Mark::Symbol(symbol)) => attribute("data-symbol", symbol.name(), out),
        Some(Mark::Quantity(quantity)) => {
            attribute("data-quantity", quantity.kind().name(), out);
            attribute("data-value", &quantity.full(), out);
        }
        None => {}
    }
    out.push('>');
    match &node.content {
        Content::Text(text) => escape(text, out),
        Content::Nodes(nodes) => nodes.iter().for_each(|node| write(node, out)),
    }
    out.push_str("</");
    out.push_str(node.tag);
    out.push('>');
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

/// Adds text to markup as text.
pub(in crate::core::explain) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{
        explain::formula::trees::{assert_well_formed, formula},
        math::Probability,
        objective::{Place, Quantity, Term},
        text::Position,
    };

    /// All that can be read in an element.
    fn letters(node: &Node) -> String {
        match &node.content {
            Content::Text(text) => text.clone(),
            Content::Nodes(nodes) => nodes.iter().map(letters).collect(),
        }
    }

    #[test]
    fn a_hostile_word_stays_text() {
        assert_eq!(
            Formula::word("<script>\"&'\u{202e}\0").to_mathml(Language::English, false),
            "<math><mtext>&lt;script&gt;&quot;&amp;'␀</mtext></math>"
        );
    }

    #[test]
    fn a_number_carries_its_full_value() {
        let place = Place { sentence: 0, position: Position::FIRST };
        let term = Term::new(place.position, "brown".into(), Probability::nearest(0.7));
        let quantity = Quantity::log_prob(place, &term);
        let number = Formula::Number(Number::quantity(quantity, Unit::Nats));
        assert_eq!(
            number
                .marked(Mark::Quantity(quantity))
                .marked(Mark::Term(0))
                .to_mathml(Language::English, true),
            "<math display=\"block\"><mrow data-term=\"0\"><mrow data-quantity=\"log-prob\" \
             data-value=\"-0.35667494393873245\"><mo form=\"prefix\">−</mo><mn>0.3567</mn></mrow>\
             </mrow></math>"
        );
    }

    #[test]
    fn a_number_has_the_decimal_mark_of_its_language() {
        let number = Formula::Number(Number::nats(Some(0.3567), Unit::Nats));
        assert_eq!(number.to_mathml(Language::German, false), "<math><mn>0,3567</mn></math>");
    }

    proptest! {
        #[test]
        fn any_tree_is_well_formed(formula in formula()) {
            assert_well_formed(&formula.to_mathml(Language::English, true));
        }

        #[test]
        fn parts_say_the_same_as_the_whole(formula in formula()) {
            let whole = letters(&formula.to_node(Language::English));
            let parts = formula.to_parts(Language::English);
            prop_assert_eq!(parts.iter().map(letters).collect::<String>(), whole);
        }
    }
}
