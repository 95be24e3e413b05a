//! Where the numbers of terms stand on a plot, so that none hides another.

use super::{
    Ink,
    axes::Axes,
    canvas::{PIXEL, PX, SMALL, Units, width},
};

/// A badge is a disc, or wider where its number is long.
pub(super) const RADIUS: u16 = 9 * PIXEL;
const HALF: Units = RADIUS as Units;
/// From badge to badge in a stack.
const APART: Units = 2 * HALF;
/// Between the number and the end of a badge that is longer than a disc.
const PADDING: Units = 4 * PX;
/// How far a badge may reach beyond the right end of the plot.
const MARGIN: Units = 13 * PX;
/// Between badges in a row.
const BETWEEN: Units = 2 * PX;

/// Where a term stands on the curve.
pub(super) struct Point {
    pub(super) index: u16,
    pub(super) number: usize,
    pub(super) place: (Units, Units),
    /// Whether it is infinitely high.
    pub(super) is_infinite: bool,
}

/// The number of a term, near its point.
pub(super) struct Badge {
    pub(super) index: u16,
    pub(super) text: String,
    pub(super) place: (Units, Units),
    /// How many terms it stands for.
    count: usize,
}

/// Badges that do not touch.
pub(super) struct Badges {
    pub(super) list: Vec<Badge>,
    /// From the middle of each to its sides.
    pub(super) half_width: Units,
    /// Where what is said of the infinite ones begins, if there is room behind them for so much.
    pub(super) said: Option<(Units, Units)>,
}

/// How high a column of the picture, a pixel wide, is taken.
#[derive(Clone, Copy)]
struct Column {
    /// The middle of the highest badge.
    y: Units,
    badge: Option<usize>,
}

struct Stacks {
    columns: Vec<Column>,
    half_width: Units,
    ceiling: Units,
    badges: Vec<Badge>,
}

/// A badge on each point or, where one is there already, stacked above it: above the curve the plot
/// is empty. A stack that has reached the top of the plot ends in a badge that counts the rest. Those
/// of infinite points stand in a row at the top, from `row` on, and in front of `said_width`.
pub(super) fn badges(points: Vec<Point>, axes: &Axes, row: Units, said_width: Units) -> Badges {
    let most = points.len();
    let longest = points.iter().map(|point| point.number).max().unwrap_or_default().to_string();
    let points = from_the_right(points, axes.right);
    let placed = placed(&points, axes, row, said_width, half_width(&longest));
    // What counts others may be wider than any number.
    let counting = half_width(&format!("+{most}"));
    let counts = placed.list.iter().any(|badge| badge.count > 1);
    let mut badges = if counts && counting > placed.half_width {
        self::placed(&points, axes, row, said_width, counting)
    } else {
        placed
    };
    // As the terms are, so that each badge keeps its place among the marks while its point moves.
    badges.list.sort_by_key(|badge| badge.index);
    badges
}

fn half_width(text: &str) -> Units {
    let text = width(text, SMALL, Ink::OnTerm(0));
    // Two figures just fit into the disc.
    if text <= 2 * HALF - 2 * PX { HALF } else { text / 2 + PADDING }
}

fn placed(
    points: &[Point],
    axes: &Axes,
    row: Units,
    said_width: Units,
    half_width: Units,
) -> Badges {
    let free = Column { y: Units::MAX, badge: None };
    let columns = usize::try_from((axes.right + half_width) / PX).unwrap_or_default() + 2;
    // The middle of a badge may stand where the plot ends: above it is room for its upper half.
    let mut stacks =
        Stacks { columns: vec![free; columns], half_width, ceiling: axes.top, badges: Vec::new() };
    let leftmost = axes.left + half_width;
    let rightmost = axes.right + MARGIN - half_width;
    if rightmost < leftmost {
        return Badges { list: Vec::new(), half_width, said: None };
    }
    for point in points.iter().filter(|point| !point.is_infinite) {
        // Clear of the axes' labels.
        let x = point.place.0.clamp(leftmost, rightmost);
        stacks.push(point, x, point.place.1.min(axes.bottom - HALF));
    }
    let y = axes.top + HALF + 3 * PX;
    let mut x = leftmost.max(row + half_width);
    let mut last = None;
    for point in points.iter().filter(|point| point.is_infinite) {
        while x + half_width <= axes.right && !stacks.is_free(x, y) {
            x += PX;
        }
        if x + half_width <= axes.right {
            last = Some(stacks.badges.len());
            stacks.add(point, x, y);
            x += 2 * half_width + BETWEEN;
        } else if let Some(badge) = last.and_then(|last| stacks.badges.get_mut(last)) {
            badge.count_one_more();
        } else {
            let x = (row + half_width).clamp(leftmost, rightmost);
            stacks.push(point, x, y);
        }
    }
    let begin = x - half_width + 2 * PX;
    let mut behind = (begin / PX)..=((begin + said_width) / PX);
    let is_clear = behind.all(|column| stacks.column(column).is_none_or(|c| c.y > y + APART));
    let said =
        (last.is_some() && begin + said_width <= axes.right && is_clear).then_some((begin, y));
    Badges { list: stacks.badges, half_width, said }
}

impl Badge {
    fn count_one_more(&mut self) {
        self.count += 1;
        self.text = format!("+{}", self.count);
    }
}

impl Stacks {
    fn column(&self, column: Units) -> Option<Column> {
        self.columns.get(usize::try_from(column).ok()?).copied()
    }

    /// The highest badge in reach of one with this middle.
    fn highest(&self, x: Units) -> Column {
        let mut highest = Column { y: Units::MAX, badge: None };
        for column in (x - self.half_width) / PX..=(x + self.half_width - 1) / PX {
            if let Some(found) = self.column(column).filter(|found| found.y < highest.y) {
                highest = found;
            }
        }
        highest
    }

    fn is_free(&self, x: Units, y: Units) -> bool {
        self.highest(x).y >= y.saturating_add(APART)
    }

    /// Adds a badge at a height, or above all that are in reach there.
    fn push(&mut self, point: &Point, x: Units, y: Units) {
        let highest = self.highest(x);
        let y = y.min(highest.y.saturating_sub(APART)).max(self.ceiling);
        let is_full = highest.badge.is_some() && highest.y - APART < y;
        match highest.badge.and_then(|badge| self.badges.get_mut(badge)) {
            Some(badge) if is_full => badge.count_one_more(),
            _ => self.add(point, x, y),
        }
    }

    fn add(&mut self, point: &Point, x: Units, y: Units) {
        let badge = Some(self.badges.len());
        for column in (x - self.half_width) / PX..=(x + self.half_width - 1) / PX {
            let column = usize::try_from(column).ok();
            if let Some(column) = column.and_then(|column| self.columns.get_mut(column)) {
                *column = Column { y, badge };
            }
        }
        let text = point.number.to_string();
        self.badges.push(Badge { index: point.index, text, place: (x, y), count: 1 });
    }
}

/// The cheaper targets first: those that have to make room go up. (By columns of a pixel: a sort
/// would be 2 kB more of the page.)
fn from_the_right(points: Vec<Point>, right: Units) -> Vec<Point> {
    let mut columns: Vec<Vec<Point>> = Vec::new();
    columns.resize_with(usize::try_from(right / PX).unwrap_or_default() + 1, Vec::new);
    for point in points {
        let column = usize::try_from(point.place.0 / PX).unwrap_or_default();
        if let Some(column) = columns.get_mut(column) {
            column.push(point);
        }
    }
    columns.into_iter().rev().flatten().collect()
}
