public import ChatLogs

/// A nickname of which it is known whose it is in the chat of a program; nobody else there can have it.
public struct KnownNickname: Hashable, Sendable {
    /// The most that one person may have in a program.
    public static let most = 20

    /// The program.
    public var program: Program.Name
    /// The nickname.
    public var nickname: Nickname
    /// Whose it is.
    public var person: Person
    /// Whether an organizer has said so, too; nobody else is given it then.
    public var isProved: Bool

    /// A nickname and whose it is.
    public init(program: Program.Name, nickname: Nickname, person: Person, isProved: Bool = false) {
        self.program = program
        self.nickname = nickname
        self.person = person
        self.isProved = isProved
    }

    /// Reads a nickname as somebody typed it.
    /// - Throws: `BadInput` when it is none.
    public static func validated(_ text: String) throws(BadInput) -> Nickname {
        guard let nickname = Nickname(text) else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not a nickname; expected a name of one line and at most \(Nickname.mostBytes) bytes"
            )
        }
        return nickname
    }
}
