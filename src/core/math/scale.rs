//! What a slider's way from one end to the other means.

use std::f64::consts::LN_10;

/// How a slider shows a number: which of its positions stands for which.
///
/// A position is a number on the slider's own grid, of which the HTML attributes are
/// [`Self::min`], [`Self::max`] and [`Self::step`]. Many numbers share a position; a position stands
/// for one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// A probability from 0 to 1 by thousandths.
    #[default]
    Linear,
    /// A probability by its logarithm, so that 0.0003 can be set as well as 0.3: at the left end 0,
    /// then from 10⁻⁶ to 1 in steps of a hundredth of a power of ten, each 2.3 % more than the one
    /// before.
    Logarithmic,
    /// A logit from −12 to 12 by twentieths. What is beyond stands at the end.
    Logit,
}

/// Which button beside a slider is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// −
    Minus,
    /// +
    Plus,
}

/// The positions of a slider, as whole numbers: `least` and `most` are its ends, and dividing by
/// `parts` gives what it shows.
struct Grid {
    least: f64,
    most: f64,
    parts: f64,
    /// How many positions a button goes.
    coarse: f64,
}

/// The steps of the logarithmic scale for a factor of ten.
const PER_DECADE: f64 = 100.0;
/// Its right end, a probability of 1. At 1 stands 10⁻⁶, the least above 0.
const CERTAIN: f64 = 601.0;

impl Scale {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Linear, Self::Logarithmic, Self::Logit];

    /// The word for it in a link and in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Logarithmic => "logarithmic",
            Self::Logit => "logit",
        }
    }

    fn grid(self) -> Grid {
        match self {
            Self::Linear => Grid { least: 0.0, most: 1000.0, parts: 1000.0, coarse: 10.0 },
            Self::Logarithmic => Grid { least: 0.0, most: CERTAIN, parts: 1.0, coarse: 10.0 },
            Self::Logit => Grid { least: -240.0, most: 240.0, parts: 20.0, coarse: 10.0 },
        }
    }

    /// The attribute `min`: the position of the left end.
    pub fn min(self) -> &'static str {
        match self {
            Self::Linear | Self::Logarithmic => "0",
            Self::Logit => "-12",
        }
    }

    /// The attribute `max`: the position of the right end.
    pub fn max(self) -> &'static str {
        match self {
            Self::Linear => "1",
            Self::Logarithmic => "601",
            Self::Logit => "12",
        }
    }

    /// The attribute `step`: how far two positions are from each other.
    pub fn step(self) -> &'static str {
        match self {
            Self::Linear => "0.001",
            Self::Logarithmic => "1",
            Self::Logit => "0.05",
        }
    }

    /// The position that is nearest to a number. On the logarithmic scale, only 0 stands at the left end.
    /// A number beyond an end stands there, as NaN does at the left one.
    ///
    /// ```
    /// use masklab::core::math::Scale;
    /// assert_eq!(Scale::Linear.position(1.0 / 3.0), 0.333);
    /// assert_eq!(Scale::Logarithmic.position(0.01), 401.0);
    /// assert_eq!(Scale::Logit.position(-0.37), -0.35);
    /// ```
    pub fn position(self, value: f64) -> f64 {
        let grid = self.grid();
        let place = self.place(value).round().clamp(grid.least, grid.most);
        // Adding 0 turns −0 into 0.
        place / grid.parts + 0.0
    }

    /// The number at a position: a probability, or on the logits' scale a logit. A position between
    /// two of the grid is taken for the nearest, one beyond an end for that, and NaN for the left one.
    ///
    /// ```
    /// use masklab::core::math::Scale;
    /// assert_eq!(Scale::Linear.value(0.7), 0.7);
    /// assert_eq!(Scale::Logarithmic.value(401.0), 0.01);
    /// assert_eq!(Scale::Logarithmic.value(0.0), 0.0);
    /// ```
    pub fn value(self, position: f64) -> f64 {
        let grid = self.grid();
        let position = if position.is_nan() { f64::NEG_INFINITY } else { position };
        self.at((position * grid.parts).round().clamp(grid.least, grid.most))
    }

    /// The number after a press of a button. It goes to a position of the slider, by at most one step
    /// of the button's:
    ///
    /// - linear: 0.01, or 0.001 where it is to be `fine`;
    /// - logarithmic: a factor of 10^0.1, some 1.26, or of 10^0.01. Below 10⁻⁶ there is only 0, and
    ///   from 0 it goes there;
    /// - logits: 0.5, a factor of 1.65 of the odds, or 0.05.
    ///
    /// At the end, and beyond, it stays.
    ///
    /// ```
    /// use masklab::core::math::{Button, Scale};
    /// assert_eq!(Scale::Linear.pressed(0.7, Button::Plus, false), 0.71);
    /// assert_eq!(Scale::Logarithmic.pressed(0.0, Button::Plus, false), 1e-6);
    /// ```
    pub fn pressed(self, value: f64, button: Button, fine: bool) -> f64 {
        /// What rounding makes of a number that is at a position.
        const SLIP: f64 = 1e-6;
        let grid = self.grid();
        let place = self.place(value);
        let step = if fine { 1.0 } else { grid.coarse };
        // Between two positions, it counts from the one behind: so no step is longer than one.
        let there = match button {
            Button::Plus if place >= grid.most - SLIP => return value,
            Button::Minus if place <= grid.least + SLIP => return value,
            // 0 is no factor away from anything: it is next to the least above it.
            Button::Plus if self == Self::Logarithmic && place < 1.0 - SLIP => 1.0,
            Button::Minus if self == Self::Logarithmic && place > 1.0 + SLIP => {
                ((place - SLIP).ceil() - step).max(1.0)
            }
            Button::Plus => (place + SLIP).floor() + step,
            Button::Minus => (place - SLIP).ceil() - step,
        };
        self.at(there.clamp(grid.least, grid.most))
    }

    /// Where a number stands, in steps of the grid and parts of one.
    fn place(self, value: f64) -> f64 {
        match self {
            _ if value.is_nan() => f64::NEG_INFINITY,
            Self::Logarithmic if value > 0.0 => {
                // Above 0, however little, is not 0.
                (CERTAIN + PER_DECADE / LN_10 * libm::log(value)).max(0.5)
            }
            Self::Logarithmic => 0.0,
            Self::Linear | Self::Logit => value * self.grid().parts,
        }
    }

    /// The number at a place of the grid.
    fn at(self, place: f64) -> f64 {
        match self {
            Self::Logarithmic if place < 1.0 => 0.0,
            Self::Logarithmic => {
                // Divided by whole powers of ten, so that these come out as exactly as they can be.
                let (mut rest, mut power) = (place - CERTAIN, 1.0);
                while rest < 0.0 {
                    rest += PER_DECADE;
                    power *= 10.0;
                }
                libm::exp(rest * (LN_10 / PER_DECADE)) / power
            }
            Self::Linear | Self::Logit => place / self.grid().parts + 0.0,
        }
    }
}

