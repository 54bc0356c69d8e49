import Mentoring

/// What is the same in all rows that a query finds, found out once.
///
/// It goes with the query: a season's page shows forty sessions and six mentors.
final class QueryColumns {
    /// The names of the columns and where they stand, which GRDB looks up for each value.
    private let named: [(name: String, place: Int)]
    /// The columns that the first row was asked for, in that order: most rows are asked alike, and then no name is looked for.
    private var asked: [(column: String, place: Int?)] = []
    /// Which of them is expected next.
    private var next = 0
    private var joined: [String: QueryColumns] = [:]
    /// Who was read from these columns before, by number; a program may know somebody by another name than the next does.
    var people: [Identifier<Person>: Person] = [:]

    /// The columns as they stand; of two with one name the first counts.
    convenience init(_ names: [String]) { self.init(named: zip(names, 0...).map { ($0, $1) }) }

    private init(named: [(name: String, place: Int)]) { self.named = named }

    /// Where a column stands; nil where the query has none of the name.
    func place(of column: String) -> Int? {
        if next < asked.count, asked[next].column == column {
            next += 1
            return asked[next - 1].place
        }
        // The next row begins.
        if let first = asked.first, first.column == column {
            next = 1
            return first.place
        }
        let place = named.first { $0.name == column }?.place
        if next == asked.count {
            asked.append((column, place))
            next += 1
        }
        return place
    }

    /// The columns of another table, whose names a join has put a prefix before.
    func joined(prefix: String) -> QueryColumns {
        if let known = joined[prefix] { return known }
        let columns = QueryColumns(
            named: named.compactMap { name, place in
                name.hasPrefix(prefix) ? (String(name.dropFirst(prefix.count)), place) : nil
            })
        joined[prefix] = columns
        return columns
    }
}
