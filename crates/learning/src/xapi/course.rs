//! The course structure of cmi5, `cmi5.xml`: what a package tells a learning system of its one quiz.

use super::share::Share;
use crate::package::xml::escaped;

/// The name of the file in the package.
pub const NAME: &str = "cmi5.xml";

/// The quiz as a course of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course<'a> {
    /// An IRI that no other course has.
    pub id: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// What it is about.
    pub description: &'a str,
    /// The language of title and description, such as `en`.
    pub language: &'a str,
    /// The page that is launched: relative to the package, such as `index.html`, or a full address.
    pub page: &'a str,
    /// The pass mark.
    pub mastery: Option<Share>,
}

/// The text of `cmi5.xml`. With a pass mark the course goes on once the quiz is passed, else once it is gone through.
#[must_use]
pub fn structure(course: &Course<'_>) -> String {
    let Course { id, page, mastery, .. } = course;
    let language = escaped(course.language);
    let words = |text: &str| format!("<langstring lang=\"{language}\">{}</langstring>", escaped(text));
    let (title, description) = (words(course.title), words(course.description));
    let (id, page) = (escaped(id), escaped(page));
    let rule = match mastery {
        Some(mastery) => format!("moveOn=\"Passed\" masteryScore=\"{}\"", mastery.write()),
        None => "moveOn=\"Completed\"".to_owned(),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <courseStructure xmlns=\"https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd\">\n  \
           <course id=\"{id}\">\n    \
             <title>{title}</title>\n    \
             <description>{description}</description>\n  \
           </course>\n  \
           <au id=\"{id}/quiz\" {rule} launchMethod=\"AnyWindow\" \
               activityType=\"http://adlnet.gov/expapi/activities/assessment\">\n    \
             <title>{title}</title>\n    \
             <description>{description}</description>\n    \
             <url>{page}</url>\n  \
           </au>\n\
         </courseStructure>\n"
    )
}
