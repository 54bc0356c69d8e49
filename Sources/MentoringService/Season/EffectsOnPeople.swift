import Mentoring
import MentoringAPI

/// What a plan does to people: who moves up from a waiting list, and who is told by mail.
///
/// Read from what is stored before and after, and not from what those who did it think of it, so that what is said is what
/// happens, also in other programs whose sessions give way.
struct EffectsOnPeople {
    private let waited: [Enrollment]
    private let lastMail: Identifier<OutboxMessage>?

    /// Notes what is so before.
    init(before transaction: any StoreReading) throws {
        waited = try transaction.waitingEnrollments()
        lastMail = try transaction.lastMail()
    }

    /// Says in a plan what became of it.
    ///
    /// - Parameters:
    ///   - view: the plan.
    ///   - transaction: the transaction, once all is done.
    ///   - mayName: whether who asks may see names in a program; of the others it is said how many they are.
    /// - Throws: `StorageFailure`, and what `mayName` throws.
    func describe(in view: inout PlanView, _ transaction: any StoreReading, mayName: (Program.Name) throws -> Bool)
        throws
    {
        let promotions = try promotions(transaction)
        let named = try promotions.filter { try mayName($0.program) }
        view.promotions = named.map { PlanView.Promotion(session: $0.session, person: $0.person) }
        view.promotedElsewhere = promotions.count - named.count
        let mails = try transaction.mails(after: lastMail)
        let open = try mails.filter { try $0.program.map(mayName) ?? false }
        view.told = Set(mails.map(\.recipient)).count
        view.toldNames = try Set(open.map(\.recipient)).sorted()
            .map { try transaction.person($0)?.name ?? "\($0)" }.sorted()
    }

    /// Those who waited and have a seat now, by session, then in the order in which they waited.
    private func promotions(
        _ transaction: any StoreReading
    ) throws -> [(program: Program.Name, session: String, person: String)] {
        let waiting = Set(try transaction.waitingEnrollments().map(\.id))
        return try waited.filter { !waiting.contains($0.id) }.compactMap { known in
            guard try transaction.enrollment(of: known.person.id, in: known.session)?.seat != nil,
                let code = try transaction.session(known.session)?.code
            else { return nil }
            return (code.program, "\(code)", known.person.name)
        }
    }
}

extension StoreReading {
    /// Whether somebody may see who is in a program.
    func mayName(_ principal: Principal, in program: Program.Name) throws -> Bool {
        try role(of: principal, about: .program(program)) == .organizer
    }
}
