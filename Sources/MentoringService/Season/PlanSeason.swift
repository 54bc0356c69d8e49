import CivilTime
public import Mentoring
public import MentoringAPI
import Rotation
import SeasonPlanning
import TimeZoneCatalog

extension PlanSeason: HandledRequest {
    public func carryOut(for client: Client) async throws -> PlanView {
        let suppositions = Suppositions(
            without: try (without ?? []).map { try $0.address },
            slots: try (withSlots ?? []).map { try Suppositions.Slot($0) })
        return try await client.service.plan(
            program, publish: publish ?? false, announceWeeks: weeks, supposing: suppositions,
            changes: changes, explain: explain ?? false, season: season, for: client.viewer(in: zone),
            asked: client.principal)
    }
}

extension TrainingService {
    /// Plans a program's season, and stores it when it is to be published.
    ///
    /// Announced sessions stay. Without `publish` the same is done and taken back, so that what is shown beforehand is what
    /// would happen, down to who would be told.
    ///
    /// - Parameters:
    ///   - name: the program.
    ///   - publish: whether to store the plan and tell those concerned.
    ///   - announceWeeks: how many weeks ahead sessions are announced; nil means the program's own number.
    ///   - suppositions: what is supposed besides what the database says, to see what would follow.
    ///   - changes: how many more tentative turns may change than must; nil means as many as fair shares lack.
    ///   - explain: whether to say of each turn why it has the mentor it has.
    ///   - season: which season; nil means the one that runs, or the next.
    ///   - viewer: for whose clock the sessions are shown.
    ///   - principal: who asks; of programs that they do not organize nobody is named to them.
    /// - Returns: the season as it is, or would be, and what changes.
    /// - Throws: `Refusal` not-found for an unknown program or mentor; conflict when others keep changing it meanwhile, and
    ///   for publishing what is only supposed.
    public func plan(
        _ name: Program.Name, publish: Bool, announceWeeks: Int? = nil, supposing suppositions: Suppositions = .init(),
        changes: Int? = 0, explain: Bool = false, season: Season.Name? = nil, for viewer: Viewer = Viewer(),
        asked principal: Principal = .machine(as: nil)
    ) async throws -> PlanView {
        guard !publish || suppositions.isEmpty else {
            throw Refusal(
                .conflict,
                "what is only supposed cannot be published; enter it first (away add, slot publish), or leave out --publish"
            )
        }
        let now = clock.now()
        let real = try await planned(
            name, season, publish: publish, announceWeeks, .init(), changes: changes,
            explain: explain && suppositions.isEmpty, viewer, principal, at: now)
        guard !suppositions.isEmpty else { return real.planned.view }
        let other = try await planned(
            name, season, publish: false, announceWeeks, suppositions, changes: changes, explain: explain, viewer,
            principal,
            at: now)
        var view = other.planned.view
        view.consequences = try Consequences(
            supposed: other.supposed, real: real.planned, other: other.planned, zones: zones
        ).view()
        return view
    }

    /// Of each program and each of its seasons, those that are over too, the sessions, and weeks of its duties, that passed without
    /// ever being announced, by program, then season.
    public func missedSessions() async throws -> [MissedSessions] {
        let now = clock.now()
        return try await store.read { transaction in
            try transaction.livePrograms().flatMap { try transaction.missedSessions(of: $0, by: zones, at: now) }
        }
    }

