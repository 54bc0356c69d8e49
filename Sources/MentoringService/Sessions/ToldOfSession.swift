import Mentoring
import MentoringAPI

/// Who hears by mail of what is done about one session, by name, for whoever does it or only looks.
struct ToldOfSession {
    private let people: EffectsOnPeople
    private let principal: Principal
    private let program: Program.Name

    /// Notes what is so before.
    /// - Throws: `StorageFailure`.
    init(_ session: Session, for client: Client, before transaction: any StoreWriting) throws {
        (principal, program) = (client.principal, session.code.program)
        people = try EffectsOnPeople(for: client.principal, by: client.service.secrets, before: transaction)
    }

    /// The names of those who are told, in their order: whoever organizes the program sees all of them.
    ///
    /// - Parameters:
    ///   - known: those whom whoever asks knows anyway, such as those in a session of theirs.
    ///   - transaction: the transaction, once all is done.
    /// - Returns: the names that they may see, at most as many as people are told.
    /// - Throws: `StorageFailure`.
    func names(knowing known: [Person], _ transaction: any StoreReading) throws -> [String] {
        let known = Set(known.map(\.id))
        let organizes = try transaction.mayName(principal, in: program)
        return try people.told(transaction) { place, person in
            guard place == program else { return try transaction.mayName(principal, in: place) }
            return organizes || person.map { known.contains($0.id) } ?? false
        }.names
    }
}
