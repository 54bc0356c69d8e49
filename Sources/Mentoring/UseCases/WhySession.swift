import CivilTime
import Rotation
import TimeZoneCatalog

extension TrainingOffice {
    /// Explains who leads a turn, or that nobody does, and what speaks against everybody else.
    ///
    /// Nothing is stored.
    ///
    /// - Parameter code: the code of a session, or of a turn of the season that has none, such as `nova-w03-asia`.
    /// - Returns: reasons by the books as they are now, whatever was weighed when a session was announced.
    /// - Throws: `Refusal` not-found, with the nearest codes, where the season has no such turn.
    public func why(_ code: String) async throws -> WhyView {
        let now = clock.now()
        let (facts, turn) = try await store.read { books in
            let turn = try books.requireTurn(code, by: zones)
            return (try SeasonFacts(of: turn.program, in: books, by: zones, now: now), turn.turn)
        }
        return try SeasonWhy(facts, into: turn, effort: .inquiry, zones: zones, recurrence: recurrence).view(of: turn)
    }

    /// Explains a whole season as it would be planned now, turn by turn, by what would change if one turn
    /// alone were another's.
    ///
    /// - Returns: one for each turn to come, by week, then region; what has been announced is not weighed again.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func explain(_ name: Program.Name) async throws -> [WhyView] {
        let now = clock.now()
        let facts = try await store.read { books in
            try SeasonFacts(of: books.requireProgram(name), in: books, by: zones, now: now)
        }
        let why = try SeasonWhy(facts, effort: nil, zones: zones, recurrence: recurrence)
        return try why.plan.season.turns.filter { turn in
            why.plan.offers[turn].map { $0.local.instant > now } ?? true
        }.map { try why.view(of: $0) }
    }
}

extension StoreReading {
    /// A turn of a program's season by its code, whether or not it has a session; or a refusal with the nearest codes.
    fileprivate func requireTurn(_ text: String, by zones: TimeZoneCatalog) throws -> (program: Program, turn: Turn) {
        if let code = SessionCode(text), let program = try program(code.program), code.week <= program.season.weeks,
            program.regions.contains(code.region)
        {
            return (program, Turn(code))
        }
        let session = try requireSession(text, by: zones)
        return (try requireProgram(session.code.program), Turn(session.code))
    }
}
