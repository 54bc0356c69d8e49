public import CivilTime
public import Mentoring

/// How strangers come in at a client.
public struct SignUpDoor: Sendable {
    /// How people join programs whose file does not say it.
    public let joining: Joining
    /// Lets whoever stands there ask once more, or refuses it.
    let admit: @Sendable (Instant) throws -> Void

    /// A door.
    /// - Parameters:
    ///   - joining: how people join programs whose file does not say it.
    ///   - admit: refuses whoever has asked too often, at a moment.
    public init(joining: Joining, admit: @escaping @Sendable (Instant) throws -> Void = { _ in }) {
        self.joining = joining
        self.admit = admit
    }

    /// A door through which only those come who are invited, unless a program's file says otherwise.
    public static let closed = SignUpDoor(joining: .invited)
}
