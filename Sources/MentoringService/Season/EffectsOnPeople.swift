import Mentoring
import MentoringAPI
import Wording

/// What a change does to people: who moves up from a waiting list, whom a free seat passes by, and who is told by mail.
///
/// Read from what is stored before and after, and not from what those who did it think of it, so that what is said is what
/// happens, also in other programs whose sessions give way.
struct EffectsOnPeople {
    /// Somebody who waited for a seat in a session.
    private struct Waiting {
        let program: Program.Name
        let session: String
        let place: Identifier<Session>
        let person: Person
    }

    private let secrets: any Secrets
    private let principal: Principal?
    private let queues: QueueMark
    private let lastMail: Identifier<OutboxMessage>?

    /// Notes what is so before.
    /// - Parameters:
    ///   - principal: who reads of it; nil where that is only what an organizer reads.
    ///   - secrets: by which those are told apart whose addresses are not for them.
    ///   - transaction: the transaction, before anything is done.
    /// - Throws: `StorageFailure`.
    init(for principal: Principal?, by secrets: any Secrets, before transaction: any StoreWriting) throws {
        (self.secrets, self.principal) = (secrets, principal)
        queues = try transaction.noteQueues()
        lastMail = try transaction.lastMail()
    }

    /// Says in a plan what became of it.
    ///
    /// - Parameters:
    ///   - view: the plan.
    ///   - places: those that it may have taken from people.
    ///   - transaction: the transaction, once all is done.
    ///   - mayName: whether who asks may see names in a program; of the others it is said how many they are.
    /// - Throws: `StorageFailure`, and what `mayName` throws.
    func describe(
        in view: inout PlanView, _ places: LostPlaces, _ transaction: any StoreReading,
        mayName: (Program.Name) throws -> Bool
    ) throws {
        let (lost, others) = try places.named(transaction) { program, _ in try mayName(program) }
        (view.lost, view.lostElsewhere) = (lost, others.count)
        let queues = try queues(transaction) { program, _ in
            try mayName(program)
        } mayTell: {
            try places.mayTell($0, at: $1, transaction)
        }
        (view.promotions, view.promotedElsewhere) = (queues.promoted, queues.promotedElsewhere)
        view.passedBy = queues.passedBy
        let told = try told(transaction) { program, _ in try mayName(program) }
        (view.told, view.toldNames) = (told.count, told.names)
    }

    /// Whether who asks may see the name of somebody of a program; nil is whoever nobody knows but by their address.
    typealias Naming = (Program.Name, Person?) throws -> Bool

    /// Who moves up from a waiting list, and whom a free seat passes by, by session, then in the order in which they waited.
    ///
    /// - Parameters:
    ///   - transaction: the transaction, once all is done.
    ///   - mayName: whether who asks may see the name of somebody of a program.
    ///   - mayTell: whether they may see what somebody does at the time of a session, since that is why a seat passes by.
    /// - Returns: those who move up, how many of them cannot be named, and those whom a seat passes by.
    /// - Throws: `StorageFailure`, and what the others throw.
    func queues(
        _ transaction: any StoreReading, mayName: Naming,
        mayTell: (Person, Identifier<Session>) throws -> Bool = { _, _ in true }
    ) throws -> (promoted: [PlanView.Promotion], promotedElsewhere: Int, passedBy: [PlanView.Promotion]) {
        let (promoted, passedBy) = try changes(transaction)
        var names = Names(effects: self, transaction: transaction)
        func named(_ waiting: [Waiting]) throws -> [PlanView.Promotion] {
            try waiting.filter { try mayName($0.program, $0.person) }.map {
                .init(session: $0.session, person: try names.of($0.person, in: $0.program))
            }
        }
        let told = try named(promoted)
        return (told, promoted.count - told.count, try named(passedBy.filter { try mayTell($0.person, $0.place) }))
    }

