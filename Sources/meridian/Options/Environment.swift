import ArgumentParser
import CivilTime
import Foundation
import Mentoring

/// The environment variables that the program knows.
enum Environment {
    /// The value of a variable; an empty one counts as unset.
    static subscript(name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether a variable asks for something: it is set, and says neither 0 nor no.
    static func isOn(_ name: String) -> Bool {
        self[name].map { !["0", "no", "false", "off"].contains($0.lowercased()) } ?? false
    }

    /// The clock: the system's, or the one moment of `MERIDIAN_NOW`.
    static func clock() throws -> any InstantSource {
        guard let text = self["MERIDIAN_NOW"] else { return SystemInstantSource() }
        guard let now = Instant(rfc3339: text) else {
            throw ValidationError("MERIDIAN_NOW is “\(text)”; expected a moment such as 2026-12-14T09:00:00Z.")
        }
        return FixedInstantSource(now)
    }

    /// How long is kept what nobody needs any more: as two variables say in days, or 30 days and two years.
    static func retention() throws -> Retention {
        let standard = Retention.standard
        return Retention(
            mailDays: try days("MERIDIAN_KEEP_MAIL_DAYS", 1...36_500) ?? standard.mailDays,
            logDays: try days("MERIDIAN_KEEP_LOG_DAYS", Retention.leastLogDays...36_500) ?? standard.logDays)
    }

    private static func days(_ name: String, _ range: ClosedRange<Int>) throws -> Int? {
        guard let text = self[name] else { return nil }
        guard let days = Int(text), range.contains(days) else {
            throw ValidationError(
                "\(name) is “\(OneLine.shown(text))”; expected a number of days, \(range.lowerBound) to \(range.upperBound)."
            )
        }
        return days
    }
}
