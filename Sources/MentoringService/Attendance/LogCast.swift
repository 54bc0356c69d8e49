import ChatLogs
import Mentoring
import MentoringAPI

/// Those who speak in the log of a session, and who they are in its program.
struct LogCast {
    /// Those who are known.
    private(set) var known: [AttendanceView.Speaker] = []
    /// Those who are left out.
    private(set) var ignored: [Nickname] = []
    private var peopleByID: [Identifier<Person>: Person] = [:]
    private var unknown: [Nickname] = []
    /// The nicknames of somebody who would be several people.
    private var contested: (nicknames: [Nickname], people: [Person])?

    /// - Parameters:
    ///   - speakers: those who speak, each by all nicknames that they had.
    ///   - nicknames: whose they are.
    ///   - bots: who is nobody, unless known as somebody.
    ///   - ignored: who is to be left out.
    init(_ speakers: [[Nickname]], known nicknames: [KnownNickname], bots: [Nickname], ignored: [Nickname]) {
        let owners = Dictionary(nicknames.map { ($0.nickname, $0.person) }) { first, _ in first }
        let (bots, leftOut) = (Set(bots), Set(ignored))
        for names in speakers {
            guard let first = names.first else { continue }
            let people = Dictionary(names.compactMap { owners[$0] }.map { ($0.id, $0) }) { first, _ in first }
            if !leftOut.isDisjoint(with: names) {
                self.ignored.append(first)
            } else if people.count > 1 {
                contested = contested ?? (names, people.values.sorted { $0.id.rawValue < $1.id.rawValue })
            } else if let person = people.values.first {
                known.append(.init(nickname: first, name: person.name))
                peopleByID[person.id] = person
            } else if !bots.isDisjoint(with: names) {
                self.ignored.append(first)
            } else {
                unknown.append(first)
            }
        }
    }

    /// Those who are known, each once.
    var people: [Person] { peopleByID.values.sorted { $0.id.rawValue < $1.id.rawValue } }

    /// - Throws: `Refusal` conflict when somebody speaks of whom it is not clear who they are.
    func refuseUnlessClear(in program: Program.Name) throws(Refusal) {
        if let (names, people) = contested {
            throw Refusal(
                .conflict,
                "nothing was recorded: \(names.map(\.text).joined(separator: ", ")) are one person in the log, but known as \(people.map(\.name).joined(separator: " and ")); leave them out (--ignore \(names[0])) and name who was there"
            )
        }
        guard let first = unknown.first else { return }
        let shown = unknown.prefix(10).map(\.text).joined(separator: ", ")
        let rest = unknown.count > 10 ? " and \(unknown.count - 10) more" : ""
        throw Refusal(
            .conflict,
            "nothing was recorded: nobody knows who \(shown)\(rest) \(unknown.count == 1 ? "is" : "are"). Each person adds their own nickname: meridian nick add \(program) \(first). Leave out who is nobody: --ignore \(first), or for good as one of the program file's bots"
        )
    }
}
