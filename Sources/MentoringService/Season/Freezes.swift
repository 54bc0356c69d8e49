import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
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
        let (id, now) = (freeze, service.clock.now())
        return try await service.store.write { transaction in
            guard let program = try transaction.program(of: .freeze(id)),
                let freeze = try transaction.freezes(of: program).first(where: { $0.id == id })
            else { throw Refusal.notFound("freeze", "\(id)") }
            _ = try transaction.remove(id)
            var removed = FreezeRemoved(freeze, of: program)
            let remarks = try transaction.remarks(onRemoving: freeze, of: program, by: service.zones, at: now)
            if !remarks.isEmpty { removed.remarks = remarks }
            return removed
        }
    }
}

extension StoreReading {
    /// What becomes of the meetings of seasons to come that a freeze had postponed and does no more.
    fileprivate func remarks(
        onRemoving freeze: Freeze, of name: Program.Name, by zones: TimeZoneCatalog, at now: Instant
    ) throws -> [String] {
        let seasons = try requireProgram(name).focusedOnEachToCome(at: now)
        return try seasons.flatMap { program in
            let facts = try SeasonFacts(of: program, in: self, by: zones, now: now)
            return facts.remarks(onMeetingsOf: MeetingGrid(of: program, facts.freezes + [freeze])).map {
                seasons.count == 1 ? $0 : "\($0) (\(program.season.name))"
            }
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
