import ChatLogs
import Mentoring
package import MentoringAPI

extension NicknameView {
    /// Whose it is since somebody said so, or what is to be done so that it is theirs.
    package var added: String {
        guard word != .waiting else { return waitsFor }
        return "\(nickname) is \(OneLine.shown(name)) in \(program)"
            + (sessions.map { "; they spoke in \($0.joined(separator: ", ")), which counts now" } ?? "")
    }

    /// That it is theirs no more, or that nobody says so any more.
    package var removed: String {
        guard word != .waiting else {
            return "nobody says any more that \(nickname) is \(OneLine.shown(name)) in \(program)"
        }
        return "\(nickname) is nobody in \(program) any more; it was \(OneLine.shown(name))"
            + (sessions.map { "; \($0.joined(separator: ", ")) counted by it, and does no more" } ?? "")
    }

    /// Nicknames, a row each: one's own in a program, or everybody's.
    package static func text(of nicknames: [Self], in program: String, isEverybody: Bool) -> String {
        guard !nicknames.isEmpty else {
            return isEverybody
                ? "no nickname is known in \(program)"
                : "you have no nickname in \(program); to say that one is yours: meridian nick add \(program) NICKNAME"
                    + "\neverybody's, for mentors and organizers: meridian nick list \(program) --all"
        }
        var table = Table([
            .init(title: "Nickname", isFlexible: true), .init(title: "Person", isFlexible: true),
            .init(title: "By the word of", wraps: true),
        ])
        for nickname in nicknames { table.add([nickname.nickname.text, nickname.name, nickname.whoseWord]) }
        return table.text()
    }

    private var waitsFor: String {
        let why =
            waiting.map { "somebody spoke by it in \($0.joined(separator: ", "))" } ?? "somebody else says so, too"
        let more = waiting == nil || others == nil ? "" : ", and somebody else says so, too"
        let spoken = ShellWord.quoted(nickname.text)
        return """
            \(nickname) is not \(OneLine.shown(name)) in \(program) yet: \(why)\(more)
              once an organizer confirms it, it counts: meridian nick add \(program) \(spoken) --person \(ShellWord.quoted(OneLine.shown(name)))
            """
    }

    private var whoseWord: String {
        let whose =
            switch word {
            case .organizer: "an organizer"
            case .own, nil: "their own"
            case .waiting: "their own, waits for an organizer's"
            }
        return whose + (others.map { $0 == 1 ? "; 1 other says so" : "; \($0) others say so" } ?? "")
    }
}
