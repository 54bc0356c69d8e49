import ChatLogs
import Mentoring
import TimeZoneCatalog

/// Those whom somebody may name, by what they are called there, looked up once however many are named.
struct NamedPeople {
    /// One of them.
    struct Known {
        /// The person, as they are shown there.
        let person: Person
        /// What they are there, in words, for telling them from another of the same name.
        let part: String
        /// Whether whoever asks may see their address.
        let showsAddress: Bool
    }

    /// What they are, in words: “mentor of nova”.
    private let what: String
    private let people: [Known]
    /// The words of each one's name, in the order of `people`.
    private let words: [[String]]
    /// Whose name has a word.
    private let having: [String: [Int]]
    private let nicknamed: [Nickname: [Known]]
    /// What tells somebody from all others of the same name, for those who may not see addresses.
    private let mark: @Sendable (Person) -> String?

    /// - Parameters:
    ///   - people: whoever may be named; nobody else is found, or suggested.
    ///   - what: what they are, in words.
    ///   - nicknames: the nicknames by which they may be named.
    ///   - mark: what tells somebody from all others of the same name.
    init(
        _ people: [Known], as what: String, nicknames: [KnownNickname] = [],
        mark: @escaping @Sendable (Person) -> String? = { _ in nil }
    ) {
        let words = people.map { PersonName.spokenWords($0.person.name) }
        var having: [String: [Int]] = [:]
        for (index, words) in words.enumerated() {
            for word in Set(words) { having[word, default: []].append(index) }
        }
        (self.what, self.people, self.words, self.having, self.mark) = (what, people, words, having, mark)
        let known = Dictionary(people.map { ($0.person.email, $0) }) { first, _ in first }
        nicknamed = Dictionary(grouping: nicknames, by: \.nickname).mapValues { nicknames in
            nicknames.compactMap { known[$0.person.email] }
        }
    }

    /// Who is meant: by nickname in the chat, by name, or by words of it.
    ///
    /// Whoever else may be meant makes it nobody: a name that is said in full may be a part of another's, or a nickname. Of names that
    /// differ in their accents alone the one that is written with its own is meant.
    /// - Throws: `Refusal` not-found with the nearest names, or conflict with all who may be meant; `BadInput` for an address that
    ///   is none.
    func require(_ written: WrittenPerson) throws -> Known {
        let text = written.description
        var found = called(text)
        if found.isEmpty, let hyphen = text.lastIndex(of: "-") {
            let suffix = text[text.index(after: hyphen)...].lowercased()
            found = called(String(text[..<hyphen])).filter { mark($0.person) == suffix }
        }
        guard let first = found.first else {
            // A Matrix identifier begins with @, and no address does.
            if text.contains("@"), !text.hasPrefix("@"), !text.contains(where: \.isWhitespace) {
                _ = try written.address
            }
            throw Refusal.notFound("\(what) called", text, nearest: near(text))
        }
        guard found.count > 1 else { return first }
        let exact = found.filter { PersonName.words($0.person.name) == PersonName.words(text) }
        let wanted = PersonName.spokenWords(text)
        guard exact.count == 1, found.allSatisfy({ PersonName.spokenWords($0.person.name) == wanted }) else {
            throw severalMeant(by: text, found)
        }
        return exact[0]
    }

    /// The one whose name is just what a chat shows, without pronouns behind it; nil when that is one word, as anybody may have
    /// taken it for a nickname, or several are called so.
    func shown(as nickname: Nickname) -> Person? {
        guard nickname.isDisplayName else { return nil }
        let name = nickname.withoutPronouns
        let found = named(name).filter { PersonName.words($0.person.name) == PersonName.words(name) }
        return Set(found.map(\.person.id)).count == 1 ? found.first?.person : nil
    }

    /// The names that nobody else among some people has, and that are no address of somebody else's.
    static func names(of people: [Person]) -> [EmailAddress: String] {
        let owners = Dictionary(grouping: people) { PersonName.spokenWords($0.name) }
            .mapValues { Set($0.map(\.email)) }
        var names: [EmailAddress: String] = [:]
        for person in people where names[person.email] == nil && !person.name.contains("@") {
            if owners[PersonName.spokenWords(person.name)]?.count == 1 { names[person.email] = person.name }
        }
        return names
    }

    /// Those who may be meant by a name or a nickname, each once.
    private func called(_ text: String) -> [Known] {
        let found = (Nickname(text).flatMap { nicknamed[$0] } ?? []) + named(text)
        var seen: Set<EmailAddress> = []
        return found.filter { seen.insert($0.person.email).inserted }
    }

    /// Those whose name has the words of a text one after the other.
    private func named(_ text: String) -> [Known] {
        let wanted = PersonName.spokenWords(text)
        guard let first = wanted.first else { return [] }
        return (having[first] ?? []).filter { words[$0].contains(wanted) }.map { people[$0] }
    }

    /// The names that differ least from a text, in all their words or in one.
    private func near(_ text: String) -> [String] {
        let spellings = words.map { Set($0).union([$0.joined(separator: " ")]) }
        let near = nearest(
            to: PersonName.spokenWords(text).joined(separator: " "), among: spellings.flatMap { $0.sorted() })
        var names: [String] = []
        for (known, spellings) in zip(people, spellings)
        where !spellings.isDisjoint(with: near) && !names.contains(known.person.name) {
            names.append(OneLine.shown(known.person.name))
        }
        return Array(names.prefix(3))
    }

    /// Names those who may be meant so that whoever asks can tell them apart, by no more than they may see.
    private func severalMeant(by text: String, _ found: [Known]) -> Refusal {
        let most = 5
        let spoken = PersonName.spokenWords(text).joined(separator: " ")
        let named = found.prefix(most).map(\.self).map { known in
            let name = OneLine.shown(known.person.name)
            if known.showsAddress { return "\(name) (\(known.person.email))" }
            let mark = mark(known.person).map { ", or write \(ShellWord.quoted("\(spoken)-\($0)"))" } ?? ""
            return "\(name) (\(known.part)\(mark))"
        }
        let others = found.count > most ? ["\(found.count - most) more"] : []
        let list = (named + others).inWords(joinedBy: "or")
        let way = found.allSatisfy(\.showsAddress) ? "the address" : "what stands behind it"
        return Refusal(.conflict, "\(OneLine.shown(text)) may mean \(list); give more of the name, or \(way)")
    }
}
