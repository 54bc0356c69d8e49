import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The seats, and places on waiting lists, that people have no more after a change, and why, as far as whoever asks may know it.
struct LostPlaces {
    /// A place that somebody had, in a session that is not off.
    typealias Lost = (person: Person, session: Session)

    private let places: [Enrollment]
    private let principal: Principal
    private let service: TrainingService
    private var zones: TimeZoneCatalog { service.zones }

    /// Of those that may go: in these sessions, and those that these people have anywhere.
    init(
        in sessions: [Identifier<Session>], of people: [Identifier<Person>], told principal: Principal,
        by service: TrainingService, before transaction: any StoreReading
    ) throws {
        (self.principal, self.service) = (principal, service)
        let all = try sessions.flatMap(transaction.enrollments(in:)) + people.flatMap(transaction.enrollments(of:))
        places = all.withoutRepetition
    }

    /// Those who had a place in a session.
    func people(in session: Identifier<Session>) -> [Person] {
        places.filter { $0.session == session }.map(\.person)
    }

    /// What went, once all is done: with its reason where that and the name may be told, and the rest.
    func named(
        _ transaction: any StoreReading, mayName: EffectsOnPeople.Naming
    ) throws -> (named: [SessionEffectsView.LostPlace], others: [Lost]) {
        var (named, others): ([SessionEffectsView.LostPlace], [Lost]) = ([], [])
        var apart: [Program.Name: ToldApart] = [:]
        for lost in try lost(transaction) {
            let (code, person) = (lost.session.code, lost.person)
            if try mayName(code.program, person), let reason = try reason(lost, transaction) {
                let names =
                    try apart[code.program]
                    ?? transaction.toldApart(
                        in: code.program, for: principal, by: service.secrets)
                apart[code.program] = names
                named.append(.init(session: "\(code)", person: names(person), reason: reason.text))
            } else {
                others.append(lost)
            }
        }
        return (named, others)
    }

    /// Whether whoever asks may know of all that somebody does at the time of a session.
    func mayTell(_ person: Person, at session: Identifier<Session>, _ transaction: any StoreReading) throws -> Bool {
        guard let session = try transaction.session(session)?.timed(by: zones) else { return false }
        return try transaction.engagements(of: person.id, besides: session, by: zones)
            .allSatisfy { try transaction.mayName(principal, in: $0.session.code.program) }
    }

    private func lost(_ transaction: any StoreReading) throws -> [Lost] {
        try places.compactMap { place in
            let now = try transaction.enrollment(of: place.person.id, in: place.session)
            guard now == nil || place.seat != nil && now?.seat == nil,
                let session = try transaction.session(place.session)?.timed(by: zones), session.status != .cancelled
            else { return nil }
            return (place.person, session)
        }
    }

    /// Why somebody has a place no more; nil where that is what they do in a program that is not for whoever asks to see.
    ///
    /// Whoever moves a session to and fro, or only asks what that would do, finds out nobody's hours elsewhere by it.
    private func reason(_ lost: Lost, _ transaction: any StoreReading) throws -> LostPlaceReason? {
        let program = lost.session.code.program
        if lost.person.id == lost.session.mentor.id { return .leads }
        guard try transaction.role(of: lost.person.email, in: program) != nil else {
            return .noPart(in: program)
        }
        let other = try transaction.engagements(of: lost.person.id, besides: lost.session, by: zones).first
        guard let other else { return .taken }
        guard try transaction.mayName(principal, in: other.session.code.program) else { return nil }
        return .engaged(leads: other.leads, other.session.code)
    }
}
