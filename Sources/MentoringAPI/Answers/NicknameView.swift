public import ChatLogs
package import Mentoring

/// A nickname in the chat of a program, and whose it is.
public struct NicknameView: Codable, Hashable, Sendable {
    /// The program's name.
    public var program: String
    /// The nickname.
    public var nickname: Nickname
    /// The name of the person.
    public var name: String
    /// The codes of the sessions that count for them from now on, since somebody spoke there by this nickname, or, when it was
    /// removed, count no more; nil when there is none.
    public var sessions: [String]?

    package init(_ known: KnownNickname, sessions: [SessionCode] = []) {
        program = known.program
        nickname = known.nickname
        name = known.person.name
        self.sessions = sessions.isEmpty ? nil : sessions.map(\.description)
    }
}
