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
