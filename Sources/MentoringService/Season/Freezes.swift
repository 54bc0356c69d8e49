import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension AddFreeze: HandledRequest {
    /// Adds a freeze, and says what is odd about it; adding the same days for the same regions again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program; `BadInput` for a reason that is none.
    public func carryOut(for client: Client) async throws -> FreezeView {
        let service = client.service
        let days = try await service.freeze(from: from, to: to, of: program)
        let freeze = Freeze(days: days, reason: try OneLine.validated(reason, as: "reason"), regions: regions ?? [])
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            let name = program.name
            let others = try transaction.freezes(of: name)
            let known = others.first { $0.days == freeze.days && $0.regions == freeze.regions }
            if known == nil, others.count >= Limits.freezes {
                throw Refusal(
                    .conflict,
                    "\(name) has \(Limits.freezes) freezes, the most there may be; remove some that are over (freeze remove)"
                )
            }
            let stored = try known ?? transaction.add(freeze, to: name)
            if known == nil { try transaction.noteEnteredByPeople([.freeze(stored)], in: name) }
            var view = FreezeView(stored)
            view.remarks = stored.remarks(in: program, besides: others, at: now)
            view.wasKnown = known != nil
            return view
        }
    }
}

extension ListFreezes: HandledRequest {
    public func carryOut(for client: Client) async throws -> [FreezeView] {
        try await client.service.store.read { transaction in
            try transaction.freezes(of: transaction.requireProgram(program).name).map(FreezeView.init)
        }
    }
}

extension RemoveFreeze: HandledRequest {
    /// Removes a freeze.
    /// - Throws: `Refusal` not-found when there is none of that number.
    public func carryOut(for client: Client) async throws -> FreezeRemoved {
        let service = client.service
        let id = freeze
        return try await service.store.write { transaction in
            guard let program = try transaction.program(of: .freeze(id)),
                let freeze = try transaction.freezes(of: program).first(where: { $0.id == id })
            else { throw Refusal.notFound("freeze", "\(id)") }
            _ = try transaction.remove(id)
            return FreezeRemoved(freeze, of: program)
        }
    }
}

extension TrainingService {
    /// The days of a freeze: without a last one, to the end of the season that the first is in, or before.
    /// - Throws: `Refusal` not-found for an unknown program; `BadInput` where all its seasons are over by then.
    fileprivate func freeze(
        from first: LocalDate, to last: LocalDate?, of program: Program.Name
    ) async throws -> DayRange {
        if let last { return try DayRange(from: first, to: last) }
        return try await store.read { try [$0.requireProgram(program)].days(toSeasonEndFrom: first) }
    }
}
