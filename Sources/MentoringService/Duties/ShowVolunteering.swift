public import Mentoring
public import MentoringAPI

extension TrainingService {
    /// The duties at which somebody takes turns, or could, of the programs that go on, by program.
    /// - Throws: `Refusal` not-found for an address that is nobody's; `StorageFailure`.
    public func volunteering(of email: EmailAddress) async throws -> [Volunteering] {
        try await store.read { transaction in
            let person = try transaction.requirePerson(email)
            return try transaction.programs(of: person.email).flatMap { program -> [Volunteering] in
                guard try transaction.membership(of: person.id, in: program.name) != nil,
                    try transaction.archive(of: program.name) == nil
                else { return [] }
                let duties = try transaction.duties(of: program.name)
                guard !duties.isEmpty else { return [] }
                let taken = Set(
                    try transaction.volunteers(of: program.name).filter { $0.person.id == person.id }.map(\.duty))
                return duties.map { duty in
                    Volunteering(
                        program: program.name, programTitle: program.title, duty: duty.name, title: duty.title,
                        isTheirs: taken.contains(duty.name))
                }
            }
        }
    }
}
