import ChatLogs
import Mentoring
import MentoringAPI

/// Those who speak in the log of a session, and who they are in its program.
///
/// Whom nobody knows keeps nobody else from being known.
struct LogCast {
    /// Those who are known.
    private(set) var known: [AttendanceView.Speaker] = []
    /// Those who are left out.
    private(set) var ignored: [Nickname] = []
    /// Those who would each be several people.
    private(set) var unclear: [AttendanceView.Unclear] = []
    /// Those who are nobody's, each by all nicknames that they had.
    private(set) var visitors: [[Nickname]] = []
    /// The same of those who are somebody by their own word alone, which an organizer may find to be wrong.
    private(set) var unproved: [[Nickname]] = []
    private var peopleByID: [Identifier<Person>: Person] = [:]

    /// - Parameters:
    ///   - speakers: those who speak, each by all nicknames that they had.
    ///   - nicknames: whose they are.
    ///   - people: who is shown with their whole name.
    ///   - bots: who is nobody, unless known as somebody.
    ///   - ignored: who is to be left out.
    init(
        _ speakers: [[Nickname]], known nicknames: [KnownNickname], people: NamedPeople, bots: [Nickname],
        ignored: [Nickname]
    ) {
        let owners = Dictionary(nicknames.map { ($0.nickname, $0.person) }) { first, _ in first }
        let (bots, leftOut) = (Set(bots), Set(ignored))
        let unproved = Set(nicknames.filter { !$0.isProved }.map(\.nickname))
        for names in speakers {
            guard let first = names.first else { continue }
            let found = names.flatMap { [owners[$0], people.shown(as: $0)].compactMap(\.self) }
            let people = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
            if !leftOut.isDisjoint(with: names) {
                self.ignored.append(first)
            } else if people.count > 1 {
                let owners = people.values.sorted { $0.id.rawValue < $1.id.rawValue }
                unclear.append(.init(nicknames: names, names: owners.map(\.name)))
            } else if let person = people.values.first {
                known.append(.init(nickname: first, name: person.name))
                peopleByID[person.id] = person
                if !unproved.isDisjoint(with: names) { self.unproved.append(names) }
            } else if !bots.isDisjoint(with: names) {
                self.ignored.append(first)
            } else {
                visitors.append(names)
            }
        }
    }

    /// Those who are known, each once.
    var people: [Person] { peopleByID.values.sorted { $0.id.rawValue < $1.id.rawValue } }
}
