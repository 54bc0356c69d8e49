package import Mentoring

extension Hours {
    /// The hours in words, to the person whose they are.
    package var words: String { words(of: "your") }

    /// The hours in words, of `whose` day.
    package func words(of whose: String) -> String {
        switch self {
        case .humane: "within \(whose) day"
        case .edge: "at the edge of \(whose) day"
        case .night: "at night"
        }
    }
}
