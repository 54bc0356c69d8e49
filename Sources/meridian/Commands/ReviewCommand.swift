import ArgumentParser
import Mentoring

/// The commands that begin with `meridian review`.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "The changes under review that sessions are about.",
        subcommands: [Propose.self, Vote.self, Unvote.self, List.self, Pick.self])

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
            try common.answer(review) { "review \(review.id): \(OneLine.shown(review.title)), \(review.voices)" }
        }
    }

    struct Vote: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "vote", abstract: "Vote for a review.")

        @Argument(help: ArgumentHelp("The number of the review.", valueName: "review")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let review = try await common.ask(VoteForReview(review: Identifier(number)))
            try common.answer(review) { "review \(review.id) has \(review.voices)" }
        }
    }

    struct Unvote: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "unvote", abstract: "Take a vote back.")

        @Argument(help: ArgumentHelp("The number of the review.", valueName: "review")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let review = try await common.ask(TakeBackVote(review: Identifier(number)))
            try common.answer(review) { "review \(review.id) has \(review.voices)" }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List a program's reviews, those with the most votes first.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let reviews = try await common.ask(ListReviews(program: program))
            try common.answer(reviews) {
                guard !reviews.isEmpty else { return "no review is proposed" }
                var table = Table([
                    .init(title: "Review", alignedRight: true), .init(title: "Votes", alignedRight: true),
                    .init(title: "State"), .init(title: "Title", isFlexible: true),
                    .init(title: "Address", isFlexible: true),
                ])
                for review in reviews {
                    table.add([
                        "\(review.id)", "\(review.votes)", review.state.rawValue, OneLine.shown(review.title),
                        review.url,
                    ])
                }
                return table.text()
            }
        }
    }

    struct Pick: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pick", abstract: "Make a session that you lead be about a review, and tell those in it.")

        @Argument(help: "The session's code.") var session: String
        @Argument(help: ArgumentHelp("The number of the review.", valueName: "review")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let change = try await common.ask(PickReview(session: session, review: Identifier(number)))
            try common.answer(change) {
                "\(change.session.code) is about \(OneLine.shown(change.session.review?.title ?? "")); \(People.told(change.told))"
            }
        }
    }
}

extension ReviewView {
    fileprivate var voices: String { votes == 1 ? "1 vote" : "\(votes) votes" }
}
