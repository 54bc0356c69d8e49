import MentoringAPI
import TimeZoneCatalog

/// What is asked of whoever opens a code that may be two sessions', for its template.
struct ChoicePage: Encodable {
    let frame: PageFrame
    let code: String
    let sessions: [SessionCard]
}
