//! A JSON Schema of the file, made from the shape that files are held against.

use std::fmt::Write as _;

use nojson::Json;

use super::{
    FORMAT, VERSION,
    shape::{self, Field, Kind, Shape, Tied},
};
use crate::core::{document::Model, text::MASK};

/// What stands in a pattern, in brackets, for any character that is space as the reader takes it:
/// `\s` is something else in each language.
const SPACE: &str = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";

/// The JSON Schema (draft 2020-12) of a MaskLab file of version 1. It says what one file can say
/// alone; that positions are in their sentence and probabilities sum to 1 is checked on import.
pub fn json_schema() -> String {
    let mut schema = String::new();
    object(&mut schema, &shape::FILE, 0);
    schema.push('\n');
    schema
}

/// What a field means, by its object and its name.
fn meaning(shape: &str, field: &str) -> &'static str {
    match (shape, field) {
        ("document", "format") => "What the file is.",
        ("document", "version") => "The version of this format.",
        ("document", "models") => {
            "What predicts, in the order in which it is shown. Without it there is one model, “my model”, by hand."
        }
        ("document", "dataset") => "The sentences of the dataset D.",
        ("model", "name") => "Its name, which no other model has.",
        ("model", "source") => "Where its predictions come from, as far as none is set by hand.",
        ("model", "vocabulary") => {
            "Of a uniform source: the number V of words. Without it, as many as the dataset has."
        }
        ("model", "alpha") => {
            "Of a unigram or of neighbours: α, what each word is counted more. Without it, 1."
        }
        ("model", "backoff") => {
            "Of neighbours: λ, the weight of the shorter context. Above 0; without it, 1."
        }
        ("sentence", "text") => {
            "The sentence x with the space behind it. A [MASK] in it is selected."
        }
        ("sentence", "selected") => "The positions A(x) that are to be predicted, each once.",
        ("selected", "position") => {
            "The position i, counted from 1: words, marks and [MASK]s count."
        }
        ("selected", "corruption") => "What becomes of it in x̄. Without it, a mask.",
        ("selected", "word") => "Of the corruption “random”: the word that stands there in x̄.",
        ("selected", "target") => "Of a [MASK] in the text: the word that it stands for.",
        ("selected", "predictions") => "What was set by hand, by model.",
        ("prediction", "model") => "The name of the model.",
        ("prediction", "rows") => "Its candidates, each once. Their probabilities sum to 1.",
        ("row", "word") => "The candidate; null for all other words together.",
        ("row", "probability") => "What the model gives it, Pr(·|x̄).",
        ("row", "locked") => "Whether it stays when another row moves. Without it, it does not.",
        _ => "",
    }
}

fn object(schema: &mut String, shape: &Shape, depth: usize) {
    let (outer, inner) = ("  ".repeat(depth), "  ".repeat(depth + 1));
    schema.push_str("{\n");
    // Writing to a string does not fail.
    if depth == 0 {
        let _ = writeln!(
            schema,
            "{inner}\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n\
             {inner}\"title\": \"A MaskLab document\","
        );
    }
    let required: Vec<String> = shape
        .fields
        .iter()
        .filter(|field| field.is_required)
        .map(|field| format!("{}", Json(field.name)))
        .collect();
    let _ = writeln!(
        schema,
        "{inner}\"type\": \"object\",\n{inner}\"required\": [{}],\n{inner}\"properties\": {{",
        required.join(", ")
    );
    for (index, field) in shape.fields.iter().enumerate() {
        let comma = if index + 1 < shape.fields.len() { "," } else { "" };
        let _ = write!(schema, "{inner}  {}: ", Json(field.name));
        property(schema, shape, field, depth + 2);
        let _ = writeln!(schema, "{comma}");
    }
    let _ = write!(schema, "{inner}}}");
    if let Some(Tied { field, to, being }) = &shape.tied {
        let (field, to, being) = (Json(field), Json(to), Json(being));
        let _ = write!(
            schema,
            ",\n{inner}\"if\": {{ \"required\": [{to}], \"properties\": {{ {to}: {{ \"const\": {being} }} }} }},\n\
             {inner}\"then\": {{ \"required\": [{field}] }},\n\
             {inner}\"else\": {{ \"not\": {{ \"required\": [{field}] }} }}"
        );
    }
    let _ = write!(schema, "\n{outer}}}");
}

fn property(schema: &mut String, shape: &Shape, field: &Field, depth: usize) {
    let (outer, inner) = ("  ".repeat(depth), "  ".repeat(depth + 1));
    let with_more_than_space = Json(format!("[^{SPACE}]"));
    // Writing to a string does not fail.
    let _ = write!(
        schema,
        "{{\n{inner}\"description\": {},\n{inner}",
        Json(meaning(shape.name, field.name))
    );
    let _ = match &field.kind {
        _ if field.name == "format" => write!(schema, "\"const\": {}", Json(FORMAT)),
        _ if field.name == "version" => write!(schema, "\"const\": {VERSION}"),
        Kind::Text => {
            write!(schema, "\"type\": \"string\",\n{inner}\"pattern\": {with_more_than_space}")
        }
        Kind::TextOrNull => write!(
            schema,
            "\"type\": [\"string\", \"null\"],\n{inner}\"pattern\": {with_more_than_space}"
        ),
        Kind::Unmasked => {
            let mask = MASK.replace('[', r"\[").replace(']', r"\]");
            let mask = Json(format!("^[{SPACE}]*{mask}[{SPACE}]*$"));
            write!(
                schema,
                "\"type\": \"string\",\n{inner}\"pattern\": {with_more_than_space},\n\
                 {inner}\"not\": {{ \"pattern\": {mask} }}"
            )
        }
        Kind::Name => {
            let without_space_around = Json(format!(r"^[^{SPACE}]([\s\S]*[^{SPACE}])?$"));
            write!(
                schema,
                "\"type\": \"string\",\n{inner}\"maxLength\": {},\n\
                 {inner}\"pattern\": {without_space_around}",
                Model::NAME_LIMIT
            )
        }
        Kind::Choice(words) => write!(schema, "\"enum\": {}", Json(words)),
        Kind::Flag => write!(schema, "\"type\": \"boolean\""),
        Kind::Number(least, most) => write!(
            schema,
            "\"type\": \"number\",\n{inner}\"minimum\": {least},\n{inner}\"maximum\": {most}"
        ),
        Kind::Whole(least, most) => write!(
            schema,
            "\"type\": \"integer\",\n{inner}\"minimum\": {least},\n{inner}\"maximum\": {most}"
        ),
        Kind::List(items, least, most) => {
            let _ = write!(schema, "\"type\": \"array\",\n{inner}");
            if *least > 0 {
                let _ = write!(schema, "\"minItems\": {least},\n{inner}");
            }
            if *most < usize::MAX {
                let _ = write!(schema, "\"maxItems\": {most},\n{inner}");
            }
            schema.push_str("\"items\": ");
            object(schema, items, depth + 1);
            Ok(())
        }
    };
    let _ = write!(schema, "\n{outer}}}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_explained(shape: &Shape) {
        for field in shape.fields {
            assert!(!meaning(shape.name, field.name).is_empty(), "{}.{}", shape.name, field.name);
            if let Kind::List(items, ..) = field.kind {
                assert_explained(items);
            }
        }
    }

    #[test]
    fn every_field_is_explained() {
        assert_explained(&shape::FILE);
    }
}