    /// How many are told by mail, and the names of those who may be named, in their order.
    func told(_ transaction: any StoreReading, mayName: Naming) throws -> (count: Int, names: [String]) {
        let mails = try transaction.mails(after: lastMail)
        let recipients = Set(mails.map(\.recipient))
        let people = try Dictionary(
            uniqueKeysWithValues: recipients.compactMap { recipient in
                try transaction.person(writingFrom: recipient).map { (recipient, $0) }
            })
        var names: [EmailAddress: String] = [:]
        var apart = Names(effects: self, transaction: transaction)
        for mail in mails where names[mail.recipient] == nil {
            let person = people[mail.recipient]
            guard let program = mail.program, try mayName(program, person) else { continue }
            // As the program shows them that writes, which may have been told another name than theirs.
            names[mail.recipient] =
                try person.map { try apart.of(transaction.shown($0, in: program), in: program) }
                ?? "\(mail.recipient)"
        }
        return (recipients.count, names.values.sorted())
    }

    /// What became of those who waited, by session.
    ///
    /// - Parameters:
    ///   - transaction: the transaction, once all is done.
    ///   - mayName: whether who asks may see names in a program; of the others it is said how many they are.
    /// - Returns: none where nobody's place has changed.
    /// - Throws: `StorageFailure`, and what `mayName` throws.
    func onQueues(
        _ transaction: any StoreReading, mayName: (Program.Name) throws -> Bool = { _ in true }
    ) throws -> [QueueEffect] {
        let (promoted, passedBy) = try changes(transaction)
        let named = try promoted.filter { try mayName($0.program) }
        var effects: [QueueEffect] = []
        var apart = Names(effects: self, transaction: transaction)
        for (index, first) in named.enumerated() where index == 0 || named[index - 1].session != first.session {
            let names = try named.filter { $0.session == first.session }.map { try apart.of($0.person, in: $0.program) }
            effects.append(.movesUp(names, in: first.session))
        }
        if named.count < promoted.count { effects.append(.movesUpElsewhere(promoted.count - named.count)) }
        let told = Set(try transaction.mails(after: lastMail).map(\.recipient))
        for known in try passedBy.filter({ try mayName($0.program) }) {
            let name = try apart.of(known.person, in: known.program)
            effects.append(.passedBy(name, in: known.session, isTold: told.contains(known.person.email)))
        }
        return effects
    }

    /// What stands for people, program by program, each looked up once.
    private struct Names {
        let effects: EffectsOnPeople
        let transaction: any StoreReading
        private var known: [Program.Name: ToldApart] = [:]

        init(effects: EffectsOnPeople, transaction: any StoreReading) {
            (self.effects, self.transaction) = (effects, transaction)
        }

        mutating func of(_ person: Person, in program: Program.Name) throws -> String {
            if let names = known[program] { return names(person) }
            let organizes = try effects.principal.map { try transaction.mayName($0, in: program) } ?? true
            let names = try transaction.toldApart(in: program, showingAddresses: organizes, by: effects.secrets)
            known[program] = names
            return names(person)
        }
    }

    /// Those who waited and have a seat now, and those who let others go first since, by session, then in the order in which they
    /// waited.
    private func changes(_ transaction: any StoreReading) throws -> (promoted: [Waiting], passedBy: [Waiting]) {
        var (promoted, passedBy): ([Waiting], [Waiting]) = ([], [])
        for change in try transaction.queueChanges(since: queues) {
            guard let now = try transaction.enrollment(of: change.person, in: change.session),
                let code = try transaction.session(change.session)?.code
            else { continue }
            let waiting = Waiting(program: code.program, session: "\(code)", place: change.session, person: now.person)
            if now.seat != nil {
                promoted.append(waiting)
            } else if now.id == change.enrollment, now.yields, !change.yielded {
                passedBy.append(waiting)
            }
        }
        return (promoted, passedBy)
    }
}

extension StoreReading {
    /// Whether somebody may see who is in a program.
    func mayName(_ principal: Principal, in program: Program.Name) throws -> Bool {
        try role(of: principal, about: .program(program)) == .organizer
    }
}
