import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// The commands that begin with `meridian swap`.
struct SwapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swap", abstract: "Turns that mentors, and volunteers for duties, offer to each other.",
        subcommands: [Offer.self, List.self, Accept.self, Withdraw.self])

    struct Offer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "offer",
            abstract: "Offer a turn of yours to another mentor, or to all who could lead it by day.",
            discussion: "A week of a duty is offered in the same way, to its other volunteers.")

        @Argument(
            help: "The session's code, such as nova-2027a-w03-asia, or the week's, such as nova-2027a-w03-triage.")
        var session: String
        @Option(
            help: ArgumentHelp(
                "Who is asked: address or name (default: every mentor of the region in whose day it lies, every volunteer who is there).",
                valueName: "who"))
        var to: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            if WrittenCode(session)?.duty != nil { return try await offerWeek() }
            let offer = try await common.ask(OfferSwap(session: session, to: to))
            try common.confirm(offer) { offer.offered }
        }

        private func offerWeek() async throws {
            let offer = try await common.ask(OfferDutyTurn(turn: session, to: to))
            try common.confirm(offer) { offer.offered }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the offers that can still be taken or undone.",
            discussion: "Which weeks of duties are offered: meridian duty list PROGRAM.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let offers = try await common.ask(ListSwaps(program: program))
            try common.answer(offers) { SwapOfferView.text(of: offers) }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Take a turn that is offered, and lead that session.")

        @OptionGroup var turn: OfferedTurnOption
        @OptionGroup var common: CommonOptions

        func run() async throws {
            switch turn.offered {
            case .session(let offer): try await accept(offer)
            case .duty(let code):
                let offer = try await common.ask(AcceptDutyTurn(turn: code))
                try common.confirm(offer) { offer.taken }
            }
        }

        private func accept(_ offer: Identifier<SwapOffer>) async throws {
            let offer = try await common.ask(AcceptSwap(offer: offer))
            // It is taken, whether or not its hour can be read now; nobody reads that in JSON.
            let session =
                if common.json { nil as SessionView? } else {
                    try? await common.ask(ShowSession(session: offer.session))
                }
            try common.confirm(offer) {
                try offer.taken(session, on: session.map { try common.zones().rules(for: $0.yours?.zone ?? $0.zone) })
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Take an offer back, or undo a swap until the session is announced.")

        @OptionGroup var turn: OfferedTurnOption
        @OptionGroup var common: CommonOptions

        func run() async throws {
            switch turn.offered {
            case .session(let offer): try await withdraw(offer)
            case .duty(let code):
                let offer = try await common.ask(WithdrawDutyTurn(turn: code))
                try common.confirm(offer) { offer.withdrawn }
            }
        }

        private func withdraw(_ offer: Identifier<SwapOffer>) async throws {
            let offer = try await common.ask(WithdrawSwap(offer: offer))
            try common.confirm(offer) { offer.withdrawn }
        }
    }
}

/// Which offer is meant.
struct OfferedTurnOption: ParsableArguments {
    @Argument(help: ArgumentHelp("The number of the offer, or the code of a week of a duty.", valueName: "offer"))
    var offered: OfferedTurn
}

/// How an offer is named: a session's by its number, a week of a duty by its code, since it is offered but once at a time.
enum OfferedTurn: ExpressibleByArgument {
    case session(Identifier<SwapOffer>)
    case duty(String)

    init?(argument: String) {
        if let number = Int64(argument) {
            self = .session(Identifier(number))
        } else if let code = WrittenCode(argument), code.duty != nil {
            self = .duty("\(code)")
        } else {
            return nil
        }
    }
}
