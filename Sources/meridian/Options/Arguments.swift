public import ArgumentParser
import CivilTime
public import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// A region as people type it: its own word in any case, or what the program calls it.
struct TypedRegion: ExpressibleByArgument {
    private let text: String

    init(argument: String) { text = argument }

    static var allValueStrings: [String] { Region.allCases.map(\.rawValue) }

    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

    /// Which one it is in a program, which is asked only where it is not the region's own word.
    /// - Throws: `ValidationError` for a word that is none; as asking for the program.
    func region(in program: Program.Name, _ common: CommonOptions) async throws -> Region {
        if let region = Region(rawValue: text.lowercased()) { return region }
        let titles = try await common.ask(ShowProgram(program: program)).regionTitles
        let named = Region.allCases.first { PersonName.folded(titles[$0]) == PersonName.folded(text) }
        guard let named else {
            throw ValidationError(
                "The region is “\(OneLine.shown(text))”; in \(program) there are \(titles.words(Region.allCases)).")
        }
        return named
    }
}

/// `earlier`, `old` or `new`.
extension KeptSeat: ExpressibleByArgument {}

/// A role as people type it.
extension Role: ExpressibleByArgument {}

/// `on` or `off`.
extension Reminders: ExpressibleByArgument {}

/// What a token lets its person do, as people type it.
extension AccessToken.Scope: ExpressibleByArgument {}

/// Readers of what people type for a value of the domain; what cannot be read is bad input (65), not wrong usage.
enum Typed {
    /// A field's name as it is typed: `--max-per-month` for `maxPerMonth`; of one word it is the word, as an argument may be.
    static func option(_ field: String) -> String {
        guard field.contains(where: \.isUppercase) else { return field }
        return "--" + field.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
    }
}
