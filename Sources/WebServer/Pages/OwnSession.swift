import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import Wording

/// A session on a page of somebody's own, on their clock, for its template.
struct OwnSession: Encodable {
    /// Such as `Europe, week 4`.
    let title: String
    let code: String
    let href: String
    /// What it is to them.
    let words: String
    /// What follows from that, where it goes without saying to few.
    let note: String?
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

    /// - Parameters:
    ///   - session: the session.
    ///   - region: what its program calls the region.
    ///   - words: what it is to them.
    ///   - note: what follows from that.
    ///   - actions: what they can do about it.
    ///   - now: when it is looked at.
    ///   - frame: what is around it.
    ///   - rules: their clock.
    init(
        _ session: SessionView, in region: String, _ words: String, note: String? = nil, _ actions: [Action] = [],
        now: Instant, in frame: PageFrame, on rules: ZoneRules
    ) {
        let local = LocalSession(session, in: rules)
        title = "\(region), week \(session.week)"
        code = session.code
        href = local.href(in: frame)
        self.words = words
        self.note = note
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
