import CivilTime
import Mentoring
import MentoringAPI
import Wording

/// Who did what in a program, or on the whole server, a page of it, for its template.
struct LogViewPage: Encodable {
    /// How many entries a page has.
    static let length = 50

    /// What is looked for, as the address says it.
    struct Wish: Encodable {
        var who: String?
        var about: String?
        var since: LocalDate?
        var before: Identifier<LogEntry>?
        var after: Identifier<LogEntry>?

        /// - Throws: `BadInput` for a day or an entry that is none.
        init(_ query: Query) throws(BadInput) {
            for (name, text) in query.fields where !text.isEmpty {
                switch name {
                case "who": who = text
                case "about": about = text
                case "since":
                    guard let day = LocalDate(iso: text) else {
                        throw BadInput("since is a day such as 2027-01-04, not “\(OneLine.shown(text))”")
                    }
                    since = day
                case "before": before = try Self.entry(text)
                case "after": after = try Self.entry(text)
                default: break
                }
            }
        }

        private static func entry(_ text: String) throws(BadInput) -> Identifier<LogEntry> {
            guard let number = Int64(text), number > 0 else {
                throw BadInput("an entry of the log is known by its number, not “\(OneLine.shown(text))”")
            }
            return Identifier(number)
        }

        /// Whether one reads on from an entry towards the newest.
        var isForward: Bool { after != nil && before == nil }

        /// The same as a query, before or after an entry.
        func query(_ cursor: String, _ entry: Identifier<LogEntry>) -> String {
            let kept = [("who", who), ("about", about), ("since", since.map { "\($0)" }), (cursor, "\(entry)")]
            return "?"
                + kept.compactMap { name, text in text.map { "\(name)=\($0.percentEncoded(keeping: ""))" } }
                .joined(separator: "&")
        }
    }

    let frame: PageFrame
    /// Whose; nil for all.
    let program: String?
    let parts: [AnswerPart]
    let address: String
    let back: String
    let who: String
    let about: String
    let since: String
    /// Where entries are that are older, or newer, than these.
    let older: String?
    let newer: String?
    let hasMore: Bool
    /// Whether something is looked for, so that all can be shown again.
    let isNarrowed: Bool

    /// - Parameters:
    ///   - entries: the entries, the newest first; one more than a page has where there are more that way.
    ///   - wish: what was looked for.
    ///   - program: whose, by its title; nil for all.
    ///   - back: the page from which one came.
    ///   - frame: what is around it.
    ///   - clock: of whoever reads it.
    init(
        _ entries: [LogEntryView], _ wish: Wish, of program: String?, backTo back: String, in frame: PageFrame,
        on clock: ZoneRules
    ) {
        self.frame = frame
        self.program = program
        self.back = frame.root + back
        let goesOn = entries.count > Self.length
        let shown = Array(wish.isForward ? entries.suffix(Self.length) : entries.prefix(Self.length))
        parts = AnswerPart.log(shown, ofAllPrograms: program == nil, on: clock)
        address = frame.root + frame.path
        who = wish.who ?? ""
        about = wish.about ?? ""
        since = wish.since.map { "\($0)" } ?? ""
        let place = { (cursor: String, entry: LogEntryView?) in
            entry.map { frame.root + frame.path + wish.query(cursor, $0.id) }
        }
        older = wish.isForward || goesOn ? place("before", shown.last) : nil
        newer = wish.before != nil || wish.isForward && goesOn ? place("after", shown.first) : nil
        hasMore = older != nil || newer != nil
        isNarrowed = [who, about, since].contains { !$0.isEmpty } || wish.before != nil || wish.after != nil
    }
}
