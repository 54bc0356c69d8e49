import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ShowEvidence: HandledRequest {
    /// What a nomination of a trainee needs: where they stand on the path, and every session that shows it.
    /// - Throws: `Refusal` not-found for an unknown program, or who is no trainee of it; not-allowed for who is neither the
    ///   trainee, nor one of the program's mentors, nor an organizer.
    public func carryOut(for client: Client) async throws -> EvidenceView {
        let (service, caller) = (client.service, client.caller)
        let email = try client.trainee(person)
        let now = service.clock.now()
        let utc = try service.zones.rules(for: .utc)
        return try await service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            try caller.requireMentor(of: program.name, or: email, in: transaction)
            let person = try transaction.requireTrainee(email, of: program)
            let progress = try Histories(of: program, by: service.zones, in: transaction).progress(
                of: person, in: transaction)
            let attended = progress.attended.map { seen in
                EvidenceView.Attended(
                    session: seen.session.code.description, season: seen.session.season, start: seen.session.start,
                    date: utc.local(at: seen.session.start).date, mentor: seen.session.mentor.name,
                    review: seen.session.pick.map(SessionView.PickedReview.init),
                    isAsynchronous: seen.isAsynchronous,
                    isCoLed: seen.isCoLed, log: seen.session.log)
            }
            return EvidenceView(
                title: program.title, asOf: now, progress: ProgressView(progress, of: person, in: program),
                attended: attended)
        }
    }
}
