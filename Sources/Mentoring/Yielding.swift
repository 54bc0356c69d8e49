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

    /// What follows for a session from what was seen of somebody in its program.
    ///
    /// Nil when they need not let anybody go first.
    ///
    /// - Parameters:
    ///   - seen: what was seen of them, the latest first.
    ///   - session: the session that they want a seat in.
    ///   - now: the moment of asking.
    ///   - code: the code of a session that was missed.
    package init?(
        after seen: [Attendance], of session: Session, at now: Instant,
        code: (Identifier<Session>) throws -> String?
    ) rethrows {
        until = session.start.adding(seconds: -Self.beforeSession)
        let seen = seen.prefix(Self.missesThatCount)
        guard now < until, seen.count == Self.missesThatCount, seen.allSatisfy({ $0.kind == .missed }) else {
            return nil
        }
        missed = try seen.compactMap { try code($0.session) }
    }
}
