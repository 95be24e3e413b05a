//! Selecting positions at random, as models are trained: BERT's recipe and its split of
//! corruptions, with draws that depend on nothing but what they are given.

mod generator;
mod recipe;
mod sampler;

pub use recipe::{Draw, Recipe, RecipeError};
pub use sampler::Sampler;

#[cfg(test)]
mod statistics;
