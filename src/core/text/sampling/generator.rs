//! Random numbers that are the same everywhere and in every version.
//!
//! The generator is xoshiro256++ 1.0 of Blackman and Vigna, seeded by `SplitMix64` as they advise.
//! What is made of its numbers is spelled out here: libraries change how they draw from a range.

use rand_xoshiro::{
    SplitMix64, Xoshiro256PlusPlus,
    rand_core::{Rng, SeedableRng},
};

/// A stream of random numbers.
#[derive(Debug)]
pub(super) struct Generator(Xoshiro256PlusPlus);

impl Generator {
    /// The stream of a sentence at an epoch. Each number of the three is mixed in by a bijection, so
    /// that no two sentences share a stream where seed and epoch are the same.
    pub(super) fn new(seed: u64, epoch: u64, sentence: u64) -> Self {
        let mix = |number| SplitMix64::seed_from_u64(number).next_u64();
        let key = mix(mix(mix(seed) ^ epoch) ^ sentence);
        Self(Xoshiro256PlusPlus::seed_from_u64(key))
    }

    /// A number from 0 to below 1, evenly: one of the 2⁵³ multiples of 2⁻⁵³.
    pub(super) fn share(&mut self) -> f64 {
        const STEPS: f64 = (1_u64 << 53) as f64;
        (self.0.next_u64() >> 11) as f64 / STEPS
    }

    /// An index below a length, evenly; 0 for the length 0. By Lemire's method ("Fast random integer
    /// generation in an interval", 2019): the upper half of a product, and a new number for the few
    /// that would favour some indices.
    pub(super) fn index(&mut self, length: usize) -> usize {
        let length = length as u64;
        if length == 0 {
            return 0;
        }
        let unfair = length.wrapping_neg() % length;
        loop {
            let number = self.0.next_u64();
            if number.wrapping_mul(length) >= unfair {
                let upper = (u128::from(number) * u128::from(length)) >> 64;
                // It is below the length.
                return usize::try_from(upper).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(mut generator: Generator) -> [u64; 4] {
        [(); 4].map(|()| generator.0.next_u64())
    }

    #[test]
    fn the_generator_is_xoshiro256_plus_plus() {
        // The first numbers of the authors' program for the state 1, 2, 3, 4.
        let mut state = [0; 32];
        for (byte, number) in [(0, 1), (8, 2), (16, 3), (24, 4)] {
            state[byte] = number;
        }
        let generator = Generator(Xoshiro256PlusPlus::from_seed(state));
        let expected = [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386];
        assert_eq!(numbers(generator), expected);
    }

    #[test]
    fn the_seeds_are_spread_by_split_mix() {
        // The first numbers of the authors' `splitmix64.c` for the seed 1234567.
        let mut generator = SplitMix64::seed_from_u64(1_234_567);
        let first = [generator.next_u64(), generator.next_u64()];
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn a_stream_is_what_it_was() {
        assert_eq!(
            numbers(Generator::new(0, 0, 0)),
            [
                13_455_478_169_099_370_058,
                3_106_000_864_563_739_563,
                2_921_810_637_271_418_517,
                2_260_661_850_944_817_338,
            ]
        );
        assert_eq!(
            numbers(Generator::new(42, 1, 2)),
            [
                5_769_939_639_384_579_832,
                2_482_794_104_070_974_276,
                7_260_863_965_658_780_015,
                3_958_808_493_527_455_318,
            ]
        );
    }

    #[test]
    fn streams_differ_in_each_of_their_three_numbers() {
        let streams = [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (0, 1, 1)];
        for (index, &(a, b, c)) in streams.iter().enumerate() {
            for &(d, e, f) in &streams[index + 1..] {
                assert_ne!(numbers(Generator::new(a, b, c)), numbers(Generator::new(d, e, f)));
            }
        }
    }

    #[test]
    fn shares_are_below_1_and_indices_below_their_length() {
        let mut generator = Generator::new(3, 1, 4);
        for _ in 0..1000 {
            assert!((0.0..1.0).contains(&generator.share()));
            assert!(generator.index(3) < 3);
            assert_eq!(generator.index(1), 0);
            assert_eq!(generator.index(0), 0);
        }
    }

    #[test]
    fn what_would_favour_an_index_is_drawn_again() {
        // Half of the numbers would for this length: the fourth and the fifth here.
        let length = (1 << 63) + 1;
        let mut generator = Generator::new(0, 0, 0);
        let indices = [(); 4].map(|()| generator.index(length));
        let expected = [
            6_727_739_084_549_685_029,
            1_553_000_432_281_869_781,
            1_460_905_318_635_709_258,
            6_544_617_513_086_016_263,
        ];
        assert_eq!(indices, expected);
    }
}
