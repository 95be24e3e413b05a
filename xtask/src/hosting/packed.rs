//! Files as they are sent to a browser that can unpack them, made once instead of by the server for each visit.

use std::io;

use brotli::enc::BrotliEncoderParams;
use zopfli::{Format, Options};

/// A way of packing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    /// The smaller one, which browsers take over https (and on this machine).
    Brotli,
    /// The one that all take.
    Gzip,
}

impl Coding {
    /// From the best.
    pub(crate) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What a file's name ends in that is packed so.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Its name in the headers `Accept-Encoding` and `Content-Encoding`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// As small as it gets.
    pub(super) fn pack(self, mut content: &[u8]) -> io::Result<Vec<u8>> {
        let mut packed = Vec::new();
        match self {
            Self::Brotli => {
                let best = BrotliEncoderParams { size_hint: content.len(), ..Default::default() };
                brotli::BrotliCompress(&mut content, &mut packed, &best)?;
            }
            Self::Gzip => {
                // Some five in a hundred less than what gzip itself finds.
                zopfli::compress(Options::default(), Format::Gzip, content, &mut packed)?;
            }
        }
        Ok(packed)
    }
}

/// Whether a file is worth packing: pictures of points are packed already.
pub(super) fn is_worth_it(name: &str) -> bool {
    super::names::ending(name) != "png"
}
