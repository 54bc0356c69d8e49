import ArgumentParser
import Mentoring
import MentoringAPI
import MentoringService

/// The commands that begin with `meridian organizer`.
struct OrganizerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organizer", abstract: "Who has an organizer's rights in a program.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Give somebody an organizer's rights.",
            discussion:
                "The address suffices. With --everywhere, on the database's machine, it is an administrator's rights.")

        @OptionGroup var place: OrganizerPlace
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let added =
                if let program = place.program {
                    try await common.ask(AddOrganizer(program: program, email: place.email()))
                } else {
                    try await common.service().service.addAdministrator(
                        place.email(), saidBy: common.actingPerson())
                }
            try common.confirm(added) {
                "\(added.email) organizes \(added.program ?? "every program of this server") from now on"
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List a program's organizers, or all, and the administrators.")

        @Argument(help: "The program (default: all).") var program: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let organizers =
                if let program {
                    try await common.ask(ListOrganizers(program: program))
                } else {
                    try await common.ask(ListAllOrganizers())
                }
            try common.answer(organizers) {
                guard !organizers.isEmpty else { return "nobody; add one: meridian organizer add PROGRAM EMAIL" }
                var table = Table([
                    .init(title: "Program"), .init(title: "Organizer", isFlexible: true, isSubject: true),
                ])
                for organizer in organizers { table.add([organizer.program ?? "all", "\(organizer.email)"]) }
                return table.text()
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take an organizer's rights, at once.")

        @OptionGroup var place: OrganizerPlace
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let removed =
                if let program = place.program {
                    try await common.ask(RemoveOrganizer(program: program, email: place.email()))
                } else {
                    try await common.service().service.removeAdministrator(
                        place.email(), saidBy: common.actingPerson())
                }
            try common.confirm(removed) { "\(removed.email) organizes \(removed.program ?? "the server") no more" }
        }
    }
}

/// Somebody's address after a program's name, or alone with `--everywhere`.
struct OrganizerPlace: ParsableArguments {
    @Argument(help: ArgumentHelp("The program, unless it is everywhere, and the address.", valueName: "program email"))
    var words: [String]

    @Flag(help: "In every program, as an administrator; only on the database's machine.")
    var everywhere = false

    /// The program; nil means all.
    var program: String? { everywhere ? nil : words.first }

    /// Whose rights they are.
    func email() throws -> EmailAddress { try EmailAddress(words.last ?? "") }

    mutating func validate() throws {
        guard words.count == (everywhere ? 1 : 2) else {
            throw ValidationError(
                everywhere ? "With --everywhere there is just the address." : "Give the program and the address.")
        }
    }
}
