/// How people become trainees of a program.
public enum Joining: String, Sendable, Codable, CaseIterable {
    /// An organizer or a mentor invites them.
    case invited
    /// They confirm their address, and wait until an organizer lets them in.
    case asked
    /// They confirm their address.
    case open
}

extension Program {
    /// How people join, where a server says what holds for files that do not say it.
    public func joining(else fallback: Joining) -> Joining { join ?? fallback }
}
