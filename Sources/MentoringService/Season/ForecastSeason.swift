import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ForecastSeason: HandledRequest {
    /// Tells what the season ahead has in store: clock changes and whose hour they move, turns without a session,
    /// freezes, and regions that hang on one mentor.
    ///
    /// Nothing is stored.
    ///
    /// - Returns: what is ahead; what is over is left out.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> ForecastView {
        let service = client.service
        let clocks = try (zones ?? []).map(service.zones.zone(named:))
        let now = service.clock.now()
        let (facts, people) = try await service.store.read { transaction in
            let program = try transaction.requireProgram(program, season: season)
            let facts = try SeasonFacts(
                of: program, in: transaction, by: service.zones, now: now, told: client.principal)
            return (facts, try transaction.listeners(of: facts))
        }
        let onlookers = Set(clocks).sorted().map { zone in
            ForecastListener(
                name: zone.name, role: .onlooker, zone: zone, attends: [], mayAttend: Set(facts.program.regions))
        }
        return try Forecast(
            facts: facts, listeners: clocks.isEmpty ? people : onlookers, zones: service.zones,
            recurrence: service.recurrence
        ).view()
    }
}

extension StoreReading {
    /// Mentors and trainees, by name.
    ///
    /// A mentor may have to stand in for another of the region. A trainee who has not enrolled yet may choose any region.
    func listeners(of facts: SeasonFacts) throws -> [ForecastListener] {
        var attended: [Identifier<Person>: Set<Region>] = [:]
        for standing in try standingEnrollments(of: facts.program.name)
        where standing.season == facts.program.season.name {
            attended[standing.person.id, default: []].insert(standing.region)
        }
        for (turn, session) in facts.sessions where session.isUpcoming(at: facts.now) {
            for enrollment in try enrollments(in: session.id) {
                attended[enrollment.person.id, default: []].insert(turn.region)
            }
        }
        let mentors = facts.mentors.map { mentor in
            ForecastListener(
                mentor.person, .mentor, attends: attended[mentor.person.id] ?? [], mayAttend: [mentor.region])
        }
        let mentoring = Set(facts.mentors.map(\.person.id))
        let trainees = try trainees(of: facts.program.name).filter { !mentoring.contains($0.id) }.map { person in
            let regions = attended[person.id] ?? []
            return ForecastListener(
                person, .trainee, attends: regions, mayAttend: regions.isEmpty ? Set(facts.program.regions) : [])
        }
        return (mentors + trainees).sorted { ($0.name, $0.zone) < ($1.name, $1.zone) }
    }
}

extension ForecastListener {
    fileprivate init(_ person: Person, _ role: ForecastView.Role, attends: Set<Region>, mayAttend: Set<Region>) {
        self.init(name: person.name, role: role, zone: person.shownZone, attends: attends, mayAttend: mayAttend)
    }
}
