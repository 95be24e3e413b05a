//! The terms as bars that hang down from 0, with the inner sums behind them and J at their end.

use super::{
    Frame, Ink, Plot, Table,
    axes::{BEYOND, HEADING, Upright, heading, round_end},
    badges::RADIUS,
    canvas::{self, Canvas, Drawn, LINE, PX, SMALL, TEXT, THIN, Units, recorded, size, width},
};
use crate::core::{
    math::notation::NATS_DECIMALS,
    messages::fill,
    objective::{Numbered, Report},
};

/// The room above 0 for the numbers of the terms.
const NUMBERS: Units = 22 * PX;
/// Below the plot: the names of the sentences.
const NAMES: Units = 18 * PX;
/// Below the longest bar: its value.
const VALUE: Units = 15 * PX;
/// At the sides of the picture.
const MARGIN: Units = 6 * PX;
/// The least width and height of a plot that says anything.
const LEAST: (Units, Units) = (40 * PX, 30 * PX);
/// The widest slot of a term.
const WIDEST: Units = 64 * PX;
/// The space around the bars of a sentence and the width of J's bar, in slots of a term.
const AROUND: f64 = 0.5;
const OUTER: f64 = 1.5;
/// The width that the bar of J has at least, if that is no more than a share of the plot: that of a
/// number with few decimals.
const LEAST_OUTER: Units = 50 * PX;
const SHARE_OF_OUTER: Units = 4;
/// How many times the longest inner sum the bar of J may be before it is drawn broken.
const MOST_OUTER: f64 = 3.0;
/// The decimals of numbers that have little room.
const FEW_DECIMALS: usize = 2;

/// What is to be drawn of the terms of one sentence.
struct Group<'a> {
    sentence: usize,
    terms: &'a [Numbered<'a>],
    /// The index of its first term.
    first: usize,
    /// Its inner sum, in nats.
    sum: f64,
}

/// Where the bars stand.
struct Layout<'a> {
    groups: Vec<Group<'a>>,
    axis: Upright,
    left: Units,
    right: Units,
    top: Units,
    bottom: Units,
    /// The width of a term's slot, which may be less than a unit.
    slot: f64,
    /// The width of J's bar.
    outer: Units,
    /// The value at the end of the axis, and J, in this unit.
    lowest: f64,
    objective: f64,
}

