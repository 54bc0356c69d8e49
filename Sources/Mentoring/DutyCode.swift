/// The name of a week of a duty, `nova-w03-triage`: program, week of the season, duty.
public struct DutyCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The program.
    public let program: Program.Name
    /// The week of the season, from 1.
    public let week: Int
    /// The duty.
    public let duty: Duty.Name

    /// The code of a week of a duty.
    public init(program: Program.Name, week: Int, duty: Duty.Name) {
        self.program = program
        self.week = week
        self.duty = duty
    }

    /// Reads a code, or nil when the text is none; a session's is none.
    public init?(_ text: String) {
        let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let duty = try? Duty.validatedName(String(parts[parts.count - 1])),
            parts[parts.count - 2].hasPrefix("w"), let week = Int(parts[parts.count - 2].dropFirst()), week >= 1
        else { return nil }
        self.init(program: parts.dropLast(2).joined(separator: "-"), week: week, duty: duty)
    }

    /// `nova-w03-triage`.
    public var description: String { "\(program)-w\(String(week).zeroPadded(to: 2))-\(duty)" }

    /// Orders by program, then week, then duty.
    public static func < (left: DutyCode, right: DutyCode) -> Bool {
        (left.program, left.week, left.duty) < (right.program, right.week, right.duty)
    }
}
