import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The commands that begin with `meridian session`.
struct SessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "The sessions of a season.",
        subcommands: [List.self, Show.self, Picture.self, Cancel.self, Reinstate.self, Move.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List a program's sessions.")

        @Argument(help: "The program.") var program: String
        @Flag(help: "Only those still to come, of every season unless one is named.") var upcoming = false
        @OptionGroup var inSeason: SeasonOption
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let sessions = try await common.ask(
                ListSessions(
                    program: program, upcoming: upcoming, zone: zones.first(common), season: inSeason.season))
            try common.answer(sessions) {
                let catalog = try common.zones()
                let known = try zones.known(in: catalog)
                let shown = known.isEmpty ? [sessions.first?.yours?.zone ?? catalog.machineZone()] : known
                let rules = try shown.map { try catalog.rules(for: $0) }
                let table = SeasonTable(sessions, zones: rules)
                return upcoming ? table.text + "\n" + table.reach : table.text
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one session.")

        @Argument(help: "The session's code, such as nova-2027a-w03-asia.") var session: String
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let session = try await common.ask(ShowSession(session: session, zone: zones.first(common)))
            try common.answer(session) {
                let catalog = try common.zones()
                let zone = try zones.known(in: catalog).first ?? session.yours?.zone ?? catalog.machineZone()
                return session.facts(in: try catalog.rules(for: zone)).text
            }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Call a session off and tell those concerned.",
            discussion: """
                Mentors may call off their own; the organizers are told of it. Until its hour it can be reinstated. --dry-run \
                says beforehand whom its hour suits, and who would be told.
                """)

        @Argument(help: "The session's code.") var session: String
        @Option(help: "Why, for those who are told; everybody can read it on the program's page.") var reason: String
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let change = try await common.ask(CancelSession(session: session, reason: reason, dryRun: dryRun))
            try common.confirm(change, isPreview: dryRun) { SessionChangeText(change).text }
        }
    }

    struct Reinstate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reinstate",
            abstract: "Let a session take place that was called off, and tell those concerned.",
            discussion: """
                Its time, its seats and its queue are as they were, but for who has left meanwhile or is elsewhere by then. It \
                is refused once its hour has passed, and while its mentor is away, elsewhere or leads no more, its day is frozen, \
                or another session is held in its place. Mentors reinstate what they have called off themselves.
                """)

        @Argument(help: "The session's code.") var session: String
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let change = try await common.ask(ReinstateSession(session: session, dryRun: dryRun))
            try common.confirm(change, isPreview: dryRun) { SessionChangeText(change).text }
        }
    }

    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "move", abstract: "Move an announced session within its week and tell those concerned.",
            discussion: """
                Mentors may move their own; the organizers are told of it. --dry-run says beforehand what the new hour is to every \
                region, what speaks against it, who would be told and who would lose a seat.
                """)

        @Argument(help: "The session's code.") var session: String
        // What ArgumentParser leaves of a start that was typed without quotes.
        @Argument(help: ArgumentHelp("More words of --to.", valueName: "when", visibility: .hidden))
        var more: [String] = []
        @Option(
            help:
                "The new start on the clock on which it was agreed: Fri 18:00 in its week, 18:00 on its day, or 2027-01-21T18:00."
        )
        var to: String
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            // The code may stand behind the start.
            let words = [session] + more
            let place = words.firstIndex { WrittenCode($0) != nil } ?? 0
            let code = words[place]
            let text = ([to] + words[..<place] + words[(place + 1)...]).joined(separator: " ")
            let start = try await Typed.start(text, of: code, common)
            let change = try await common.ask(MoveSession(session: code, to: start, dryRun: dryRun))
            try common.confirm(change, isPreview: dryRun) { SessionChangeText(change).text }
        }
    }
}

extension SessionView {
    /// What there is to know of a session, its time in a zone.
    fileprivate func facts(in rules: ZoneRules) -> Facts {
        let hours = Hours(of: start, minutes: minutes, in: rules)
        var facts = [
            ("Session", code), ("Status", statusInWords),
        ]
        if let cancellation { facts.append(("Because", OneLine.shown(cancellation))) }
        facts.append(("Mentor", mentor.name))
        if let coLeaders {
            facts.append(("Led along", coLeaders.map(\.name).joined(separator: ", ")))
        }
        facts += [
            (
                "When",
                "\(When.dayAndYear(rules.local(at: start).date)) \(rules.local(at: start).time) \(rules.id), \(minutes) minutes (\(hours.words))"
            ),
            ("Agreed as", "\(When.dayAndYear(localStart.date)) \(localStart.time) \(zone)"), ("Where", location),
            ("Seats", "\(enrolled) of \(capacity) taken\(waitlisted == 0 ? "" : ", \(waitlisted) waiting")"),
        ]
        if let review {
            facts.append(("Review", "\(OneLine.shown(review.title)) \(review.revisionURL)"))
            if let edition = review.edition { facts.append(("Read", edition)) }
            facts += review.questions.enumerated().map { ($0 == 0 ? "Questions" : "", OneLine.shown($1)) }
        }
        if let log { facts.append(("Log", log)) }
        if let answersWaiting, answersWaiting > 0 {
            facts.append(
                ("Answers", "\(answersWaiting) to be signed off; read them with: meridian attend \(code) --show"))
        }
        switch yours?.enrollment {
        case .enrolled:
            facts.append(("You", "have a seat"))
            if let confirming = confirming(in: rules) { facts.append(("Confirm it", confirming)) }
        case .waitlisted: facts.append(("You", "are number \(yours?.position ?? 0) on the waiting list"))
        case nil, .some(.none): break
        }
        for proposal in proposals ?? [] {
            let time = proposal.start.map { "would rather begin at \(When.dayAndTime(rules.local(at: $0)))" }
            let words = [time, proposal.comment.map { "“\(OneLine.shown($0))”" }].compactMap(\.self)
            facts.append((OneLine.shown(proposal.name), words.joined(separator: ": ")))
        }
        return Facts(facts)
    }
}
