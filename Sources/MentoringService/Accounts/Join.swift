import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ListTrainees: HandledRequest {
    /// A program's trainees, and who is about to be one, by address.
    ///
    /// For its organizer.
    public func carryOut(for client: Client) async throws -> [TraineeView] {
        try await client.service.store.read { transaction in
            let name = try transaction.requireProgram(program).name
            let trainees = try transaction.trainees(of: name).map {
                TraineeView(name: $0.name, email: $0.email, zone: $0.shownZone, state: .joined)
            }
            let others = try transaction.joinRequests(of: name).map {
                TraineeView(
                    name: $0.name, email: $0.email, zone: $0.zone, state: $0.kind == .asked ? .asked : .invited)
            }
            return (trainees + others).sorted { $0.email < $1.email }
        }
    }
}

extension TrainingService {
    /// Makes somebody a trainee, and looks how much of the season falls into their day.
    func join(
        _ program: Program, _ person: Person, at now: Instant, in transaction: any StoreWriting
    ) throws -> JoinResult {
        try transaction.admit(person, to: program.name, at: now)
        try transaction.removeJoinRequest(of: person.email, in: program.name)
        return try result(.joined, for: person, in: program, at: now, transaction)
    }

    /// What somebody is answered, with how much of the season falls into their day.
    func result(
        _ state: JoinState, for person: Person, in program: Program, at now: Instant, _ transaction: any StoreReading
    ) throws -> JoinResult {
        let rules = try zones.rules(for: person.shownZone)
        let next = try transaction.sessionsToCome(of: program.name, by: zones, at: now).prefix(6)
        let humane = next.count { Hours(of: $0.start, minutes: $0.minutes, in: rules) == .humane }
        return JoinResult(person: PersonView(person), state: state, humane: humane, ofNext: next.count)
    }
}