/// Draws terms as bars of log p, by sentence: behind the bars of a sentence that of its inner sum, and
/// to the right J, the sum of the inner sums of all sentences of the report. The terms come in reading
/// order, whole sentences, and may be a part of the report's. A bar of −∞ is drawn broken beyond the
/// others, as is J where it is much longer than what is in sight.
pub fn term_bars(terms: &[Numbered<'_>], report: &Report, frame: Frame) -> Plot {
    let mut scene = canvas::scene(frame);
    if let Some(layout) = layout(terms, report, frame) {
        scene.still = recorded(frame, &|canvas| layout.draw_axis(frame, canvas));
        scene.marks = recorded(frame, &|canvas| layout.draw_bars(frame, canvas));
    }
    Plot { scene, summary: summary(terms, report, frame) }
}

fn groups<'a>(terms: &'a [Numbered<'a>], report: &Report) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    let mut first = 0;
    for terms in terms.chunk_by(|one, next| one.place.sentence == next.place.sentence) {
        let sentence = terms.first().map_or(0, |term| term.place.sentence);
        let of_report = report.sentences().get(sentence);
        let sum = of_report.map_or(0.0, |sentence| sentence.objective().nats());
        groups.push(Group { sentence, terms, first, sum });
        first += terms.len();
    }
    groups
}

fn layout<'a>(terms: &'a [Numbered<'a>], report: &Report, frame: Frame) -> Option<Layout<'a>> {
    let groups = groups(terms, report);
    let objective = frame.unit.convert(report.objective().nats());
    let values = terms.iter().map(|term| term.term.log_prob.nats());
    let values = values.chain(groups.iter().map(|group| group.sum));
    let values = values.map(|nats| -frame.unit.convert(nats)).filter(|size| size.is_finite());
    let longest = values.fold(0.0, f64::max);
    let mut lowest = round_end(if longest > 0.0 { longest } else { 1.0 });
    if -objective <= lowest.max(MOST_OUTER * longest) {
        lowest = lowest.max(round_end(-objective));
    }
    let is_broken = -objective > lowest || groups.iter().any(|group| group.sum.is_infinite());
    let (full_width, full_height) = size(frame);
    let (top, bottom) = (HEADING + NUMBERS, full_height - NAMES - VALUE);
    let end = if is_broken { bottom - BEYOND } else { bottom };
    if end - top < LEAST.1 {
        return None;
    }
    let mut axis = Upright::new(frame, -lowest..0.0, end, top);
    if groups.iter().any(|group| group.sum.is_infinite()) {
        axis = axis.and_infinity(bottom, "−∞");
    }
    let left = axis.room();
    let right = full_width - MARGIN;
    let width = right - left;
    let slots = terms.len() as f64 + 2.0 * AROUND * (groups.len() as f64 + 1.0);
    let slot = (f64::from(width) / (slots + OUTER)).min(WIDEST.into());
    let least = LEAST_OUTER.min(width / SHARE_OF_OUTER);
    let outer = length(OUTER * slot).max(least);
    let slot = slot.min(f64::from(width - outer) / slots);
    (right - left >= LEAST.0).then_some(Layout {
        groups,
        axis,
        left,
        right,
        top,
        bottom,
        slot,
        outer,
        lowest,
        objective,
    })
}

impl Layout<'_> {
    fn draw_axis(&self, frame: Frame, canvas: &Canvas<'_>) -> Drawn {
        let (full_width, _) = size(frame);
        self.axis.draw(canvas, self.left, self.right)?;
        canvas.line([(self.left, self.top), (self.left, self.bottom)], Ink::Axis, THIN)?;
        heading(canvas, &frame.in_unit(frame.log_p()), full_width)
    }

    fn draw_bars(&self, frame: Frame, canvas: &Canvas<'_>) -> Drawn {
        let mut slots = 0.0;
        for group in &self.groups {
            self.draw_group(group, slots, frame, canvas)?;
            slots += group.terms.len() as f64 + 2.0 * AROUND;
        }
        let from = self.at(slots + AROUND);
        let to = from + self.outer;
        self.draw_bar(self.objective, (from, to), Ink::OuterSum, canvas)?;
        let room = (from - self.around(), to + self.around());
        self.draw_sum(self.objective, room, frame, canvas)?;
        write_inside("J", room, self.name_line(), TEXT, Ink::Text, canvas)?;
        // In front of the bars, which begin there.
        canvas.line([(self.left, self.top), (self.right, self.top)], Ink::Axis, THIN)
    }

    fn draw_group(
        &self,
        group: &Group<'_>,
        slots: f64,
        frame: Frame,
        canvas: &Canvas<'_>,
    ) -> Drawn {
        let sum = frame.unit.convert(group.sum);
        let end = slots + 2.0 * AROUND + group.terms.len() as f64;
        let (from, to) = (self.at(slots + AROUND / 2.0), self.at(end - AROUND / 2.0));
        self.draw_bar(sum, (from, to), Ink::InnerSum, canvas)?;
        let mut begin = slots + AROUND;
        for (term, index) in group.terms.iter().zip(group.first..) {
            // A mark knows its term by 16 bits.
            let Ok(index) = u16::try_from(index) else { break };
            let log = frame.unit.convert(term.term.log_prob.nats());
            let (from, to) = (self.at(begin + 0.12), self.at(begin + 0.88));
            self.draw_bar(log, (from, to), Ink::Term(index), canvas)?;
            let room = (self.at(begin), self.at(begin + 1.0));
            self.draw_number(term.number, index, room, canvas)?;
            self.draw_value((log, sum), room, index, frame, canvas)?;
            begin += 1.0;
        }
        self.draw_sum(sum, (from, to), frame, canvas)?;
        let name = if self.has_long_names(frame) {
            name_of(group.sentence, frame)
        } else {
            (group.sentence + 1).to_string()
        };
        write_inside(&name, (from, to), self.name_line(), TEXT, Ink::Label, canvas)
    }

    /// Where a slot begins, counted in slots.
    fn at(&self, slots: f64) -> Units {
        self.left + length(slots * self.slot)
    }

    fn around(&self) -> Units {
        length(AROUND / 2.0 * self.slot)
    }

    /// The room for what is written below the bars of so many terms of a sentence.
    fn room_for(&self, terms: usize) -> Units {
        length((AROUND + terms as f64) * self.slot)
    }

    /// The least number of terms of a sentence.
    fn fewest(&self) -> usize {
        self.groups.iter().map(|group| group.terms.len()).min().unwrap_or_default()
    }

    /// Whether there is room for the long names of all sentences.
    fn has_long_names(&self, frame: Frame) -> bool {
        let room = self.room_for(self.fewest());
        let name = |group: &Group<'_>| name_of(group.sentence, frame);
        self.groups.iter().all(|group| fits(&name(group), TEXT, Ink::Label, room))
    }

    /// The middle of the line with the names of the sentences.
    fn name_line(&self) -> Units {
        self.bottom + VALUE + LINE / 2
    }

    /// Whether a value is beyond the end of the axis.
    fn is_beyond(&self, value: f64) -> bool {
        value < -self.lowest
    }

    /// The end of the bar of a value: one that is beyond the axis ends at the bottom.
    fn end(&self, value: f64) -> Units {
        if self.is_beyond(value) { self.bottom } else { self.axis.scale.at(value) }
    }

    /// Draws a bar from 0 down to a value; one that is beyond the axis has a gap.
    fn draw_bar(
        &self,
        value: f64,
        (from, to): (Units, Units),
        ink: Ink,
        canvas: &Canvas<'_>,
    ) -> Drawn {
        let end = self.end(value);
        if self.is_beyond(value) {
            let (before, behind) = (end - 11 * PX, end - 8 * PX);
            canvas.bar((from, self.top), (to, before), ink)?;
            canvas.bar((from, behind), (to, end), ink)
        } else if end > self.top {
            canvas.bar((from, self.top), (to, end), ink)
        } else {
            Ok(())
        }
    }

    /// Draws the number of a term above its bar, where there is room.
    fn draw_number(
        &self,
        number: usize,
        index: u16,
        room: (Units, Units),
        canvas: &Canvas<'_>,
    ) -> Drawn {
        let radius = Units::from(RADIUS);
        let place = (room.0.midpoint(room.1), self.top - radius - 3 * PX);
        let text = number.to_string();
        let half = width(&text, SMALL, Ink::OnTerm(index)) / 2 + 4 * PX;
        if room.1 - room.0 < 2 * half.max(radius) + PX {
            return Ok(());
        }
        if half > radius {
            let (from, to) = (place.0 - half + radius, place.0 + half - radius);
            canvas.line([(from, place.1), (to, place.1)], Ink::Badge(index), 2 * RADIUS)?;
        } else {
            canvas.disc(place, RADIUS, Ink::Badge(index))?;
        }
        canvas.text(&text, place, SMALL, Ink::OnTerm(index))
    }

    /// Writes a term below its bar, where the bar of the sum leaves room.
    fn draw_value(
        &self,
        (log, sum): (f64, f64),
        room: (Units, Units),
        index: u16,
        frame: Frame,
        canvas: &Canvas<'_>,
    ) -> Drawn {
        let end = self.end(log);
        // A broken bar of the sum has its gap there.
        let until = if self.is_beyond(sum) { self.bottom - 12 * PX } else { self.end(sum) };
        if end + LINE + 2 * PX > until {
            return Ok(());
        }
        let ink = Ink::TermText(index);
        let text = frame.fixed(log, decimals(length(self.slot), SMALL, ink));
        write_inside(&text, room, end + LINE / 2, SMALL, ink, canvas)
    }

    /// Writes a sum below its bar, where there is room.
    fn draw_sum(&self, sum: f64, room: (Units, Units), frame: Frame, canvas: &Canvas<'_>) -> Drawn {
        let narrowest = self.room_for(self.fewest()).min(self.outer + 2 * self.around());
        let text = frame.fixed(sum, decimals(narrowest, TEXT, Ink::Text));
        write_inside(&text, room, self.end(sum) + LINE / 2 + PX, TEXT, Ink::Text, canvas)
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a cast from float to integer saturates, and a picture is far smaller"
)]
fn length(units: f64) -> Units {
    units as Units
}

fn name_of(sentence: usize, frame: Frame) -> String {
    fill(frame.words().sentence_number, &[("number", &(sentence + 1).to_string())])
}

/// The decimals of all numbers of a kind, of which the one with the least room has so much.
fn decimals(room: Units, size: u16, ink: Ink) -> usize {
    if fits("−0.0000", size, ink, room) { NATS_DECIMALS.into() } else { FEW_DECIMALS }
}

fn fits(text: &str, size: u16, ink: Ink, room: Units) -> bool {
    width(text, size, ink) + 2 * PX <= room
}

/// Writes a text in the middle of its room, if it fits in there.
fn write_inside(
    text: &str,
    (from, to): (Units, Units),
    y: Units,
    size: u16,
    ink: Ink,
    canvas: &Canvas<'_>,
) -> Drawn {
    if fits(text, size, ink, to - from) {
        canvas.text(text, (from.midpoint(to), y), size, ink)
    } else {
        Ok(())
    }
}

/// So many inner sums are all named in the summary.
const ALL_NAMED: usize = 5;

fn summary(terms: &[Numbered<'_>], report: &Report, frame: Frame) -> String {
    let words = frame.words();
    let objective = frame.amount(report.objective().nats());
    let groups = groups(terms, report);
    if groups.is_empty() {
        return fill(words.terms.empty, &[("objective", &objective)]);
    }
    let mut sums: Vec<String> = Vec::new();
    for group in groups.iter().take(ALL_NAMED) {
        let name = name_of(group.sentence, frame);
        sums.push(format!("{name}: {}", frame.logarithm(group.sum)));
    }
    if groups.len() > ALL_NAMED {
        sums.push("…".to_owned());
    }
    let values = [("sums", &*sums.join("; ")), ("objective", &objective)];
    let mut summary = fill(words.terms.summary, &values);
    let worst = terms
        .iter()
        .min_by(|one, other| one.term.log_prob.nats().total_cmp(&other.term.log_prob.nats()));
    if let Some(worst) = worst.filter(|_| terms.len() > 1) {
        let log = frame.amount(worst.term.log_prob.nats());
        summary.push(' ');
        summary.push_str(&fill(words.terms.worst, &[("word", &worst.term.target), ("log", &log)]));
    }
    summary
}

/// Every term that is given, and the sums of the whole report.
pub fn table(terms: &[Numbered<'_>], report: &Report, frame: Frame) -> Table {
    let words = frame.words();
    let mut rows = Vec::new();
    for group in groups(terms, report) {
        let sentence = (group.sentence + 1).to_string();
        for term in group.terms {
            rows.push(vec![
                sentence.clone(),
                term.number.to_string(),
                term.term.target.to_string(),
                frame.logarithm(term.term.log_prob.nats()),
            ]);
        }
        let name = words.terms.inner_sum.to_owned();
        rows.push(vec![sentence, String::new(), name, frame.logarithm(group.sum)]);
    }
    let objective = frame.logarithm(report.objective().nats());
    rows.push(vec![String::new(), String::new(), words.terms.outer_sum.to_owned(), objective]);
    Table {
        caption: words.terms.caption,
        columns: vec![
            words.sentence.to_owned(),
            words.number.to_owned(),
            words.target.to_owned(),
            frame.in_unit(frame.log_p()),
        ],
        rows,
    }
}
