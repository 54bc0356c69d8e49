import CivilTime

/// The example program, with a season that lies ahead.
enum DemoProgram {
    /// The example with all of its dates moved by as many weeks, so that the days of the week stay what they are.
    ///
    /// Its season begins on the first Monday that is at least four days away: nearer than that `notice-hours` would leave the first
    /// turns open, and later there would be less to see. It is called after the year in which it begins.
    /// - Parameters:
    ///   - example: the program file, with one season whose name begins with its year.
    ///   - today: the day in UTC.
    /// - Returns: the file; unchanged where it has no such season.
    static func text(of example: String, on today: LocalDate) -> String {
        guard let season = example.firstMatch(of: /name: (\d{4})([a-z]), start: (\d{4}-\d{2}-\d{2})/)?.output,
            let written = LocalDate(iso: String(season.3))
        else { return example }
        let start = today.adding(days: 10).mondayOfWeek
        let days = written.days(until: start)
        let moved = example.replacing(/\d{4}-\d{2}-\d{2}/) { match in
            LocalDate(iso: String(match.output)).map { "\($0.adding(days: days))" } ?? String(match.output)
        }
        // A feast that has its own date does not move with a season.
        return moved.replacing("\(season.1)\(season.2)", with: "\(start.year)\(season.2)")
            .replacing("Lunar New Year", with: "holidays")
    }
}
