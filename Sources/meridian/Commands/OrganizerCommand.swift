import ArgumentParser
import Mentoring
import MentoringAPI
import MentoringService
import Wording

/// The commands that begin with `meridian organizer`.
struct OrganizerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organizer", abstract: "Who has an organizer's rights in a program.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Give somebody an organizer's rights.",
            discussion:
                """
                An address suffices; a mentor of the program may be named. With --everywhere, on the database's machine, it is an \
                administrator's rights, and takes the address.
                """)

        @OptionGroup var place: OrganizerPlace
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let added =
                if let program = place.program {
                    try await common.ask(AddOrganizer(program: program, email: place.person))
                } else {
                    try await common.addAdministrator(place.email())
                }
            try common.confirm(added) { added.added }
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
            try common.answer(organizers) { OrganizerView.text(of: organizers) }
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
                    try await common.ask(RemoveOrganizer(program: program, email: place.person))
                } else {
                    try await common.removeAdministrator(place.email())
                }
            try common.confirm(removed) { removed.removed }
        }
    }
}

/// Somebody after a program's name, or their address alone with `--everywhere`.
struct OrganizerPlace: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The program, unless it is everywhere, and who: address or name.", valueName: "program who"))
    var words: [String]

    @Flag(help: "In every program, as an administrator; only on the database's machine.")
    var everywhere = false

    /// The program; nil means all.
    var program: String? { everywhere ? nil : words.first }

    /// Whose rights they are, as it was typed.
    var person: String { words.last ?? "" }

    /// Whose rights they are, where an address is wanted.
    func email() throws -> EmailAddress { try EmailAddress(person) }

    mutating func validate() throws {
        guard words.count == (everywhere ? 1 : 2) else {
            throw ValidationError(
                everywhere ? "With --everywhere there is just the address." : "Give the program, and who it is.")
        }
    }
}

extension CommonOptions {
    fileprivate func addAdministrator(_ email: EmailAddress) async throws -> OrganizerView {
        let service = try service().service
        return try await service.addAdministrator(email, saidBy: actingPerson(at: service, besides: ["\(email)"]))
    }

    fileprivate func removeAdministrator(_ email: EmailAddress) async throws -> OrganizerView {
        let service = try service().service
        return try await service.removeAdministrator(email, saidBy: actingPerson(at: service, besides: ["\(email)"]))
    }
}
