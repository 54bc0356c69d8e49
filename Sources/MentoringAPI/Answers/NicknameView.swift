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

    package init(_ known: KnownNickname) {
        program = known.program
        nickname = known.nickname
        name = known.person.name
    }
}
