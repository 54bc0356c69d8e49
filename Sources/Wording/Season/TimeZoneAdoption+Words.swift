package import MentoringAPI

extension TimeZoneAdoption.Move {
    /// `nova-2027a-w03-americas stays at 2027-01-20T17:00:00 America/Vancouver, from … to … UTC`.
    package var summary: String { "\(session) stays at \(localStart) \(zone); its instant moves from \(from) to \(to)" }
}
