//! Addresses as QR codes, for those who sit in a lecture.

use std::fmt::Write as _;

use qrcodegen::QrCodeEcc;

/// The rim that a reader needs to find a code, in modules.
const QUIET: i32 = 4;
/// Codes with more modules than this on a side are not read from the last row of a hall.
const LEGIBLE: i32 = 85;

/// A QR code to be drawn: dark squares on a light ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// The width and height in modules, with the rim.
    pub side: i32,
    /// The dark modules as the path of an SVG in which a module is 1 wide.
    pub path: String,
    /// Whether there are so many modules that it takes a near and steady camera to read them.
    pub is_dense: bool,
}

impl QrCode {
    /// The code of a text. `None` where it is too long for one: above some 2,900 bytes.
    pub fn new(text: &str) -> Option<Self> {
        let code = qrcodegen::QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count();
                let run = i32::try_from(run).unwrap_or_default();
                if run > 0 {
                    // Writing to a string does not fail.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run + 1;
            }
        }
        Some(Self { side: code.size() + 2 * QUIET, path, is_dense: code.size() > LEGIBLE })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::document::{Document, LINK_LIMIT};

    /// Which modules a path paints.
    fn painted(code: &QrCode) -> Vec<Vec<bool>> {
        let side = usize::try_from(code.side).unwrap();
        let mut painted = vec![vec![false; side]; side];
        for run in code.path.split_terminator('z') {
            let (x, rest) = run.strip_prefix('M').unwrap().split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (width, _) = rest.split_once('v').unwrap();
            let [x, y, width] = [x, y, width].map(|number| number.parse::<usize>().unwrap());
            painted[y][x..x + width].fill(true);
        }
        painted
    }

    #[test]
    fn the_path_paints_the_dark_modules_and_no_others() {
        let link = Document::course_item().to_link().unwrap();
        let code = QrCode::new(&link).unwrap();
        let known = qrcodegen::QrCode::encode_text(&link, QrCodeEcc::Low).unwrap();
        for (y, row) in (0..).zip(painted(&code)) {
            for (x, dark) in (0..).zip(row) {
                assert_eq!(dark, known.get_module(x - QUIET, y - QUIET), "{x} {y}");
            }
        }
        assert!(!code.is_dense);
    }

    #[test]
    fn every_link_has_a_code_and_a_novel_has_none() {
        let long = "x".repeat(LINK_LIMIT + 500);
        assert!(QrCode::new(&long).unwrap().is_dense);
        assert_eq!(QrCode::new(&"x".repeat(4_000)), None);
    }
}
