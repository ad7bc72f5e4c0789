//! The manifests of SCORM 1.2 and SCORM 2004: what a learning system reads of a package.

use super::{
    Package,
    xml::{Tag, tag},
};
use crate::scorm::Version;

/// The name of the file in the package.
pub const NAME: &str = "imsmanifest.xml";

/// The page that a learning system opens.
pub const PAGE: &str = "index.html";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The manifest of a package that holds these files.
#[must_use]
pub fn manifest(version: Version, package: &Package, files: &[&str]) -> String {
    let root = tag("manifest").with("identifier", format!("plumb-{}", package.name())).with("version", "1.0");
    let (root, edition, kind) = match version {
        Version::V12 => (old(root), "1.2", "adlcp:scormtype"),
        Version::V2004 => (new(root), "2004 4th Edition", "adlcp:scormType"),
    };
    let title = || tag("title").text(&*package.title);
    let mut item = tag("item").with("identifier", "quiz").with("identifierref", "app").holding([title()]);
    item = item.holding(package.pass.map(|pass| match version {
        Version::V12 => tag("adlcp:masteryscore").text(pass.to_string()),
        Version::V2004 => measured(pass),
    }));
    let metadata = tag("metadata").holding([tag("schema").text("ADL SCORM"), tag("schemaversion").text(edition)]);
    let organization = tag("organization").with("identifier", "all").holding([title(), item]);
    let files = files.iter().map(|file| tag("file").with("href", *file));
    let resource = tag("resource")
        .with("identifier", "app")
        .with("type", "webcontent")
        .with(kind, "sco")
        .with("href", PAGE)
        .holding(files);
    root.holding([
        metadata,
        tag("organizations").with("default", "all").holding([organization]),
        tag("resources").holding([resource]),
    ])
    .document()
}

fn old(root: Tag) -> Tag {
    root.with("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2")
        .with("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2")
        .with("xmlns:xsi", XSI)
        .with(
            "xsi:schemaLocation",
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd \
             http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd",
        )
}

fn new(root: Tag) -> Tag {
    root.with("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1")
        .with("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3")
        .with("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss")
        .with("xmlns:xsi", XSI)
        .with(
            "xsi:schemaLocation",
            "http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 \
             adlcp_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd",
        )
}

/// From which score on the quiz is passed, 0 to 100 percent, and that the quiz itself says so.
fn measured(pass: u8) -> Tag {
    let share = if pass >= 100 { "1.0".into() } else { format!("0.{pass:02}") };
    let objective = tag("imsss:primaryObjective")
        .with("objectiveID", "passed")
        .with("satisfiedByMeasure", "true")
        .holding([tag("imsss:minNormalizedMeasure").text(share)]);
    tag("imsss:sequencing").holding([
        tag("imsss:objectives").holding([objective]),
        tag("imsss:deliveryControls").with("completionSetByContent", "true").with("objectiveSetByContent", "true"),
    ])
}
