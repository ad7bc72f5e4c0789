//! What the person chose: appearance, and how much to remember.

/// What the person chose; kept under `plumb.settings`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// How large text is.
    pub text: TextSize,
    /// How much moves.
    pub motion: Motion,
    /// How much the person wants to remember.
    pub recall: Recall,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// How large text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Largest,
}

/// How much moves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    System,
    Reduced,
}

/// The chance with which a question is still remembered when it comes again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Recall {
    /// 80 %: long intervals, few reviews.
    Rough,
    /// 85 %.
    Fair,
    /// 90 %.
    #[default]
    Good,
    /// 95 %: short intervals, many reviews.
    Close,
}

/// A choice among words, by which it is kept and shown to the style sheet.
pub trait Word: Copy + PartialEq + Default + 'static {
    /// All values with their words, the usual one first.
    const ALL: &'static [(Self, &'static str)];

    /// The word of a value.
    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| *word)
    }

    /// The value of a word; the usual one where there is none such.
    fn of(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or_else(Self::default, |(value, _)| *value)
    }
}

impl Word for Theme {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::System, "system"), (Self::Light, "light"), (Self::Dark, "dark")];
}

impl Word for TextSize {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Normal, "normal"), (Self::Large, "large"), (Self::Largest, "largest")];
}

impl Word for Motion {
    const ALL: &'static [(Self, &'static str)] = &[(Self::System, "system"), (Self::Reduced, "reduced")];
}

impl Word for Recall {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Good, "90"), (Self::Rough, "80"), (Self::Fair, "85"), (Self::Close, "95")];
}