/// The temperature at a position of its slider, from −2 to 2: a power of two, so that 1 stands in the
/// middle and doubling is as far as halving.
///
/// ```
/// use masklab::core::math::temperature_at;
/// assert_eq!([-2.0, 0.0, 1.0].map(temperature_at), [0.25, 1.0, 2.0]);
/// ```
pub fn temperature_at(position: f64) -> f64 {
    libm::exp2(position)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::math::number;

    const ALL: [Scale; 3] = [Scale::Linear, Scale::Logarithmic, Scale::Logit];

    fn read(text: &str) -> f64 {
        number::parse(text).unwrap()
    }

    /// Every position that a browser gives.
    fn positions(scale: Scale) -> impl Iterator<Item = f64> {
        let [min, max, step] = [scale.min(), scale.max(), scale.step()].map(read);
        let position = move |index: u16| min + f64::from(index) * step;
        (0..).map(position).take_while(move |position| *position < max + step / 2.0)
    }

    #[test]
    fn every_position_stands_for_a_number_that_stands_there() {
        for scale in ALL {
            let mut before = f64::NEG_INFINITY;
            for position in positions(scale) {
                let value = scale.value(position);
                assert!(value > before, "{scale:?} at {position}: {value}");
                before = value;
                let there = scale.position(value);
                assert!((there - position).abs() < 1e-9, "{scale:?} at {position}");
                // As short as the slider spells it, so that the two are equal.
                let spelled = there.to_string();
                assert!(spelled.len() <= 6 && spelled != "-0", "{spelled}");
            }
            for end in [scale.min(), scale.max()].map(read) {
                assert_eq!(scale.position(scale.value(end)), end);
            }
        }
    }

    #[test]
    fn powers_of_ten_are_exact_and_the_left_end_is_impossible() {
        let scale = Scale::Logarithmic;
        for (position, value) in
            [(601.0, 1.0), (501.0, 0.1), (401.0, 0.01), (301.0, 1e-3), (101.0, 1e-5), (1.0, 1e-6)]
        {
            assert_eq!(scale.value(position), value);
        }
        assert_eq!(scale.value(0.0), 0.0);
        assert_eq!(scale.position(0.0), 0.0);
        // What is above 0 never looks impossible.
        assert_eq!(scale.position(5e-324), 1.0);
        assert_eq!(scale.position(0.0003), 249.0);
        assert!((scale.value(249.0) / 0.0003 - 1.0).abs() < 0.012);
    }

    #[test]
    fn a_logit_beyond_the_end_stands_there_and_0_has_no_sign() {
        let scale = Scale::Logit;
        let of = |value| scale.position(value);
        assert_eq!([of(f64::NEG_INFINITY), of(-40.0), of(13.0)], [-12.0, -12.0, 12.0]);
        assert_eq!([of(-0.01), of(-0.0), of(0.3), of(f64::NAN)], [0.0, 0.0, 0.3, -12.0]);
        assert!(of(-0.01).is_sign_positive());
        assert!(scale.value(-0.0).is_sign_positive());
    }

    #[test]
    fn buttons_go_their_step_and_no_further() {
        use Button::{Minus, Plus};
        let linear = |p, button, fine| Scale::Linear.pressed(p, button, fine);
        assert_eq!(linear(0.7, Plus, true), 0.701);
        assert_eq!(linear(0.7, Minus, false), 0.69);
        assert_eq!(linear(0.29, Plus, false), 0.3);
        assert_eq!(linear(1.0 / 3.0, Plus, false), 0.343);
        assert_eq!(linear(1.0 / 3.0, Minus, true), 0.333);
        assert_eq!((linear(0.995, Plus, false), linear(1.0, Plus, true)), (1.0, 1.0));
        assert_eq!((linear(0.0004, Minus, false), linear(0.0, Minus, true)), (0.0, 0.0));
        let logit = |z, button, fine| Scale::Logit.pressed(z, button, fine);
        assert_eq!((logit(0.0, Plus, false), logit(0.0, Minus, true)), (0.5, -0.05));
        assert_eq!(
            (logit(f64::NEG_INFINITY, Plus, true), logit(-30.0, Plus, true)),
            (-12.0, -12.0)
        );
        assert_eq!((logit(-30.0, Minus, false), logit(30.0, Plus, false)), (-30.0, 30.0));
    }

    #[test]
    fn a_button_of_the_logarithmic_scale_is_a_factor_and_0_lies_behind_the_least() {
        use Button::{Minus, Plus};
        let press = |p, button, fine| Scale::Logarithmic.pressed(p, button, fine);
        let factor = press(0.01, Plus, false) / 0.01;
        assert!((factor - 10.0_f64.powf(0.1)).abs() < 1e-12, "{factor}");
        assert!((0.01 / press(0.01, Minus, true) - 10.0_f64.powf(0.01)).abs() < 1e-12);
        let mut p = 1.0;
        for _ in 0..60 {
            p = press(p, Minus, false);
        }
        assert_eq!(p, 1e-6);
        assert_eq!(press(1.1e-6, Minus, false), 1e-6);
        assert_eq!((press(1e-6, Minus, true), press(0.0, Minus, false)), (0.0, 0.0));
        assert_eq!((press(0.0, Plus, true), press(1e-9, Plus, false)), (1e-6, 1e-6));
        assert_eq!((press(1e-9, Minus, true), press(1.0, Plus, true)), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn a_position_is_a_fixed_point(value in prop_oneof![0.0..=1.0_f64, -20.0..20.0_f64, any::<f64>()]) {
            for scale in ALL {
                let position = scale.position(value);
                prop_assert_eq!(scale.position(scale.value(position)), position);
            }
        }

        #[test]
        fn a_button_moves_in_its_direction_and_to_a_position(value in 0.0..=1.0_f64, fine: bool) {
            for scale in ALL {
                let (less, more) = (
                    scale.pressed(value, Button::Minus, fine),
                    scale.pressed(value, Button::Plus, fine),
                );
                prop_assert!(less <= value && value <= more, "{:?}: {} {}", scale, less, more);
                prop_assert!(less < more);
                for moved in [less, more].into_iter().filter(|moved| *moved != value) {
                    let there = scale.value(scale.position(moved));
                    prop_assert!((there - moved).abs() <= 1e-15, "{} {}", there, moved);
                }
            }
        }
    }
}
