import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

/// What it would mean to the mentors of a region if another of them led a session.
struct SwapLedger {
    let session: Session
    let program: Program
    private let mentors: [Mentor]
    /// The season's sessions of the region that count, by mentor.
    private let turns: [Identifier<Person>: [Session]]
    private let facts: SeasonFacts
    private let fairShare: FairShare
    private let zones: TimeZoneCatalog
    /// What each of them does at the time of the session that goes before it.
    private let engagements: [Identifier<Person>: Engagement]

    /// What it would mean, for the ears of whoever asks.
    init(
        _ session: Session, in transaction: any StoreReading, zones: TimeZoneCatalog, at now: Instant,
        told principal: Principal
    ) throws {
        self.session = session
        self.zones = zones
        let program = try transaction.requireProgram(of: session.code)
        self.program = program
        facts = try SeasonFacts(of: program, in: transaction, by: zones, now: now, told: principal)
        fairShare = FairShare(facts)
        mentors = facts.mentors.filter { $0.region == session.code.region }
        turns = Dictionary(
            grouping: facts.sessions.values.filter { $0.status != .cancelled }, by: \.mentor.id)
        engagements = try mentors.reduce(into: [:]) { engagements, mentor in
            engagements[mentor.person.id] = try transaction.engagements(
                of: mentor.person.id, besides: session, by: zones
            ).first(where: \.isBinding)
        }
    }

    /// Those to ask: the one who is asked, or all who could lead it within their day, the least loaded first.
    /// - Throws: `Refusal` conflict when there is nobody, with everybody's reason.
    func takers(asked: Person?, at now: Instant) throws -> [Mentor] {
        let others = mentors.filter { $0.person.id != session.mentor.id }
        if let asked {
            guard let taker = mentor(asked), taker.person.id != session.mentor.id else {
                throw Refusal(.conflict, "\(asked.name) leads no other sessions of \(title)")
            }
            if let obstacle = try obstacle(for: taker, at: now) {
                throw Refusal(.conflict, obstacle.text)
            }
            return [taker]
        }
        let reasons = try others.map { try obstacle(for: $0, at: now) ?? unhumane($0) }
        let takers = zip(others, reasons).filter { $0.1 == nil }.map(\.0)
        guard !takers.isEmpty else {
            let why = reasons.compactMap { $0?.text }.joined(separator: "; ")
            throw Refusal(
                .conflict,
                "nobody else of \(title) could lead \(session.code) within their day\(why.isEmpty ? "" : ": \(why)")"
            )
        }
        return takers.sorted { (load($0), $0.person.email) < (load($1), $1.person.email) }
    }

    /// What the program calls the session's region.
    private var title: String { program.regionTitles[session.code.region] }

    /// Whether somebody mentors in the program, in whatever region.
    func isMentor(_ person: Person) -> Bool { facts.mentors.contains { $0.person.id == person.id } }

    /// The mentor who is the person, if they lead sessions of the region.
    func mentor(_ person: Person) -> Mentor? { mentors.first { $0.person.id == person.id } }

    /// Why a mentor cannot lead the session; nil when they can.
    ///
    /// - Parameters:
    ///   - mentor: the mentor.
    ///   - now: the moment.
    ///   - isOwn: whether it is told to the mentor, who knows what they do elsewhere.
    /// - Returns: the reason.
    /// - Throws: when a zone's rules cannot be read.
    func obstacle(for mentor: Mentor, at now: Instant, isOwn: Bool = false) throws -> SwapObstacle? {
        let name = mentor.person.name
        guard mentor.region == session.code.region else {
            return .otherRegion(name, leadsFor: program.regionTitles[mentor.region], session.code, of: title)
        }
        let facts = isOwn ? facts.told(to: mentor.person.id) : facts
        let other = engagements[mentor.person.id]
        if let other, facts.isTold(other, of: mentor.person) {
            return .engaged(name, other, in: program.name, seeing: facts.seen(of: mentor.person.id))
        }
        // Whoever has moved to this region keeps what they lead in another.
        if let other = turns[mentor.person.id]?.first(where: {
            $0.code.week == session.code.week && $0.id != session.id
        }) {
            return .leadsThatWeek(name, other.code)
        }
        if other != nil || facts.absence(of: mentor.person.id, from: session.start, minutes: session.minutes) != nil {
            let local = try zones.rules(for: mentor.person.shownZone).local(at: session.start)
            return .away(name, local.date)
        }
        return facts.isBarred(mentor.person.id, from: session) ? .frozen(session.localStart.date) : nil
    }

