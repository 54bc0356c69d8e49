import Mentoring
import MentoringAPI

/// What stands for a person of a program, so that nobody is taken for another.
///
/// That is the name where nobody else there has it as it is written; else the address for who organizes it, and the name with a mark for others
/// (`Kim Lee-x7qd`), which tells of nobody who they are. Either names them in a request, too.
struct ToldApart: Sendable {
    private let owners: [[String]: Set<EmailAddress>]
    /// Whose a name is, as it is written, that nobody else has: a season names the same few people again and again.
    private let alone: [String: EmailAddress]
    private let other: @Sendable (Person) -> String

    fileprivate init(_ people: [Participant], otherwise other: @escaping @Sendable (Person) -> String) {
        let named = people.map { ($0, PersonName.words($0.name)) }
        let owners = Dictionary(grouping: named, by: \.1).mapValues { Set($0.map(\.0.email)) }
        alone = Dictionary(named.filter { owners[$1]?.count == 1 }.map { ($0.0.name, $0.0.email) }) { first, _ in first
        }
        self.owners = owners
        self.other = other
    }

    /// What stands for one of them, also when they take part no more.
    func callAsFunction(_ person: Person) -> String {
        if alone[person.name] == person.email { return person.name }
        let others = owners[PersonName.words(person.name)]?.filter { $0 != person.email } ?? []
        return others.isEmpty ? person.name : other(person)
    }
}

extension StoreReading {
    /// What stands for the people of a program where whoever asks reads of them.
    func toldApart(in program: Program.Name, for principal: Principal, by secrets: any Secrets) throws -> ToldApart {
        try toldApart(in: program, showingAddresses: mayName(principal, in: program), by: secrets)
    }

    /// The same for those who may see addresses, or may not.
    func toldApart(in program: Program.Name, showingAddresses: Bool, by secrets: any Secrets) throws -> ToldApart {
        // That somebody asks to join is for organizers to know.
        let people =
            try showingAddresses
            ? self.people(in: .everybody, of: requireProgram(program), seenAs: .organizer, by: nil).map {
                Participant(name: $0.person.name, email: $0.person.email)
            } : participants(of: program)
        return ToldApart(people) { person in
            guard !showingAddresses else { return person.email.description }
            return person.mark(in: program, by: secrets).map { "\(person.name)-\($0)" } ?? person.name
        }
    }
}

extension Person {
    /// What tells somebody from all others of the same name: of one program alone, so that nobody is known again in another by it.
    func mark(in program: Program.Name, by secrets: any Secrets) -> String? {
        (try? secrets.secret(for: "person \(program) \(id)")).map { String($0.prefix(4)) }
    }
}
