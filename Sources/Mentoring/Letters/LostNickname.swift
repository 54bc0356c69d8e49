public import ChatLogs

/// A nickname that somebody said is theirs, and is not, by an organizer's word.
public struct LostNickname: Hashable, Sendable {
    /// The nickname.
    public let nickname: Nickname
    /// Who had said so.
    public let person: Person
    /// The sessions that counted for them by it, and do no more.
    public let sessions: [SessionCode]

    /// A nickname with every part given.
    public init(nickname: Nickname, person: Person, sessions: [SessionCode] = []) {
        self.nickname = nickname
        self.person = person
        self.sessions = sessions
    }
}
