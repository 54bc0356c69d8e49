import CivilTime
import Mentoring
import MentoringAPI
import Pictures

/// A session on a page of somebody's own, on their clock, for its template.
struct OwnSession {
    let code: String
    let href: String
    /// What it is to them.
    let words: String
    let start: String
    let end: String
    let when: String
    let countdown: String
    let hours: String
    let hoursInWords: String
    let isTentative: Bool
    let mentor: String
    let location: String
    let locationAddress: String?
    let review: String?
    /// What they can do about it, where they are signed in.
    let actions: [Action]

    init(
        _ session: SessionView, _ words: String, _ actions: [Action] = [], now: Instant, in frame: PageFrame,
        on rules: ZoneRules
    ) {
        let local = LocalSession(session, in: rules)
        code = session.code
        href = local.href(in: frame)
        self.words = words
        start = session.start.rfc3339
        end = session.end.rfc3339
        when = "\(local.start.date.inWords), \(local.start.time)–\(local.end)"
        countdown = Countdown.words(to: session.start, end: session.end, from: now, in: rules)
        hours = local.hours.rawValue
        hoursInWords = local.hours.inWords
        isTentative = session.isTentative
        mentor = session.mentor.name
        location = session.location
        locationAddress = Link.address(session.location)
        review = session.review?.title
        self.actions = actions
    }
}
