//! What the table is made of.

/// A phrase that depends on a number: "1 position", "2 positions".
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// For exactly one.
    pub one: &'static str,
    /// For every other number, and for none.
    pub other: &'static str,
}

impl Plural {
    /// The phrase for a number.
    pub const fn of(&self, count: usize) -> &'static str {
        if count == 1 { self.one } else { self.other }
    }
}

/// Every phrase below a name, for the tests that compare languages.
#[cfg(test)]
pub(super) trait Phrases {
    fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>);
}

#[cfg(test)]
impl Phrases for &'static str {
    fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>) {
        phrases.push((path.to_owned(), self));
    }
}

#[cfg(test)]
impl<T: Phrases> Phrases for &'static T {
    fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>) {
        (**self).collect(path, phrases);
    }
}

#[cfg(test)]
impl Phrases for Plural {
    fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>) {
        phrases.push((format!("{path} (one)"), self.one));
        phrases.push((format!("{path} (other)"), self.other));
    }
}

/// A part of the table: a struct of phrases, plurals and further parts, that can be walked through.
macro_rules! table {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Debug)]
        #[allow(missing_docs, reason = "a phrase says itself what it is for, where it is not said")]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        #[cfg(test)]
        impl Phrases for $name {
            fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>) {
                $(self.$field.collect(&format!("{path}.{}", stringify!($field)), phrases);)*
            }
        }
    )*};
}

pub(super) use table;
