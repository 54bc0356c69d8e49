import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

/// The commands that begin with `meridian review`.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "The changes under review that sessions are about.",
        subcommands: [
            Propose.self, Vote.self, Unvote.self, List.self, Accept.self, Withdraw.self, Pick.self, Note.self,
            Fetch.self,
        ])

    struct Propose: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "propose", abstract: "Propose a change that you would like to understand.")

        @Argument(help: "The program.") var program: String
        @Argument(help: "Where the change is, such as https://review.example.org/c/nova/+/900001.") var url: String
        @Option(help: "What it is called.") var title: String?
        @Option(help: "The part of the project that it is in.") var area: String?
        @Option(help: "How hard it is to review, 1 to 5.") var difficulty: Int?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let review = try await common.ask(
                ProposeReview(program: program, url: url, title: title, area: area, difficulty: difficulty))
            try common.confirm(review) {
                let fact = "review \(review.id): \(OneLine.shown(review.title)), \(review.voices)"
                return review.seen ? fact : fact + "; listed once a mentor or an organizer has accepted it"
            }
        }
    }

    struct Vote: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "vote", abstract: "Vote for a review.")

        @Argument(help: ArgumentHelp("The number of the review.", valueName: "review")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let review = try await common.ask(VoteForReview(review: Identifier(number)))
            try common.confirm(review) { "review \(review.id) has \(review.voices)" }
        }
    }

    struct Unvote: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "unvote", abstract: "Take a vote back.")

        @Argument(help: ArgumentHelp("The number of the review.", valueName: "review")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let review = try await common.ask(TakeBackVote(review: Identifier(number)))
            try common.confirm(review) { "review \(review.id) has \(review.voices)" }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Let everybody see a proposal, as a mentor or an organizer.",
            discussion: """
                Until somebody who leads the program accepts it, votes for it or picks it, only its proposer and they see it, and \
                it stands in for no pick. Programs say otherwise with reviews: { proposals: open }.
                """)

        @Argument(help: ArgumentHelp("The number of the review.", valueName: "review")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let review = try await common.ask(AcceptReview(review: Identifier(number)))
            try common.confirm(review) { review.accepted }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Take a proposal back that no session is about.")

        @Argument(help: ArgumentHelp("The number of the review.", valueName: "review")) var number: Int64
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let review = try await common.ask(WithdrawReview(review: Identifier(number), dryRun: dryRun))
            try common.confirm(review, isPreview: dryRun) {
                "review \(review.id) \(dryRun ? "would be" : "is") withdrawn, with \(review.voices): \(OneLine.shown(review.title))"
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List a program's reviews, those worth most first.",
            discussion: """
                A vote counts 2, an area that is new to everybody 4 (to some of them, less), one that the session's mentor knows 2, and \
                each week of waiting 1, up to 4. What a session is about already, and what is no longer under review, comes last.
                """)

        @Argument(help: "The program.") var program: String
        @Option(
            help: "Rank for those enrolled in a session and for its mentor; else for all of the program's trainees.")
        var session: String?
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let reviews = try await common.ask(ListReviews(program: program, session: session))
            try common.answer(reviews) {
                guard !reviews.isEmpty else { return "no review is proposed" }
                var table = Table([
                    .init(title: "Review", alignedRight: true), .init(title: "State", wraps: true),
                    .init(title: "Title", wraps: true), .init(title: "Points", alignedRight: true),
                    .init(title: "Why", wraps: true), .init(title: "Address", name: "At"),
                ])
                for review in reviews {
                    table.add(
                        [
                            "\(review.id)", review.standing, review.title, "\(review.points)", review.why,
                            "\(review.url)",
                        ], review.isOver ? .quiet : nil)
                }
                return table.text()
            }
        }
    }

    struct Pick: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pick", abstract: "Make a session that you lead be about a review, and tell those in it.",
            discussion: """
                Everybody reads the same revision: the patch set that a Gerrit address names, else the newest that was fetched. Picking \
                again, with another patch set, moves everybody on.
                """)

        @Argument(help: "The session's code.") var session: String
        @Argument(help: "The number of a review, or the address of a change that you bring.") var review: String
        @Option(help: "What a change that you bring is called.") var title: String?
        @Option(help: "The part of the project that it is in.") var area: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let change = try await common.ask(
                PickReview(session: session, choice: Review.Choice(review), title: title, area: area))
            try common.confirm(change) {
                let picked = change.session.review
                let edition = picked?.edition.map { ", \($0)" } ?? ""
                return
                    "\(change.session.code) is about \(OneLine.shown(picked?.title ?? ""))\(edition); \(People.told(change.told))"
            }
        }
    }

    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "note", abstract: "Say what to look for in a session's review, and tell those in it.",
            discussion: "The text goes into everybody's calendar. An empty file takes it back.")

        @Argument(help: "The session's code.") var session: String
        @Argument(help: "Plain text of at most 4 KiB; - reads standard input.") var file: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let text = try InputFile.text(of: file, limit: Mentoring.Pick.limit)
            let change = try await common.ask(
                NoteQuestions(session: session, text: text, name: InputFile.name(of: file)))
            try common.confirm(change) {
                let count = change.session.review?.questions.count ?? 0
                return
                    "\(change.session.code) has \(count == 1 ? "1 line" : "\(count) lines") of questions; \(People.told(change.told))"
            }
        }
    }

    struct Fetch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fetch", abstract: "Ask the servers of changes for their titles, sizes and states.",
            discussion: """
                Only servers that the program file names under reviews: hosts: are asked, and only at public addresses. An answer is kept \
                for an hour; reviews that are named are asked about at once. A mentor whose pick was merged or abandoned is told.
                """)

        @Argument(help: "The program.") var program: String
        @Argument(help: "The numbers of reviews; all that are open, 16 at a time, when none is given.") var reviews:
            [Int64] = []
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let fetched = try await common.ask(
                FetchChanges(program: program, reviews: reviews.isEmpty ? nil : reviews.map { Identifier($0) }))
            try common.answer(fetched) { FetchedChange.table(of: fetched) }
            if let failure = fetched.failure { throw Unreachable(failure) }
        }
    }
}

extension ReviewView {
    /// Whether there is nothing left to be reviewed.
    fileprivate var isOver: Bool { change.map { $0.state != .open } ?? false }

    /// `picked`, or what its server said of it.
    fileprivate var standing: String {
        let closed = change.flatMap { $0.state == .open ? nil : $0.state.rawValue }
        let unseen = seen ? nil : "waits for a mentor to accept it"
        return ([state.rawValue] + [closed, unseen].compactMap(\.self)).joined(separator: ", ")
    }

    fileprivate var voices: String { votes == 1 ? "1 vote" : "\(votes) votes" }
}
