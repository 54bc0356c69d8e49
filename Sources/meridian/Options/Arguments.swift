public import ArgumentParser
import CivilTime
public import Mentoring
import MentoringAPI
public import TimeZoneCatalog

/// A region as people type it.
extension Region: ExpressibleByArgument {}

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
