import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension RecordCoLeaders: HandledRequest {
    /// Records who led a session together with its mentor; recording again replaces what was recorded.
    ///
    /// - Returns: who is recorded now.
    /// - Throws: `Refusal` not-found for an unknown session or person; conflict for who is not
    ///   recorded as having come, and for the session's own mentor; not-allowed for who does not lead it.
    public func carryOut(for client: Client) async throws -> CoLeaders {
        let service = client.service
        let emails = try people.map { try $0.address }
        let code = session
        let caller = client.caller
        return try await service.store.write { transaction in
            let session = try transaction.requireSession(code, by: service.zones)
            try caller.require(owner: session.mentor.email)
            let came = Set(try transaction.attendance(in: session.id).filter { $0.kind == .present }.map(\.person.id))
            let program = try transaction.requireProgram(of: session.code)
            let people = try emails.map { try transaction.requirePerson($0, in: program) }
            for person in people {
                guard person.id != session.mentor.id else {
                    throw Refusal(
                        .conflict, "\(OneLine.shown(person.name)) leads \(session.code); name those who led along")
                }
                guard came.contains(person.id) else {
                    throw Refusal(
                        .conflict,
                        "\(OneLine.shown(person.name)) is not recorded as having come to \(session.code); record who came first: meridian attend \(session.code) …"
                    )
                }
            }
            try transaction.save(coLeaders: people.map(\.id), of: session.id)
            return CoLeaders(
                session: session.code.description, mentor: session.mentor.name, coLeaders: people.map(\.name))
        }
    }
}
