/// Two seasons of a program, one after the other, as its file has them.
enum TwoSeasons {
    static let a = "{ name: a, start: 2027-01-04, weeks: 6 }"
    static let b = "{ name: b, start: 2027-02-15, weeks: 6, session: { capacity: 3 } }"

    /// A file with such seasons.
    static func yaml(_ seasons: String...) -> String {
        small(weeks: 6).replacing(
            "season: { start: 2027-01-04, weeks: 6 }", with: "seasons: [\(seasons.joined(separator: ", "))]")
    }
}
