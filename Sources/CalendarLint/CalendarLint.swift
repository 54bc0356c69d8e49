public import TimeZoneCatalog

/// Holds calendar files, anybody's, to the rules that Meridian keeps for its own (RFC 5545, 5546, 6868, 7986).
///
/// It reads the bytes by itself and shares nothing with the writer, so that each can find the other's mistakes. Files are
/// given in the order in which they were sent or served: what one shows alone is judged, and what it contradicts of those
/// before it. The work is linear in the bytes, and no bytes make it trap.
///
/// ```swift
/// var lint = CalendarLint(zones: .shipped)
/// for finding in try lint.findings(inNext: bytes) { print(finding) }
/// ```
public struct CalendarLint: Sendable {
    /// The most bytes of a file that are judged, 4 MiB: whatever they hold takes less than a second and, beside them, less than 70 MiB.
    public static let mostBytes = 4 << 20

    /// The most findings that are told of one file; who has that many knows enough.
    public static let mostFindings = 1000

    private let zones: KnownZones
    private var history = RevisionHistory()

    /// A lint that has seen no file yet; the catalog decides which zones there are and what their clocks do.
    public init(zones: TimeZoneCatalog) { self.zones = KnownZones(zones) }

    /// What is wrong with a file, and with what it changes of the files before it; by line, then rule.
    ///
    /// A file without METHOD is judged as a feed, one with METHOD as a message (RFC 5546); one of METHOD:PUBLISH as a feed
    /// that should not have it.
    ///
    /// - Throws: `NotACalendar` when the bytes do not begin as a calendar, or exceed `mostBytes`, 250,000 content
    ///   lines or components 16 deep; the files before are remembered.
    public mutating func findings(inNext bytes: [UInt8]) throws(NotACalendar) -> [Finding] {
        var findings = Findings(limit: Self.mostFindings)
        var spans = SpanRules(zones: zones)
        var series = SeriesRules(zones: zones)
        for calendar in try CalendarReader.calendars(in: bytes, &findings) {
            let method = CalendarMethod(of: calendar)
            TextRules.judge(calendar, &findings)
            TimeRules.judge(calendar, &findings)
            ZoneRulesOfFile(calendar, zones: zones).judge(&findings)
            IdentityRules.judge(calendar, method, &findings)
            MessageRules.judge(calendar, method, &findings)
            FeedRules.judge(calendar, method, &findings)
            MethodRules.judge(calendar, &findings)
            GrammarRules.judge(calendar, method, &findings)
            spans.judge(calendar, method, &findings)
            series.judge(calendar, method, &findings)
            history.judge(calendar, method, &findings)
        }
        history.endFile(&findings)
        return findings.inOrder
    }
}
