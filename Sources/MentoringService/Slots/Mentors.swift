import CivilTime
import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension AddMentor: HandledRequest {
    /// Makes somebody a mentor of a program, or changes the terms of one who is; another zone does what setting it does.
    /// - Throws: `Refusal` for an unknown program or a region that takes no part; `BadInput` for a name or zone that is none.
    public func carryOut(for client: Client) async throws -> MentorView {
        let service = client.service
        let name = try OneLine.validated(name, as: "name")
        let zone = try service.zones.knownZone(zone)
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            func stored() throws -> Mentor? {
                try transaction.mentors(of: program.name).first { $0.person.email == email }
            }
            let isNew = try stored() == nil
            let before = try transaction.person(email, in: program)
            let was = try before.flatMap { try transaction.membership(of: $0.id, in: program.name) }
            try transaction.refuseBlocked(email, in: program.name)
            if isNew { try transaction.refuseBeyondLimit(1, moreMentorsOf: program.name) }
            let person = try service.enter(
                Person(name: name, email: email, zone: zone), into: program.name, by: .organizers, at: now,
                in: transaction)
            // Whose clock moves, their region may move with it.
            let known = try stored()
            let region = self.region ?? known?.region ?? service.zones.region(of: zone)
            guard program.allRegions.contains(region) else {
                throw Refusal(
                    .conflict,
                    "\(program.regionTitles[region]) takes no part in \(program.name); name one of its regions with --region: \(program.regions.map(\.rawValue).joined(separator: ", "))"
                )
            }
            let mentor = Mentor(
                program: program.name, person: person, region: region,
                keepsRegion: self.region.map { $0 != service.zones.region(of: person.shownZone) }
                    ?? known?.keepsRegion ?? false,
                weight: weight ?? known?.weight ?? 1,
                minGapWeeks: minGapWeeks ?? known?.minGapWeeks ?? 2,
                maxPerMonth: maxPerMonth ?? known?.maxPerMonth ?? 2, knows: known?.knows ?? [],
                since: known?.since ?? now)
            if mentor != known { try service.store(mentor, after: known, at: now, in: transaction) }
            if isNew { try transaction.noteEnteredByPeople([.mentor(person.id)], in: program.name) }
            var view = MentorView(mentor, of: program, slots: try transaction.slots(of: program.name))
            view.was = was
            if let before, before.name != view.name { view.nameBefore = before.name }
            return view
        }
    }
}

extension ListMentors: HandledRequest {
    /// A program's mentors, by region, then address.
    ///
    /// For its organizer.
    public func carryOut(for client: Client) async throws -> [MentorView] {
        try await client.service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            let slots = try transaction.slots(of: program.name)
            return try transaction.mentors(of: program.name).map { MentorView($0, of: program, slots: slots) }
        }
    }
}

extension StoreReading {
    /// - Throws: `Refusal` conflict for more mentors than a program may have.
    func refuseBeyondLimit(_ more: Int, moreMentorsOf program: Program.Name) throws {
        guard try mentors(of: program).count + more > Limits.mentors else { return }
        throw Refusal(
            .conflict,
            "\(program) would have more than the \(Limits.mentors) mentors that a program may have; leave out who leads no more (program apply --prune)"
        )
    }
}
