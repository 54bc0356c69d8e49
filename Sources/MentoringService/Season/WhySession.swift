import CivilTime
public import Mentoring
public import MentoringAPI
import Rotation
import SeasonPlanning
import TimeZoneCatalog

extension ExplainSession: HandledRequest {
    public func carryOut(for client: Client) async throws -> WhyView {
        let why = try await client.service.why(session, told: client.principal)
        return client.caller.role == .organizer ? why : why.withoutDaysOff
    }
}

extension TrainingService {
    /// Explains who leads a turn, or that nobody does, and what speaks against everybody else.
    ///
    /// Nothing is stored.
    ///
    /// - Parameters:
    ///   - code: the code of a session, or of a turn of the season that has none, such as `nova-2027a-w03-asia`.
    ///   - principal: who asks; which sessions of other programs it is about is told to who organizes those.
    /// - Returns: reasons by what is stored now, whatever was weighed when a session was announced.
    /// - Throws: `Refusal` not-found, with the nearest codes, where the season has no such turn.
    public func why(_ code: String, told principal: Principal = .nobody) async throws -> WhyView {
        let now = clock.now()
        let (facts, turn) = try await store.read { transaction in
            let turn = try transaction.requireTurn(code, by: zones)
            return (try SeasonFacts(of: turn.program, in: transaction, by: zones, now: now, told: principal), turn.turn)
        }
        return try SeasonWhy(facts, into: turn, effort: .inquiry, zones: zones, recurrence: recurrence).view(of: turn)
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
