import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ListDuties: HandledRequest {
    /// A program's duties with their weeks of a season, or all that are to come, in their order.
    ///
    /// Seasons are meant as in `ListSessions`: without a name the one that runs, or the next, and all to come are those of every season.
    /// - Throws: `Refusal` not-found for an unknown program or season.
    public func carryOut(for client: Client) async throws -> [DutyView] {
        let (service, principal) = (client.service, client.principal)
        let now = service.clock.now()
        return try await service.store.read { transaction in
            let program = try transaction.requireProgram(program, reading: season)
            let isUpcoming = upcoming ?? false
            return try transaction.views(
                ofDutiesOf: program, inEverySeason: isUpcoming && season == nil, at: now, for: principal,
                by: service.secrets
            ) { isUpcoming ? $0.isUpcoming(at: now) : $0.status != .cancelled }
        }
    }
}

extension VolunteerForDuty: HandledRequest {
    /// Lets a participant of a program take turns at a duty, from the next plan on; does nothing for who does.
    /// - Throws: `Refusal` not-found for an unknown program, duty or person; not-allowed for who takes no part in the program.
    public func carryOut(for client: Client) async throws -> VolunteerResult {
        let service = client.service
        let email = try client.caller.person()
        let name = program
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(name)
            let duty = try transaction.requireDuty(duty, of: program)
            let person = try transaction.requirePerson(email)
            guard try transaction.membership(of: person.id, in: name) != nil else {
                throw Refusal(
                    .notAllowed,
                    "\(email) takes no part in \(name); join first: meridian trainee join \(name) --name … --email \(email) --zone …"
                )
            }
            let isNew = try !transaction.volunteers(of: name).contains {
                $0.duty == duty.name && $0.person.id == person.id
            }
            if isNew {
                try transaction.add(Volunteer(duty: duty.name, person: person, since: now), to: name)
                try transaction.noteEnteredByPeople([.volunteer(person.id, for: duty.name)], in: name)
            }
            return try transaction.standing(of: person, at: duty, in: program, isVolunteer: true, now: now)
        }
    }
}

extension StopVolunteering: HandledRequest {
    /// Gives somebody no more turns at a duty; weeks that they have been given go to others with the next plan.
    /// - Throws: `Refusal` not-found for an unknown program, duty or person, and for who takes no turns.
    public func carryOut(for client: Client) async throws -> VolunteerResult {
        let service = client.service
        let email = try client.caller.person()
        let name = program
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(name)
            let duty = try transaction.requireDuty(duty, of: program)
            let person = try transaction.requirePerson(email)
            guard try service.endVolunteering(person, for: duty, of: name, at: now, transaction) != nil else {
                throw Refusal(.notFound, "\(email) takes no turns at \(duty.title)")
            }
            return try transaction.standing(of: person, at: duty, in: program, isVolunteer: false, now: now)
        }
    }
}

extension StoreReading {
    /// The duty, or a refusal with the nearest names.
    func requireDuty(_ name: Duty.Name, of program: Program) throws -> Duty {
        let duties = try duties(of: program.name)
        if let duty = duties.first(where: { $0.name == name }) { return duty }
        throw Refusal.notFound("duty of \(program.name)", name, nearest: nearest(to: name, among: duties.map(\.name)))
    }

    /// A program's duties in their order, with some weeks of the season in focus, or of all.
    func views(
        ofDutiesOf program: Program, inEverySeason: Bool = false, at now: Instant, for principal: Principal,
        by secrets: any Secrets, isShown: (DutyTurn) -> Bool
    ) throws -> [DutyView] {
        let duties = try duties(of: program.name)
        guard !duties.isEmpty else { return [] }
        let volunteers = try volunteers(of: program.name)
        let turns = try dutyTurns(of: program.name).filter { inEverySeason || $0.season == program.season.start }
        let name = try toldApart(in: program.name, for: principal, by: secrets)
        return duties.map { duty in
            DutyView(
                duty: duty.name, title: duty.title, link: duty.link, minGapWeeks: duty.minGapWeeks,
                maxPerMonth: duty.maxPerMonth,
                volunteers: volunteers.filter { $0.duty == duty.name }.map { name($0.person) }.sorted(),
                turns: turns.filter { $0.code.duty == duty.name && isShown($0) }.map {
                    DutyTurnView($0, of: duty, at: now) { name($0) }
                })
        }
    }

    fileprivate func standing(
        of person: Person, at duty: Duty, in program: Program, isVolunteer: Bool, now: Instant
    ) throws -> VolunteerResult {
        let announced = try dutyTurns(of: duty.name, inEverySeasonOf: program.name).filter {
            $0.person.id == person.id && $0.status == .announced && $0.start > now
        }
        return VolunteerResult(
            duty: duty.name, title: duty.title, isVolunteer: isVolunteer, announced: announced.map { "\($0.code)" })
    }
}
