import ChatLogs
import Mentoring
import TimeZoneCatalog

/// A program's mentors and trainees by what they are called, looked up once however many are named.
struct NamedPeople {
    private let program: Program
    private let people: [Person]
    /// The words of each one's name, in the order of `people`.
    private let words: [[String]]
    /// Whose name has a word.
    private let having: [String: [Int]]
    private let nicknamed: [Nickname: [Person]]
    private let transaction: any StoreReading

    init(of program: Program, in transaction: any StoreReading) throws {
        (self.program, self.transaction) = (program, transaction)
        let people = try transaction.mentors(of: program.name).map(\.person) + transaction.trainees(of: program.name)
        let words = people.map { PersonName.words($0.name) }
        var having: [String: [Int]] = [:]
        for (index, words) in words.enumerated() {
            for word in Set(words) { having[word, default: []].append(index) }
        }
        (self.people, self.words, self.having) = (people, words, having)
        nicknamed = Dictionary(grouping: try transaction.nicknames(of: program.name), by: \.nickname)
            .mapValues { $0.map(\.person) }
    }

    /// The one who is called so: by address, by nickname in the chat, by name, or by words of it.
    ///
    /// Whoever else may be meant makes it nobody: a name that is said in full may be a part of another's, or a nickname.
    /// - Throws: `Refusal` not-found, or conflict when several may be meant.
    func require(_ text: String) throws -> Person {
        // A Matrix identifier begins with @, and no address does.
        if text.contains("@"), !text.hasPrefix("@") {
            return try transaction.requirePerson(EmailAddress(text), in: program)
        }
        let found = (Nickname(text).flatMap { nicknamed[$0] } ?? []) + called(PersonName.words(text))
        guard let person = found.first else {
            throw Refusal.notFound(
                "participant of \(program.name) called", text, nearest: nearest(to: text, among: people.map(\.name)))
        }
        guard Set(found.map(\.id)).count == 1 else {
            throw Refusal(
                .conflict,
                "several may be meant by \(OneLine.shown(text)); give the nickname or the address, or more of the name")
        }
        return person
    }

    /// The one whose name is just what a chat shows, without pronouns behind it; nil when that is one word, as anybody may have
    /// taken it for a nickname, or several are called so.
    func shown(as nickname: Nickname) -> Person? {
        guard nickname.isDisplayName else { return nil }
        let wanted = PersonName.words(nickname.withoutPronouns)
        let found = called(wanted).filter { PersonName.words($0.name) == wanted }
        return Set(found.map(\.id)).count == 1 ? found.first : nil
    }

    /// Those whose name has these words one after the other.
    private func called(_ wanted: [String]) -> [Person] {
        guard let first = wanted.first else { return [] }
        return (having[first] ?? []).filter { words[$0].contains(wanted) }.map { people[$0] }
    }
}
