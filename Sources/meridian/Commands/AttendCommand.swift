import ArgumentParser
import ChatLogs
import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The command `meridian attend`.
struct AttendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Record who came to a session, or make up for having missed it.",
        discussion: """
            The mentor names who came, or hands in the log: whoever speaks in it was there. Whoever had a seat, is not named, \
            did not speak and did not check in, did not come. Recording again replaces what was recorded, unless --also adds \
            to it. Who missed their last two seats lets others go first the next time, until two days before that session, \
            and is told why. Who speaks and is nobody's is a visitor, for whom the session counts once they take part in the \
            program and add their nickname. Without names, and with nothing else, it is shown who took part.

            A trainee checks in from ten minutes before until the end. Who could not come reads the log, answers the mentor's \
            questions within 14 days, and has attended asynchronously once the mentor signs that off.

              meridian attend nova-2027a-w03-asia --log nova.2027-01-19-08.00.log.txt --log-url https://…
              meridian attend nova-2027a-w03-asia --also Ada
              meridian attend nova-2027a-w03-asia --check-in --as ada@example.org
              meridian attend nova-2027a-w03-asia --answers answers.txt --as ada@example.org
              meridian attend nova-2027a-w03-asia --sign-off Ada --as akira@example.org
            """)

    @Argument(help: "The session's code.") var session: String
    @Argument(help: ArgumentHelp("Those who came: address, nickname or name.", valueName: "who"))
    var people: [String] = []
    @Option(help: ArgumentHelp("Somebody who did not come, whatever they or the log say.", valueName: "who"))
    var absent: [String] = []
    @Flag(help: "Record that nobody came.") var nobody = false
    @Flag(help: "Add to what is recorded, and replace nothing.") var also = false
    @OptionGroup(title: "The log") var log: LogOptions
    @Flag(help: "Say that you are in the session.") var checkIn = false
    @Option(help: ArgumentHelp("Hand in your answers to its questions, at most 16 KiB.", valueName: "file"))
    var answers: String?
    @Option(help: ArgumentHelp("Find that somebody's answers count: address, nickname or name.", valueName: "who"))
    var signOff: String?
    @Flag(help: "Show who took part, and the answers, as without anything else.") var show = false
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        let others = [checkIn, answers != nil, signOff != nil, show].count { $0 }
        guard others <= 1, others == 0 || !isNamed && !nobody && !also && log.isEmpty else {
            throw ValidationError(
                "Either record who came (names, --nobody, --absent, --log), or one of --check-in, --answers, --sign-off, --show."
            )
        }
        guard !nobody || people.isEmpty && log.file == nil && !also else {
            throw ValidationError("--nobody says that nobody came; leave out names, --log and --also.")
        }
        guard isNamed || nobody || also == (log.logURL != nil) else {
            throw ValidationError(
                also
                    ? "--also adds somebody, or a log: say whom or what."
                    : "Say who came, too: names, --log FILE or --nobody; or --also, to keep what is recorded.")
        }
        guard log.file != nil || log.ignore.isEmpty && log.logZone == nil else {
            throw ValidationError("--ignore and --log-zone are about a log; hand it in with --log FILE.")
        }
    }

    /// Whether anybody is named, by the command or by a log.
    private var isNamed: Bool { !people.isEmpty || !absent.isEmpty || log.file != nil }

    func run() async throws {
        if checkIn {
            let result = try await common.ask(CheckIn(session: session))
            try common.confirm(result) { "\(result.session): you are there, \(OneLine.shown(result.name))" }
        } else if let answers {
            let text = try WrittenAnswers.validated(
                InputFile.bytes(of: answers, limit: WrittenAnswers.mostBytes), file: answers)
            let result = try await common.ask(AnswerQuestions(session: session, text: text))
            try common.confirm(result) {
                let zone = try result.zone ?? common.zones().machineZone()
                let deadline = try common.zones().rules(for: zone).local(at: result.deadline)
                return
                    "\(result.session): your answers wait for the mentor; you can hand in others until \(When.dayAndTime(deadline)) \(zone)"
            }
        } else if let signOff {
            let result = try await common.ask(SignOffAnswers(session: session, person: signOff))
            try common.confirm(result) { "\(result.session): \(OneLine.shown(result.name)) attended asynchronously" }
        } else if !isNamed && !nobody && !also {
            let view = try await common.ask(ShowAttendance(session: session))
            let clock = try zones.shown(common)
            try common.answer(view) { AttendanceText(view).whole(on: clock) }
        } else {
            try await record()
        }
    }

    private func record() async throws {
        let chat = try await log.read(of: session, at: common)
        var view = try await common.ask(
            RecordAttendance(
                session: session, present: people, absent: absent,
                speakers: chat?.speakers.map { $0.nicknames.map(\.text).joined(separator: "\n") },
                ignored: log.ignore, log: log.logURL, also: also ? true : nil))
        view.unread = chat?.unread
        try common.confirm(view) { [view] in AttendanceText(view).recorded(onlookers: chat?.onlookers ?? []) }
    }
}

/// Who took part in a session, for its mentor's eyes.
private struct AttendanceText {
    private let view: AttendanceView

    init(_ view: AttendanceView) { self.view = view }

    /// What was recorded just now.
    func recorded(onlookers: [Nickname]) -> String {
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
        "left out: \(list(unclear.nicknames.map(\.text))) are one person in the log, but known as \(unclear.names.map(OneLine.shown).joined(separator: " and ")); name who was there (--also)"
    }

    private static func unread(_ unread: ChatLog.Unread) -> String {
        "\(unread.lines.counted("line")) unread, first at line \(unread.first)"
    }

    /// Everything that is known, its moments on a clock.
    func whole(on clock: ZoneRules) -> String {
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
