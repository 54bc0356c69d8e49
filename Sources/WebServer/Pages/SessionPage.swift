import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// What a session's page shows, for its template.
struct SessionPage: Encodable {
    /// A session of the same region before or after this one.
    struct Neighbour: Encodable {
        let href: String
        let words: String

        init(_ local: LocalSession, in frame: PageFrame) {
            href = local.href(in: frame)
            words = "week \(local.session.week), \(local.start.date.inShort)"
        }
    }

    /// What a session is to whoever is signed in, and what they can do about it.
    struct Part: Encodable {
        let words: String
        let note: String?
        let actions: [Action]
        /// Where it is said why its mentor leads it.
        let reasons: String
        let whyNot: WhyNot
        /// Who did what with it, for who organizes its program.
        let history: History?

        /// - Parameters:
        ///   - session: as they see it.
        ///   - standing: what it is to them beside their seat.
        ///   - actions: makes the buttons.
        ///   - now: when it is looked at.
        ///   - frame: what is around it.
        ///   - history: who did what with it, for whoever may know.
        init(
            _ session: SessionView, _ standing: SessionStanding, _ actions: Actions, at now: Instant,
            in frame: PageFrame, history: History?
        ) {
            self.history = history
            let part = SessionPart(session, standing, at: now)
            words = part.words
            note = part.note
            self.actions = part.actions(on: session.code, by: actions)
            reasons = frame.seeing("sessions/\(session.code)/reasons")
            whyNot = WhyNot(session, in: frame)
        }
    }

    /// Who did what with a session.
    struct History: Encodable {
        let deeds: [String]
        /// Where all of it is.
        let href: String
        /// Where the program is organized.
        let office: String
    }

    let frame: PageFrame
    let programTitle: String
    let programHref: String
    let session: SessionCard
    /// The clock by which it was agreed, where the times shown are not already on it.
    ///
    /// Whoever leads it by now may read another.
    let agreedTime: String?
    let location: String
    let locationAddress: String?
    let review: SessionView.PickedReview?
    let hasQuestions: Bool
    /// What the mentor asks about the review, line by line.
    let questions: [String]
    let log: String?
    let isCancelled: Bool
    let reason: String?
    /// That the program is archived, where it is.
    let archive: String?
    let canEnroll: Bool
    /// What it is to whoever is signed in; nil for everybody else.
    let part: Part?
    /// Where whoever is not signed in says who they are, to take a seat; nil where nobody signs in.
    let signIn: String?
    let program: String
    let isFull: Bool
    let contact: String
    let contactAddress: String
    let feed: String
    let calendars: [CalendarAddresses]
    let previous: Neighbour?
    let following: Neighbour?

    /// - Parameters:
    ///   - local: the session.
    ///   - grid: the season it belongs to.
    ///   - frame: what is around it.
    ///   - addresses: where its calendar is.
    ///   - part: what it is to whoever is signed in.
    ///   - signIn: where everybody else signs in.
    ///   - zones: the zones in force.
    /// - Throws: when a zone's rules cannot be read.
    init(
        _ local: LocalSession, of grid: SeasonGrid, in frame: PageFrame, addresses: FeedAddresses, part: Part? = nil,
        signIn: String? = nil, zones: TimeZoneCatalog
    ) throws {
        let session = local.session
        self.frame = frame
        self.part = part
        self.signIn = signIn
        program = session.program
        programTitle = grid.program.title
        programHref = "\(frame.root)/\(grid.program.name)\(frame.query)"
        self.session = try SessionCard(
            local, of: grid.program, on: grid.zone, at: grid.now, in: frame, zones: zones)
        agreedTime =
            local.zone == session.zone
            ? nil : "\(session.localStart.date.inShort), \(session.localStart.time) in \(session.zone.name)"
        location = session.location
        locationAddress = Link.address(session.location)
        review = session.review
        questions = session.review?.questions ?? []
        hasQuestions = !questions.isEmpty
        log = session.log
        isCancelled = !local.isOn
        reason = session.cancellation
        archive = grid.program.archiveNote
        canEnroll = session.isUpcoming(at: grid.now) && archive == nil
        isFull = session.enrolled >= session.capacity
        contact = grid.program.contact.description
        contactAddress = Link.mail(to: contact, about: session.code)
        feed = addresses.feed(of: session.program)
        calendars = [
            CalendarAddresses(
                "\(grid.program.regionTitles[session.region]) only",
                addresses.feed(of: session.program, region: session.region)),
            CalendarAddresses("All sessions", feed),
        ]
        let ofRegion = grid.sessions.filter { $0.session.region == session.region && $0.isOn }
        previous = ofRegion.last { $0.session.start < session.start }.map { Neighbour($0, in: frame) }
        following = ofRegion.first { $0.session.start > session.start }.map { Neighbour($0, in: frame) }
    }
}
