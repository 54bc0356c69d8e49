import CivilTime
import Mentoring
public import MentoringAPI
import Rotation
import SeasonPlanning
import TimeZoneCatalog

extension ExplainSession: HandledRequest {
    /// Explains who leads a turn, or that nobody does, and what speaks against everybody else.
    ///
    /// Nothing is stored.
    ///
    /// - Returns: reasons by what is stored now, whatever was weighed when a session was announced.
    /// - Throws: `Refusal` not-found, with the nearest codes, where the season has no such turn.
    public func carryOut(for client: Client) async throws -> WhyView {
        let service = client.service
        let now = service.clock.now()
        let (facts, turn) = try await service.store.read { transaction in
            let turn = try transaction.requireTurn(session, by: service.zones)
            let facts = try SeasonFacts(
                of: turn.program, in: transaction, by: service.zones, now: now, told: client.principal)
            return (facts, turn.turn)
        }
        let why = try SeasonWhy(
            facts, into: turn, effort: .inquiry, zones: service.zones, recurrence: service.recurrence
        ).view(of: turn)
        return client.caller.role == .organizer ? why : why.withoutDaysOff
    }
}

extension StoreReading {
    /// A turn of a program's season by its code, whether or not it has a session; or a refusal with the nearest codes.
    fileprivate func requireTurn(_ text: String, by zones: TimeZoneCatalog) throws -> (program: Program, turn: Turn) {
        if let code = WrittenCode(text), let turn = try turn(meantBy: code) {
            try refuseGivenUp(turn.code.season, of: turn.code.program)
            return (turn.program, Turn(turn.code))
        }
        let session = try requireSession(text, by: zones)
        return (try requireProgram(of: session.code), Turn(session.code))
    }
}
