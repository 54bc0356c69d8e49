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
        let queues = try people.queues(transaction, mayName: mayName) { waiting, place in
            guard let place = try transaction.session(place)?.timed(by: service.zones) else { return false }
            return try transaction.engagements(of: waiting.id, besides: place, by: service.zones)
                .allSatisfy { try transaction.mayName(principal, in: $0.session.code.program) }
        }
        let told = try people.told(transaction, mayName: mayName)
        let lost = try lost(transaction)
        var (named, hidden): ([SessionEffectsView.LostPlace], Set<Identifier<Person>>) = ([], [])
        for lost in lost {
            let (code, person) = (lost.session.code, lost.person)
            if try mayName(code.program, person), let reason = try reason(lost, transaction) {
                named.append(.init(session: "\(code)", person: person.name, reason: reason))
            } else if lost.session.id == known.id {
                hidden.insert(person.id)
            }
        }
        // Who has no place any more for what they do out of sight is not told by being left out, either.
        let staying = Set(try transaction.enrollments(in: session.id).map(\.person.id)).union(hidden)
        let present =
            [session.mentor]
            + places.filter { $0.session == known.id && staying.contains($0.person.id) }.map(\.person)
        let effects = SessionEffectsView(
            hours: try facts.hours(of: session, for: present, by: service.zones),
            // Where somebody lives is for those who organize the program to know.
            ownHours: try present.filter { organizes || $0.email == principal.email }.map {
                try ownHour(of: session, for: $0)
            },
            remarks: remarks, lost: named, lostElsewhere: lost.count - named.count, promotions: queues.promoted,
            promotedElsewhere: queues.promotedElsewhere,
            passedBy: queues.passedBy, toldNames: told.names
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
    private typealias Lost = (person: Person, session: Session)

    private func lost(_ transaction: any StoreReading) throws -> [Lost] {
        try places.compactMap { place in
            let now = try transaction.enrollment(of: place.person.id, in: place.session)
            guard now == nil || place.seat != nil && now?.seat == nil,
                let session = try transaction.session(place.session)?.timed(by: service.zones)
            else { return nil }
            return (place.person, session)
        }
    }

    /// Why somebody has a place no more; nil where that is what they do in a program that is not for whoever asks to see.
    ///
    /// Whoever moves a session to and fro, or only asks what that would do, finds out nobody's hours elsewhere by it.
    private func reason(_ lost: Lost, _ transaction: any StoreReading) throws -> String? {
        let program = lost.session.code.program
        if lost.person.id == lost.session.mentor.id { return "they lead it" }
        guard try transaction.role(of: lost.person.email, in: program) != nil else {
            return "they take no part in \(program) any more"
        }
        let other = try transaction.engagements(of: lost.person.id, besides: lost.session, by: service.zones).first
        guard let other else { return "somebody else has it by now" }
        guard try transaction.mayName(principal, in: other.session.code.program) else { return nil }
        return "they \(other.leads ? "lead" : "attend") \(other.session.code) then"
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
