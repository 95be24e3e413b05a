//! The unit of a logarithm: its base. Everything is computed in nats and converted to be shown.

use std::f64::consts::{LN_2, LN_10};

/// The base of the logarithm in which a log-probability is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Base e, as PyTorch and the course compute.
    #[default]
    Nats,
    /// Base 2: one bit is the price of a fair coin.
    Bits,
    /// Base 10.
    Log10,
}

impl Unit {
    /// All units, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Nats, Self::Bits, Self::Log10];

    /// A number of nats in this unit. Infinity stays infinity.
    ///
    /// ```
    /// use masklab::core::math::Unit;
    /// assert_eq!(Unit::Bits.convert(libm::log(0.5)), -1.0);
    /// ```
    pub fn convert(self, nats: f64) -> f64 {
        match self {
            Self::Nats => nats,
            Self::Bits => nats / LN_2,
            Self::Log10 => nats / LN_10,
        }
    }

    /// The word for it on a command line and in a link.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nats => "nats",
            Self::Bits => "bits",
            Self::Log10 => "log10",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn the_course_item_in_each_unit() {
        let nats = libm::log(0.7);
        let rounded = Unit::ALL.map(|unit| (unit.convert(nats) * 1000.0).round() / 1000.0);
        assert_eq!(rounded, [-0.357, -0.515, -0.155]);
    }

    #[test]
    fn infinity_is_infinite_in_every_unit() {
        for unit in Unit::ALL {
            assert_eq!(unit.convert(f64::NEG_INFINITY), f64::NEG_INFINITY);
        }
    }
}
