import ArgumentParser
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// Where the server is reachable, for the addresses of feeds.
struct FeedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server's public address (default: $MERIDIAN_BASE_URL, else as meridian serve was told last).",
            valueName: "url"))
    var baseURL: String?

    func addresses() throws -> FeedAddresses {
        try knownBase.map { try FeedAddresses(base: $0) } ?? .local
    }

    /// The address that was given.
    var knownBase: String? { baseURL ?? Environment["MERIDIAN_BASE_URL"] }
}

extension CommonOptions {
    /// Whether others reach what stands at such an address: a server says its own, and of a database's somebody has said it.
    func isPublic(_ feeds: FeedAddresses) async throws -> Bool {
        if feeds.isKnown || isAtServer { return true }
        return try await service().service.publicAddress() != nil
    }

    /// Prints an address to subscribe to, and who else reaches it where nobody does.
    fileprivate func show<R: HandledRequest>(_ request: R, _ feeds: FeedOptions) async throws
    where R.Answer == FeedLink {
        let addresses = try feeds.addresses()
        let link = try await ask(request, feeds: addresses)
        let isPublic = try await self.isPublic(addresses)
        try answer(link) { link.text(isPublic: isPublic) }
    }
}

/// The commands that begin with `meridian feed`.
struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Calendars to subscribe to.",
        subcommands: [URL.self, Personal.self, Rotate.self, Show.self])

    struct URL: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "url", abstract: "Print the address to subscribe to.",
            discussion: "Google and Outlook look for changes only every few hours, so near changes are mailed as well.")

        @Argument(help: "The program.") var program: String
        @Option(help: "Only this region's sessions.") var region: TypedRegion?
        @OptionGroup var feeds: FeedOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let region = try await region?.region(in: program, common)
            try await common.show(ShowFeedAddress(program: program, region: region), feeds)
        }
    }

    struct Personal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "personal", abstract: "Print the secret address of your own calendar.",
            discussion: """
                It holds what you lead, attend and wait for. Without its ending .ics it is the address of your own page: \
                what is next, and how far you have come on the path to core. Whoever knows the address can read both.
                """)

        @OptionGroup var feeds: FeedOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.show(ShowPersonalFeed(), feeds)
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate", abstract: "Get a new address for your own calendar; the old one ends at once.")

        @OptionGroup var feeds: FeedOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.show(RotateFeed(), feeds)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print a public feed as the server would send it (iCalendar).")

        @Argument(help: "The program.") var program: String
        @Option(help: "Only this region's sessions.") var region: TypedRegion?
        @OptionGroup var feeds: FeedOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let region = try await region?.region(in: program, common)
            let feed = try await common.ask(ShowFeed(program: program, region: region), feeds: feeds.addresses())
            try common.answer(calendar: feed)
        }
    }
}

/// The commands that begin with `meridian invite`.
struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Invitations to sessions.", subcommands: [Show.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print the current invitation of a person to a session (iCalendar, iTIP).")

        @Argument(help: "The session's code.") var session: String
        @Option(help: ArgumentHelp("Whose: address or name.", valueName: "who")) var attendee: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let shown = try await common.ask(ShowInvitation(session: session, attendee: attendee))
            try common.answer(calendar: shown)
        }
    }
}