    /// Why whoever gave the session away cannot have it back; nil when they can.
    func obstacle(toGivingBackTo giver: Person, at now: Instant) throws -> SwapObstacle? {
        guard let mentor = mentor(giver) else { return .leadsNoMore(giver.name, region: title) }
        return try obstacle(for: mentor, at: now)
    }

    private func unhumane(_ mentor: Mentor) throws -> SwapObstacle? {
        let (local, hours) = try clock(of: mentor)
        return hours == .humane ? nil : .outsideDay(mentor.person.name, local.time)
    }

    private func clock(of mentor: Mentor) throws -> (LocalDateTime, Hours) {
        let rules = try zones.rules(for: mentor.person.shownZone)
        return (
            rules.local(at: session.start), Hours(of: session.start, minutes: session.minutes, in: rules)
        )
    }

    /// An offer as people see it; of whoever has just taken it, what that means for them, which they may know themself.
    func view(
        of offer: SwapOffer, for reader: Identifier<Person>? = nil, takenBy taker: Mentor? = nil, isOwn: Bool = false
    ) throws -> SwapOfferView {
        let asked =
            offer.state == .open
            ? try mentors.filter { mentor in
                guard mentor.person.id != offer.from.id else { return false }
                if let to = offer.to { return mentor.person.id == to.id }
                return try obstacle(for: mentor, at: session.start) == nil && unhumane(mentor) == nil
            } : taker.map { [$0] } ?? []
        let giver = mentor(offer.from)
        var view = SwapOfferView(
            id: offer.id, session: session.code.description, start: session.start, from: offer.from.name,
            turns: giver.map { share($0, change: session.mentor.id == offer.from.id ? -1 : 0) }
                ?? .init(before: 0, after: 0, fairShare: 0),
            to: offer.to?.name, state: offer.state, acceptedBy: offer.acceptedBy?.name,
            canBeUndone: offer.state == .accepted && session.status == .tentative ? true : nil,
            candidates: try asked.sorted { (load($0), $0.person.email) < (load($1), $1.person.email) }
                .map { mentor in
                    let (local, hours) = try clock(of: mentor)
                    return .init(
                        mentor: mentor.person.name, localStart: local, zone: mentor.person.shownZone, hours: hours,
                        turns: share(mentor, change: 1), remarks: remarks(on: mentor, isOwn: isOwn))
                }, told: 0)
        guard let reader else { return view }
        if [offer.from.id, offer.acceptedBy?.id].contains(reader) { view.isYours = true }
        if asked.contains(where: { $0.person.id == reader }) { view.isForYou = true }
        return view
    }

    /// What taking it would do, in words: for the mail that asks.
    func effect(on mentor: Mentor) -> [String] {
        let giver = self.mentor(session.mentor).map { (session.mentor.name, share($0, change: -1)) }
        return share(mentor, change: 1).effect(givenBy: giver) + remarks(on: mentor, isOwn: true)
    }

    private func share(_ mentor: Mentor, change: Int) -> SwapOfferView.Turns {
        let before = turns[mentor.person.id]?.count ?? 0
        return .init(before: before, after: before + change, fairShare: fairShare.of(mentor))
    }

    /// Turns per weight, in a unit that all weights divide.
    private func load(_ mentor: Mentor) -> Int {
        (turns[mentor.person.id]?.count ?? 0) * 720_720 / mentor.weight
    }

    /// What a mentor has agreed to and would go beyond, in sentences; with what only they may know where it is told to them.
    func remarks(on mentor: Mentor, isOwn: Bool = false) -> [String] {
        let facts = isOwn ? facts.told(to: mentor.person.id) : facts
        return facts.excesses(of: mentor, leading: session, beside: turns[mentor.person.id] ?? []).map(\.text)
    }
}
