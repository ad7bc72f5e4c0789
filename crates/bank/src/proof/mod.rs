//! What shows that a key is right: a program to run, and what must come out.

use crate::{area::TOOLS, version::Version};
use engine::{bank::Item, notes::Trap};
use serde::Deserialize;
use sha2::{Digest, Sha256};

mod judge;

/// A proof as its author writes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    tool: String,
    program: Option<String>,
    #[serde(default)]
    setup: String,
    #[serde(default)]
    config: String,
    #[serde(default)]
    also: Vec<String>,
    since: Option<Version>,
    before: Option<Version>,
    #[serde(default)]
    status: i32,
}

/// A proof that can be run, with the question that it is for.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The tool that runs it, then others that must come to the same.
    pub tools: Vec<String>,
    /// What is run.
    pub program: String,
    /// Whether that is the program in the prompt.
    pub asked: bool,
    /// A shell script that makes the files a server needs; may be empty.
    pub setup: String,
    /// The configuration of the tool's server; empty where the program needs none.
    pub config: String,
    /// The oldest version of the first tool on which it holds.
    pub since: Option<Version>,
    /// The first version on which it does not hold any more.
    pub before: Option<Version>,
    /// The exit status that the program must end with.
    pub status: i32,
    /// Changes whenever what is asked, its key or the proof changes.
    pub hash: String,
    item: Item,
    traps: Vec<Trap>,
}

impl Draft {
    /// What is wrong with it; `code` tells whether the prompt has a program.
    pub fn check(&self, code: bool) -> Vec<String> {
        let mut faults = Vec::new();
        for tool in std::iter::once(&self.tool).chain(&self.also) {
            if !TOOLS.contains(&tool.as_str()) {
                faults.push(format!("there is no tool {tool:?}; use one of {}", TOOLS.join(", ")));
            }
        }
        if self.program.is_none() && !code {
            faults.push("its proof has no program and its prompt no code; write `program`".into());
        }
        if let (Some(since), Some(before)) = (&self.since, &self.before)
            && since >= before
        {
            faults.push(format!("its proof holds since {since} and before {before}, so never; mend one of them"));
        }
        faults
    }

    /// The proof of this question; `asked` is all that makes up the question and its key, as text.
    pub fn of(self, item: &Item, traps: &[Trap], asked: &str) -> Proof {
        let own = item.prompt.first_code().map(|code| code.text.clone()).unwrap_or_default();
        let program = self.program.clone().unwrap_or(own);
        let mut tools = vec![self.tool.clone()];
        tools.extend(self.also.clone());
        let hash = hash(&[asked, &format!("{self:?}")]);
        Proof {
            tools,
            program,
            asked: self.program.is_none(),
            setup: self.setup,
            config: self.config,
            since: self.since,
            before: self.before,
            status: self.status,
            hash,
            item: item.clone(),
            traps: traps.to_vec(),
        }
    }
}

/// Twelve hexadecimal digits that change with any of the texts.
fn hash(texts: &[&str]) -> String {
    let hash = texts.iter().fold(Sha256::new(), |hash, text| {
        let length = u64::try_from(text.len()).unwrap_or_default();
        hash.chain_update(length.to_le_bytes()).chain_update(text)
    });
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
