import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

extension AddFreeze: HandledRequest {
    /// Adds a freeze, and says what is odd about it; adding the same days for the same regions again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program; `BadInput` for a reason that is none.
    public func carryOut(for client: Client) async throws -> FreezeView {
        let service = client.service
        let days = try await service.freeze(from: from, to: to, of: program)
        let freeze = Freeze(days: days, reason: try OneLine.validated(reason, as: "reason"), regions: regions ?? [])
        let now = service.clock.now()
        // Planning takes a while, and holds no lock.
        let plans = try await service.plans(of: program, with: freeze, at: now, told: client.principal)
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            let name = program.name
            let others = try transaction.freezes(of: name)
            let known = others.first { $0.days == freeze.days && $0.regions == freeze.regions }
            let stored = try known ?? transaction.enter(freeze, of: name, besides: others)
            var view = FreezeView(stored)
            let moves = try program.remarksOnSeasons(at: now) { program in
                let facts = try SeasonFacts(
                    of: program, in: transaction, by: service.zones, now: now, told: client.principal)
                return facts.remarks(onFreezingBy: stored, in: plans[program.season.name])
            }
            let kept =
                stored.reason == freeze.reason
                ? [] : [FreezeView.keepsReason(stored.id)]
            view.remarks = kept + stored.remarks(in: program, besides: others, at: now) + moves
            view.wasKnown = known != nil
            view.sessions = try transaction.sessionsToCome(of: name, by: service.zones, at: now).codes(on: stored)
            return view
        }
    }
}

extension [Session] {
    /// The codes of those that some frozen days take away, in their order.
    func codes(on freeze: Freeze) -> [String] {
        filter { $0.status != .cancelled && freeze.covers($0.code.region, on: $0.localStart.date) }
            .map(\.code.description)
    }
}

extension StoreWriting {
    /// Stores a freeze that somebody enters.
    /// - Throws: `Refusal` conflict for more than a program may have.
    func enter(_ freeze: Freeze, of program: Program.Name, besides others: [Freeze]) throws -> Freeze {
        guard others.count < Limits.freezes else {
            throw Refusal(
                .conflict,
                "\(program) has \(Limits.freezes) freezes, the most there may be; remove some that are over (freeze remove)"
            )
        }
        let stored = try add(freeze, to: program)
        try noteEnteredByPeople([.freeze(stored)], in: program)
        return stored
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
            let remarks = try transaction.requireProgram(program).remarksOnSeasons(at: now) { program in
                let facts = try SeasonFacts(
                    of: program, in: transaction, by: service.zones, now: now, told: client.principal)
                return facts.remarks(onMeetingsOf: MeetingGrid(of: program, facts.freezes + [freeze]))
            }
            if !remarks.isEmpty { removed.remarks = remarks }
            return removed
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

    /// Plans each season to come in which one more freeze postpones a meeting, to see who can lead it then.
    fileprivate func plans(
        of program: Program.Name, with freeze: Freeze, at now: Instant, told principal: Principal
    ) async throws -> [Season.Name: SeasonPlan] {
        let seasons = try await store.read { transaction in
            try transaction.requireProgram(program).focusedOnEachToCome(at: now).map {
                try SeasonFacts(of: $0, in: transaction, by: zones, now: now, told: principal).frozen(by: freeze)
            }
        }
        let concerned = seasons.filter { !$0.remarks(onFreezingBy: freeze).isEmpty }
        return try Dictionary(
            uniqueKeysWithValues: concerned.map {
                ($0.program.season.name, try SeasonPlan($0, zones: zones, recurrence: recurrence))
            })
    }
}
