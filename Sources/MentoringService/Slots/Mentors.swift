import CivilTime
public import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension TrainingOffice {
    /// Makes somebody a mentor of a program, or changes the terms of one who is.
    /// - Throws: `Refusal` for an unknown program or a region that takes no part; `BadInput` for a name or zone that is none.
    public func addMentor(
        to program: Program.Name, name: String, email: EmailAddress, zone: String, terms: MentorTerms
    ) async throws -> MentorView {
        let name = try OneLine.validated(name, as: "name")
        let zone = try zones.knownZone(zone)
        let now = clock.now()
        return try await store.write { books in
            let program = try books.requireProgram(program)
            let known = try books.mentors(of: program.name).first { $0.person.email == email }
            let region = terms.region ?? known?.region ?? zones.region(of: zone)
            guard program.regions.contains(region) else {
                throw Refusal(
                    .conflict,
                    "\(region.title) takes no part in \(program.name); name one of its regions with --region: \(program.regions.map(\.rawValue).joined(separator: ", "))"
                )
            }
            try books.refuseBlocked(email, in: program.name)
            if known == nil { try books.refuseBeyondLimit(1, moreMentorsOf: program.name) }
            let person = try books.enter(Person(name: name, email: email, zone: zone), into: program.name)
            let mentor = Mentor(
                program: program.name, person: person, region: region, weight: terms.weight ?? known?.weight ?? 1,
                minGapWeeks: terms.minGapWeeks ?? known?.minGapWeeks ?? 2,
                maxPerMonth: terms.maxPerMonth ?? known?.maxPerMonth ?? 2, knows: known?.knows ?? [],
                since: known?.since ?? now)
            try books.save(mentor)
            return MentorView(mentor, slots: try books.slots(of: program.name))
        }
    }

    /// A program's mentors, by region, then address.
    ///
    /// For its organizer.
    public func mentors(of program: Program.Name) async throws -> [MentorView] {
        try await store.read { books in
            let program = try books.requireProgram(program)
            let slots = try books.slots(of: program.name)
            return try books.mentors(of: program.name).map { MentorView($0, slots: slots) }
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
