public import ChatLogs
package import Mentoring

/// A nickname in the chat of a program, and whose it is.
public struct NicknameView: Codable, Hashable, Sendable {
    /// By whose word it is theirs.
    public enum Word: String, Codable, CaseIterable, Sendable {
        /// Theirs by their own.
        case own
        /// An organizer's, too; nobody else is given it.
        case organizer
        /// Theirs once an organizer confirms it, and not until then.
        case waiting
    }

    /// The program's name.
    public var program: String
    /// The nickname.
    public var nickname: Nickname
    /// The name of the person.
    public var name: String
    /// The codes of the sessions that count for them from now on, since somebody spoke there by this nickname, or, when it was
    /// removed, count no more; nil when there is none.
    public var sessions: [String]?
    /// By whose word it is theirs; nil from servers that did not ask for one.
    public var word: Word?
    /// How many others say that it is theirs; nil when nobody does.
    public var others: Int?
    /// The codes of the sessions in which somebody spoke by it, which count for whoever it is confirmed to be; nil when there is
    /// none, or it does not wait.
    public var waiting: [String]?

    package init(
        _ known: KnownNickname, sessions: [SessionCode] = [], word: Word? = nil, others: Int = 0,
        waiting: [SessionCode] = []
    ) {
        program = known.program
        nickname = known.nickname
        name = known.person.name
        self.sessions = sessions.isEmpty ? nil : sessions.map(\.description)
        self.word = word ?? (known.isProved ? .organizer : .own)
        self.others = others == 0 ? nil : others
        self.waiting = waiting.isEmpty ? nil : waiting.map(\.description)
    }
}
