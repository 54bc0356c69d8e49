package import ChatLogs
package import CivilTime
import Mentoring
package import MentoringAPI

/// Who took part in a session, for its mentor's eyes.
package struct AttendanceText {
    private let view: AttendanceView

    package init(_ view: AttendanceView) { self.view = view }

    /// What was recorded just now.
    package func recorded(onlookers: [Nickname] = []) -> String {
        let missing =
            view.missed.isEmpty ? "nobody who had a seat was missing" : "missing: \(Self.list(view.missed))"
        let speakers = view.speakers.map { $0.map { "\($0.name) as \($0.nickname)" } } ?? []
        return [
            "\(view.session): \(view.present.count) came; \(missing)", noMore,
            Self.line("only by their own word", view.checkedIn), Self.line("asynchronously", view.asynchronous),
            Self.line("spoke", speakers), Self.line("spoke and is nobody", (view.ignored ?? []).map(\.text)),
            visitors,
        ].compactMap(\.self).joined(separator: "\n")
            + (view.unclear ?? []).map(Self.unclear).map { "\n\($0)" }.joined()
            + [Self.line("joined and said nothing", onlookers.map(\.text)), view.unread.map(Self.unread)]
            .compactMap { $0.map { "\n\($0)" } }.joined()
    }

    /// Whose record was replaced.
    private var noMore: String? {
        let former = (view.noMore ?? []).map { former in
            let before =
                switch former.before {
                case .came: "came"
                case .missed: "did not come"
                case .asynchronous: "attended asynchronously"
                case .visitor: "spoke, and nobody's yet"
                }
            return "\(OneLine.shown(former.name)) (before: \(before))"
        }
        return former.isEmpty ? nil : "no more recorded: \(former.joined(separator: ", "))"
    }

    /// Who speaks and is nobody's, and what can be done about it.
    private var visitors: String? {
        guard let first = view.visitors.first else { return nil }
        let program = SessionCode(view.session)?.program.description ?? "PROGRAM"
        let nickname = ShellWord.quoted(first.text)
        return
            "spoke and is nobody's yet: \(Self.list(view.visitors.map(\.text)))\n  it counts for whoever says that it is theirs (meridian nick add \(program) \(nickname)), once an organizer confirms it; leave out who is nobody (--ignore \(nickname), or one of the program file's bots)"
    }

    private static func unclear(_ unclear: AttendanceView.Unclear) -> String {
        let way = Layout.current.isOnPage ? "" : " (--also)"
        return
            "left out: \(list(unclear.nicknames.map(\.text))) are one person in the log, but known as \(unclear.names.map(OneLine.shown).joined(separator: " and ")); name who was there\(way)"
    }

    private static func unread(_ unread: ChatLog.Unread) -> String {
        "\(unread.lines.counted("line")) unread, first at line \(unread.first)"
    }

    /// Everything that is known, its moments on a clock.
    package func whole(on clock: ZoneRules) -> String {
        let lists = [
            ("Came", view.present), ("Of those, checked in", view.checkedIn), ("Missed", view.missed),
            ("Asynchronously", view.asynchronous),
        ].map { ($0, $1.isEmpty ? "nobody" : $1.joined(separator: ", ")) }
        let visitors =
            view.visitors.isEmpty ? [] : [("Visitors", view.visitors.map(\.text).joined(separator: ", "))]
        let facts = Facts([("Session", view.session)] + lists + visitors + (view.log.map { [("Log", $0)] } ?? [])).text
        return ([facts] + view.answers.map { Self.answers($0, on: clock) }).joined(separator: "\n\n")
    }

    private static func answers(_ answers: AnswersView, on clock: ZoneRules) -> String {
        func moment(_ moment: Instant) -> String { When.dayAndTime(clock.local(at: moment)) }
        let state = answers.signedOff.map { "signed off \(moment($0))" } ?? "not signed off yet"
        let lines = answers.text.split(separator: "\n", omittingEmptySubsequences: false)
        return (["\(answers.name) answered \(moment(answers.written)) \(clock.id), \(state)"] + lines.map { "  \($0)" })
            .map { OneLine.shown(lineOfText: $0) }.joined(separator: "\n")
    }

    private static func line(_ what: String, _ names: [String]) -> String? {
        names.isEmpty ? nil : "\(what): \(list(names))"
    }

    private static func list(_ names: [String]) -> String { names.map(OneLine.shown).joined(separator: ", ") }
}
