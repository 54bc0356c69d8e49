package import CivilTime

/// How long is kept what nobody needs any more.
public struct Retention: Hashable, Sendable {
    /// Days for what mails said, mail set aside, sign-ups, and answers to requests that may be repeated.
    public var mailDays: Int
    /// Days for who did what.
    public var logDays: Int

    /// The least number of days for the log, as the schema has it.
    public static let leastLogDays = 30

    /// 30 days, and two years.
    public static let standard = Retention(mailDays: 30, logDays: 730)

    /// One with both given, in whole days.
    public init(mailDays: Int, logDays: Int) {
        self.mailDays = mailDays
        self.logDays = logDays
    }

    /// What is older than this moment is kept no more.
    package func endOfMail(at now: Instant) -> Instant { now.adding(seconds: Int64(-86_400 * mailDays)) }

    /// Entries of the log before this moment are kept no more.
    package func endOfLog(at now: Instant) -> Instant { now.adding(seconds: Int64(-86_400 * logDays)) }
}
