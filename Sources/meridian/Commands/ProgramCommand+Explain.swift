import ArgumentParser
import ProgramFile

extension ProgramCommand {
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Say what a key of a program file takes, does, and is good for.",
            discussion: """
                Without a key it lists all. A key is written as its path (mentors.slots.prefer), or alone (prefer) where that \
                says enough. docs/program-file.md says the same of all keys.
                """)

        @Argument(
            help: ArgumentHelp("The key, such as season.weeks or prefer.", valueName: "key"),
            completion: .list(PlacedKey.all.filter { $0.like == nil }.map(\.path)))
        var key: String?
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard let key, PlacedKey.meant(by: key).isEmpty else { return }
            let near = PlacedKey.near(key)
            let advice =
                near.isEmpty
                ? "See all of them: meridian program explain" : "Did you mean \(near.joined(separator: " or "))?"
            throw ValidationError("A program file has no key “\(key)”. \(advice)")
        }

        func run() throws {
            guard let key else { return try common.answer(PlacedKey.all) { FileKeyText.list } }
            let meant = PlacedKey.meant(by: key)
            try common.answer(meant) {
                meant.count == 1 ? FileKeyText.of(meant[0]) : FileKeyText.choice(among: meant)
            }
        }
    }
}
