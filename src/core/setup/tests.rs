//! Facts about queries.

use super::*;
use crate::core::document::{Document, Scope};

fn read(query: &str) -> Setup {
    let (setup, faults) = Setup::from_query(query);
    assert!(faults.is_empty(), "{query}: {faults:?}");
    setup
}

fn faults(query: &str) -> Vec<String> {
    Setup::from_query(query).1.iter().map(SetupFault::to_string).collect()
}

#[test]
fn a_query_sets_what_it_names() {
    let setup = read("?embed=1&hide=plot,training&lock=text&unit=bits&preset=bird&lang=de");
    assert_eq!(
        setup,
        Setup {
            embed: true,
            hidden: vec![Part::Plot, Part::Training],
            locked: vec![Locked::Text],
            unit: Some(Unit::Bits),
            preset: Preset::named("bird"),
            language: Some(Language::German),
            ..Setup::default()
        }
    );
}

#[test]
fn every_value_of_every_setting_is_taken_and_changes_something() {
    for setting in SETTINGS {
        let (Values::One(words) | Values::Some(words)) = setting.values;
        let values = words();
        let setups: Vec<Setup> =
            values.iter().map(|value| read(&format!("{}={value}", setting.name))).collect();
        for (index, setup) in setups.iter().enumerate() {
            assert!(!setups[..index].contains(setup), "{}={}", setting.name, values[index]);
            assert_eq!(&read(&setup.to_query()), setup, "{}={}", setting.name, values[index]);
        }
    }
}

#[test]
fn a_query_is_written_as_it_is_read() {
    let query = "embed=1&preset=bird&hide=plot,training&lock=text&view=lecture&step=term&answers=asked&theme=dark&lang=de&unit=bits\
        &reduction=sum&scale=logit&total=loss&plot=terms&panel=compare";
    assert_eq!(read(query).to_query(), query);
    assert_eq!(SETTINGS.len(), query.split('&').count(), "all settings");
    assert_eq!(Setup::default().to_query(), "");
}

#[test]
fn what_others_put_into_an_address_is_passed_over() {
    for query in ["", "?", "utm_source=mail&fbclid=1", "?&&=&a=b=c", "hidden=1"] {
        assert_eq!(read(query), Setup::default(), "{query}");
    }
}

#[test]
fn a_value_that_is_none_is_named_and_the_rest_is_taken() {
    let (setup, _) = Setup::from_query("unit=inches&theme=dark&hide=plot,roof");
    assert_eq!(setup, Setup { theme: Some(Theme::Dark), ..Setup::default() });
    assert_eq!(
        faults("unit=inches&hide=plot,roof"),
        [
            "unit=inches is left out: it is one of nats, bits, log10",
            "hide=plot,roof is left out: it is a list of dataset, prediction, equation, plot, training, \
             examples",
        ]
    );
    assert_eq!(faults(&"unit=x&".repeat(1_000)).len(), SETTINGS.len());
    assert!(faults(&format!("unit={}", "x".repeat(1_000)))[0].len() < 120);
    for &language in Language::ALL {
        for fault in Setup::from_query("unit=x&hide=x").1 {
            let said = fault.say(language);
            assert!(said.contains('x') && !said.contains(['{', '}']), "{said}");
        }
    }
}

#[test]
fn values_that_a_program_has_spelled_by_their_bytes_are_read() {
    assert_eq!(read("hide=plot%2Ctraining"), read("hide=plot,training"));
    assert_eq!(read("hide=plot&amp;unit=bits").unit, Some(Unit::Bits));
}

#[test]
fn a_lock_forbids_its_edits_and_no_others() {
    let edits = |setup: &Setup| {
        let text = Edit::SetText(String::new());
        let selection = Edit::Deselect(Scope::Dataset);
        let open = Edit::Open(Document::default().into());
        [text, selection, open].map(|edit| setup.allows(&edit))
    };
    assert_eq!(edits(&read("")), [true; 3]);
    assert_eq!(edits(&read("lock=text")), [false, true, true]);
    assert_eq!(edits(&read("lock=selection,text")), [false, false, true]);
}
