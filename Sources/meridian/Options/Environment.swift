import ArgumentParser
import CivilTime
import Foundation

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
}
