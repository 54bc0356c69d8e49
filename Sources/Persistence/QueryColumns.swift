import Mentoring

/// What is the same in all rows that a query finds, found out once.
///
/// It goes with the query: a season's page shows forty sessions and six mentors.
final class QueryColumns {
    /// Where each column stands, which GRDB looks up for each value.
    let places: [String: Int]
    private var joined: [String: QueryColumns] = [:]
    /// Who was read from these columns before, by number; a program may know somebody by another name than the next does.
    var people: [Identifier<Person>: Person] = [:]

    init(places: [String: Int]) { self.places = places }

    /// The columns of another table, whose names a join has put a prefix before.
    func joined(prefix: String) -> QueryColumns {
        if let known = joined[prefix] { return known }
        let theirs = places.compactMap { name, place in
            name.hasPrefix(prefix) ? (String(name.dropFirst(prefix.count)), place) : nil
        }
        let columns = QueryColumns(places: Dictionary(theirs) { first, _ in first })
        joined[prefix] = columns
        return columns
    }
}
