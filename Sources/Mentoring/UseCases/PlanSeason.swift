import CivilTime
import Rotation
import TimeZoneCatalog

extension TrainingOffice {
    /// Plans a program's season, and stores it when it is to be published.
    ///
    /// Announced sessions stay. Without `publish` the same is done and taken back, so that what is shown beforehand is what
    /// would happen, down to who would be told.
    ///
    /// - Parameters:
    ///   - name: the program.
    ///   - publish: whether to store the plan and tell those concerned.
    ///   - announceWeeks: how many weeks ahead sessions are announced; nil means the program's own number.
    ///   - viewer: for whose clock the sessions are shown.
    /// - Returns: the season as it is, or would be, and what changes.
    /// - Throws: `Refusal` not-found for an unknown program; conflict when others keep changing it meanwhile.
    public func plan(
        _ name: Program.Name, publish: Bool, announceWeeks: Int? = nil, for viewer: Viewer = Viewer()
    ) async throws -> PlanView {
        let now = clock.now()
        for _ in 0..<3 {
            let facts = try await store.rehearse { books in
                try adoptTimeZones(in: books, at: now)
                return try SeasonFacts(of: books.requireProgram(name), in: books, by: zones, now: now)
            }
            let plan = try SeasonPlan(facts, zones: zones, recurrence: recurrence)
            do {
                return try await carryOut(plan, facts: facts, publish: publish, announceWeeks: announceWeeks, viewer)
            } catch is FactsChanged {
                continue
            }
        }
        throw Refusal(
            .conflict, "the books of \(name) were changed by others each time while its season was planned; try again")
    }

    /// Planning takes a while and holds no lock; if the facts have changed in the meantime the plan is not carried out.
    private func carryOut(
        _ plan: SeasonPlan, facts: SeasonFacts, publish: Bool, announceWeeks: Int?, _ viewer: Viewer
    ) async throws -> PlanView {
        let makeUID: @Sendable (SessionCode) -> String = { code in
            publish ? Session.randomUID() : "unpublished-\(code)"
        }
        return try await store.write(forGood: publish) { books in
            let (adoption, told) = try adoptTimeZones(in: books, at: facts.now)
            let program = try books.requireProgram(facts.program.name)
            guard try SeasonFacts(of: program, in: books, by: zones, now: facts.now) == facts else {
                throw FactsChanged()
            }
            var revision = SeasonRevision(
                office: self, facts: facts, books: books, announceWeeks: announceWeeks ?? program.announceWeeks,
                makeUID: makeUID)
            try revision.carryOut(plan)
            try books.setTimeZoneRelease(zones.release)
            let sessions = try views(of: program, for: viewer, in: books)
            var view = plan.view(of: facts, sessions: sessions, revision: revision, zones: zones)
            view.published = publish
            view.timeZones = adoption
            view.told = revision.told.union(told.map(\.id)).count
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
