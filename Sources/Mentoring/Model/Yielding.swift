public import CivilTime

/// That somebody lets others go first in a session, since they missed their last two seats in its program.
///
/// It ends two days before the session, when what is still free is theirs like anybody's, and for good once they come to one.
public struct Yielding: Codable, Hashable, Sendable {
    /// Until when others go first.
    public var until: Instant
    /// The codes of the sessions that were missed, the latest first.
    public var missed: [String]

    private static let missesThatCount = 2
    private static let beforeSession: Int64 = 2 * 24 * 60 * 60

    /// Looks at what was seen of a person; nil when they need not let anybody go first.
    init?(of person: Person, in session: Session, at now: Instant, _ books: any StoreReading) throws {
        until = session.start.adding(seconds: -Self.beforeSession)
        let seen = try books.attendance(of: person.id, in: session.code.program).prefix(Self.missesThatCount)
        guard now < until, seen.count == Self.missesThatCount, seen.allSatisfy({ $0.kind == .missed }) else {
            return nil
        }
        missed = try seen.compactMap { try books.session($0.session)?.code.description }
    }

    /// Whether a session is so near that nobody has to let others go first any more.
    static func isOver(for session: Session, at now: Instant) -> Bool {
        now >= session.start.adding(seconds: -beforeSession)
    }
}
