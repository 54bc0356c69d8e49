import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The commands that begin with `meridian trainee`.
struct TraineeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trainee", abstract: "Those who want to become core reviewers.",
        subcommands: [Join.self, Confirm.self, List.self, Set.self, Leave.self, Remove.self])

    struct Join: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "join", abstract: "Join a program.",
            discussion: """
                Over a server it takes a token. Yours lets you into programs that are open; an organizer or a mentor lets in \
                who asks, and has others invited by mail. Without a token, a program that is open writes to the address, \
                and the answer is: meridian trainee confirm SECRET. Who is known already keeps name and zone; to change them: \
                meridian trainee set
                """)

        @Argument(help: "The program.") var program: String
        @Option(help: "The name that others see.") var name: String
        @Option(help: "The mail address; nobody else sees it.") var email: String
        @Option(help: "Where you read the clock, such as Africa/Lagos.") var zone: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            if common.isStranger {
                let received = try await common.ask(
                    AskToJoin(program: program, name: name, email: EmailAddress(email), zone: zone))
                return try common.confirm(received) { received.text }
            }
            let joined = try await common.ask(
                JoinProgram(program: program, name: name, email: EmailAddress(email), zone: zone))
            try common.confirm(joined) { joined.text(of: program, isAtServer: common.isAtServer) }
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm", abstract: "Confirm that an address is yours, and join.",
            discussion: """
                What you do not give is as it was typed in last with your address. If you are known here already, your name and \
                your zone stay as they are; to change them: meridian trainee set
                """)

        @Argument(help: "What the mail says.") var secret: String
        @Option(help: "The program.") var program: String?
        @Option(help: "The name that others see.") var name: String?
        @Option(help: "Where you read the clock, such as Africa/Lagos.") var zone: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let confirmed = try await common.ask(
                ConfirmJoining(secret: secret, program: program, name: name, zone: zone))
            try common.answer(confirmed) { confirmed.text(isAtServer: common.isAtServer) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List a program's trainees, for its organizer.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let trainees = try await common.ask(ListTrainees(program: program))
            try common.answer(trainees) { TraineeView.text(of: trainees) }
        }
    }
}

/// One session, or all of a region's.
struct SessionChoice: ParsableArguments {
    @Argument(help: "The session's code, such as nova-2027a-w03-asia.") var session: String?
    @Option(help: "With --region: all sessions of the season, instead of one.") var program: String?
    @Option(help: "The region, with --program.") var region: TypedRegion?
    @Option(
        help: ArgumentHelp(
            "The season, with --program (default: the one that runs, else the next one).", valueName: "name"))
    var season: String?

    func validate() throws {
        let isOne = session != nil && program == nil && region == nil && season == nil
        let isAll = session == nil && program != nil && region != nil
        guard isOne || isAll else {
            throw ValidationError("Name one session, or a --program together with a --region.")
        }
    }
}

/// The command `meridian enroll`.
struct EnrollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enroll", abstract: "Take a seat in a session, or in a region's sessions all season.",
        discussion: """
              meridian enroll nova-2027a-w03-asia --as me@example.org
              meridian enroll --program nova --region asia --as me@example.org

            A full session gives a place on its waiting list, strictly in order. Whoever moves up to a seat confirms it \
            by enrolling again, or by accepting the invitation. Otherwise enrolling twice changes nothing.
            """)

    @OptionGroup var choice: SessionChoice
    @Flag(help: "Take a seat or nothing: no place on the waiting list.") var seatOnly = false
    @OptionGroup var feeds: FeedOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if seatOnly, choice.session == nil {
            throw ValidationError("--seat-only is about one session; name it, or leave the option out.")
        }
    }

    func run() async throws {
        let feeds = try feeds.addresses()
        if let code = choice.session {
            let result = try await common.ask(Enroll(session: code, seatOnly: seatOnly ? true : nil), feeds: feeds)
            let feed = try await common.isPublic(feeds) ? result.feed : nil
            try common.confirm(result) { try result.text(in: common.zones().rules(for: result.zone), feed: feed) }
        } else if let program = choice.program, let typed = choice.region {
            let region = try await typed.region(in: program, common)
            let all = try await common.ask(
                EnrollForSeason(program: program, region: region, season: choice.season), feeds: feeds)
            let title = await common.title(of: region, in: program)
            let feed = try await common.isPublic(feeds) ? all.sessions.first?.feed : nil
            try common.confirm(all) { all.text(of: title, in: program, feed: feed) }
        }
    }
}

/// The command `meridian leave`.
struct LeaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Give up a seat, a place on a waiting list, or a standing enrollment.")

    @OptionGroup var choice: SessionChoice
    @OptionGroup var common: CommonOptions

    func run() async throws {
        if let code = choice.session {
            let left = try await common.ask(Leave(session: code))
            try common.confirm(left) { left.line }
        } else if let program = choice.program, let typed = choice.region {
            let region = try await typed.region(in: program, common)
            let left = try await common.ask(
                LeaveForSeason(program: program, region: region, season: choice.season))
            let title = await common.title(of: region, in: program)
            try common.confirm(left) { LeaveResult.text(of: left, in: title, of: program) }
        }
    }
}

extension CommonOptions {
    /// What a program calls a region: its usual title where that cannot be asked.
    fileprivate func title(of region: Region, in program: Program.Name) async -> String {
        (try? await ask(ShowProgram(program: program)))?.regionTitles[region] ?? region.usualTitle
    }
}
