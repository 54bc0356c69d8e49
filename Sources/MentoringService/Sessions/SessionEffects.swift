import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

/// What a change of one session does to people, for whoever changes it or only asks.
///
/// Read from what is stored before and after, as of a plan, so that what is said is what happens. Whoever organizes a program is
/// told its people's names; whoever leads the session those of the people in it, and the others are counted.
struct SessionEffects {
    private let service: TrainingService
    private let principal: Principal
    private let known: Session
    private let facts: SeasonFacts
    private let people: EffectsOnPeople
    /// The places that may go: those in the session, and its mentor's elsewhere.
    private let places: [Enrollment]

    /// Notes what is so before.
    init(
        of known: Session, _ facts: SeasonFacts, for client: Client, before transaction: any StoreReading
    ) throws {
        (service, principal) = (client.service, client.principal)
        (self.known, self.facts) = (known, facts)
        people = try EffectsOnPeople(before: transaction)
        places = try transaction.enrollments(in: known.id) + transaction.enrollments(of: known.mentor.id)
    }

    /// Says what became of it.
    ///
    /// - Parameters:
    ///   - session: the session as it is by now.
    ///   - remarks: what speaks against it.
    ///   - transaction: the transaction, once all is done.
    /// - Returns: how many are told by mail, and all that it does.
    /// - Throws: `StorageFailure`.
    func view(
        of session: Session, remarks: [String], _ transaction: any StoreReading
    ) throws -> (told: Int, effects: SessionEffectsView) {
        let program = session.code.program
        let organizes = try transaction.mayName(principal, in: program)
        let inIt = Set(places.filter { $0.session == known.id }.map(\.person.id)).union([known.mentor.id])
        func mayName(_ place: Program.Name, _ person: Person?) throws -> Bool {
            if place == program { return organizes || leads(known) && person.map { inIt.contains($0.id) } ?? false }
            return try transaction.mayName(principal, in: place)
        }
        let queues = try people.queues(transaction, mayName: mayName)
        let told = try people.told(transaction, mayName: mayName)
        let lost = try lost(session, transaction)
        let named = try lost.filter { try mayName($0.code.program, $0.person) }
        let present = try ([session.mentor] + transaction.enrollments(in: session.id).map(\.person))
            .map { try transaction.shown($0, in: program) }
        let effects = SessionEffectsView(
            hours: try facts.hours(of: session, for: present, by: service.zones),
            // Where somebody lives is for those who organize the program to know.
            ownHours: try present.filter { organizes || $0.email == principal.email }.map {
                try ownHour(of: session, for: $0)
            },
            remarks: remarks,
            lost: try named.map {
                .init(session: "\($0.code)", person: $0.person.name, reason: try reason($0, session, transaction))
            },
            lostElsewhere: lost.count - named.count, promotions: queues.promoted,
            promotedElsewhere: queues.promotedElsewhere, passedBy: queues.passedBy, toldNames: told.names
        ).calling(facts.program.regionTitles)
        return (told.count, effects)
    }

    private func leads(_ session: Session) -> Bool { principal.email == session.mentor.email }

    private func ownHour(of session: Session, for person: Person) throws -> SessionEffectsView.OwnHour {
        let rules = try service.zones.rules(for: person.shownZone)
        return .init(
            person: person.name, localStart: rules.local(at: session.start), zone: rules.id,
            hours: Hours(of: session.start, minutes: session.minutes, in: rules))
    }

    /// A place that somebody had.
    private typealias Lost = (person: Person, code: SessionCode, session: Session)

    private func lost(_ session: Session, _ transaction: any StoreReading) throws -> [Lost] {
        try places.compactMap { place in
            let now = try transaction.enrollment(of: place.person.id, in: place.session)
            guard now == nil || place.seat != nil && now?.seat == nil,
                let other = try transaction.session(place.session)?.timed(by: service.zones)
            else { return nil }
            return (place.person, other.code, other)
        }
    }

    /// Why somebody has a place no more, as far as whoever asks may know it.
    private func reason(_ lost: Lost, _ session: Session, _ transaction: any StoreReading) throws -> String {
        let program = lost.code.program
        if lost.person.id == lost.session.mentor.id { return "they lead it" }
        guard try transaction.role(of: lost.person.email, in: program) != nil else {
            return "they take no part in \(program) any more"
        }
        let other = try transaction.engagements(of: lost.person.id, besides: lost.session, by: service.zones).first
        guard let other else { return "somebody else has it by now" }
        return "they \(other.leads ? "lead" : "attend") \(try transaction.what(other, to: principal, in: program)) then"
    }
}

extension StoreReading {
    /// What somebody does at the time of a session of a program, as far as whoever asks may know it: who organizes the other
    /// program, too, is told the code.
    func what(_ engagement: Engagement, to principal: Principal, in program: Program.Name) throws -> String {
        let code = engagement.session.code
        return try mayName(principal, in: code.program) ? "\(code)" : engagement.what(in: program)
    }
}