    /// The season planned, and stored when it is to be published; with what is supposed, in words.
    private func planned(
        _ name: Program.Name, _ season: Season.Name?, publish: Bool, _ announceWeeks: Int?,
        _ suppositions: Suppositions, changes: Int?,
        explain: Bool,
        _ viewer: Viewer, _ principal: Principal, at now: Instant
    ) async throws -> (planned: Consequences.Planned, supposed: [String]) {
        for _ in 0..<3 {
            let (facts, supposed) = try await store.rehearse { transaction in
                try adoptTimeZones(in: transaction, at: now)
                let program = try transaction.requireProgram(name, season: season)
                let supposed = try transaction.suppose(suppositions, of: program, by: zones)
                return (try SeasonFacts(of: program, in: transaction, by: zones, now: now, told: principal), supposed)
            }
            let plan = try SeasonPlan(facts, changes: changes, zones: zones, recurrence: recurrence)
            let duties = try DutyPlan.all(facts, beside: plan)
            // Before it is carried out: what a repeated request is answered is stored by the same transaction.
            let explanations =
                explain
                ? try SeasonWhy(plan, of: facts, effort: nil, zones: zones, recurrence: recurrence).views() : nil
            do {
                let view = try await carryOut(
                    plan, duties, explanations, facts: facts, publish: publish, announceWeeks, suppositions, viewer,
                    principal)
                return (Consequences.Planned(facts: facts, plan: plan, view: view), supposed)
            } catch is FactsChanged {
                continue
            }
        }
        throw Refusal(
            .conflict, "\(name) was changed by others each time while its season was planned; try again")
    }

    /// Planning takes a while and holds no lock; if the facts have changed in the meantime the plan is not carried out.
    private func carryOut(
        _ plan: SeasonPlan, _ duties: [DutyPlan], _ explanations: [WhyView]?, facts: SeasonFacts, publish: Bool,
        _ announceWeeks: Int?,
        _ suppositions: Suppositions,
        _ viewer: Viewer, _ principal: Principal
    ) async throws -> PlanView {
        let makeUID: @Sendable (String) -> String = { code in
            publish ? Session.randomUID() : "unpublished-\(code)"
        }
        return try await store.write(forGood: publish) { transaction in
            let effects = try EffectsOnPeople(for: principal, by: secrets, before: transaction)
            let places = try LostPlaces(
                in: facts.sessions.values.map(\.id).sorted { $0.rawValue < $1.rawValue },
                of: facts.mentors.map(\.person.id), told: principal, by: self, before: transaction)
            let adoption = try adoptTimeZones(in: transaction, at: facts.now)
            let program = try transaction.requireProgram(facts.program.name, season: facts.program.season.name)
            _ = try transaction.suppose(suppositions, of: program, by: zones)
            let current = try SeasonFacts(of: program, in: transaction, by: zones, now: facts.now, told: principal)
            guard current == facts else { throw FactsChanged() }
            var revision = SeasonRevision(
                service: self, facts: facts, transaction: transaction,
                announceWeeks: announceWeeks ?? program.announceWeeks,
                makeUID: makeUID)
            try revision.carryOut(plan)
            try transaction.setTimeZoneRelease(zones.release)
            let planned = try transaction.currentSessions(of: program, by: zones)
            let sessions = try views(of: planned, in: program, for: viewer, transaction)
            let names = try transaction.toldApart(in: program.name, for: principal, by: secrets)
            var view = try plan.view(
                of: facts, sessions: sessions, changes: revision.changes, announced: revision.announced,
                zones: zones
            ) { names($0) }
            view.published = publish
            view.after = planned.filter { $0.status != .cancelled }.map {
                PlanView.Standing(week: $0.code.week, region: $0.code.region, mentor: names($0.mentor))
            }
            view.explanations = explanations
            view.timeZones = adoption
            for duty in duties {
                var revision = DutyRevision(
                    service: self, facts: facts, transaction: transaction,
                    announceWeeks: announceWeeks ?? program.announceWeeks,
                    makeUID: makeUID)
                try revision.carryOut(duty)
                let turns = try transaction.dutyTurns(of: duty.facts.duty.name, in: program)
                    .filter { $0.status != .cancelled }
                view.duties.append(
                    duty.view(
                        of: turns, changes: revision.changes, announced: revision.announced, at: facts.now
                    ) { names($0) })
            }
            try effects.describe(in: &view, places, transaction) { try transaction.mayName(principal, in: $0) }
            return view
        }
    }
}

private struct FactsChanged: Error {}

extension Session {
    /// A UID that says nothing and is never made twice: 128 random bits.
    fileprivate static func randomUID() -> String {
        var generator = SystemRandomNumberGenerator()
        let bits = [generator.next(), generator.next()] as [UInt64]
        return bits.map { String($0, radix: 16).zeroPadded(to: 16) }.joined()
    }
}
