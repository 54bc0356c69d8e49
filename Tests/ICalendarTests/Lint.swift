import CalendarLint

/// What the lint, which shares nothing with the writer, finds in files that follow one another; it should be nothing.
func lint(_ files: [UInt8]...) throws -> [String] {
    var lint = CalendarLint(zones: Fixture.zones)
    return try files.flatMap { try lint.findings(inNext: $0).map(\.description) }
}
