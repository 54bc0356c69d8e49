import Mentoring
import MentoringAPI
import MentoringService

/// A request as the description of the API tells it.
struct RequestDescription {
    /// The name of the operation: `listPrograms`.
    let name: String
    let route: Route
    /// What is answered.
    let answer: Shape
    /// The things that it is about: `programs`.
    let tag: String

    /// - Throws: `DecodingError` for an answer that has no shape.
    init<R: MentoringAPI.Request>(_ request: R.Type) throws {
        name = R.name
        route = R.route
        answer = try Shape(of: R.Answer.self)
        tag = Self.things(in: R.route)
    }

    /// What is within a program has an address of its own as well, or counts as the program's.
    private static func things(in route: Route) -> String {
        let words = route.segments.compactMap { segment -> String? in
            if case .word(let word) = segment { word } else { nil }
        }
        let families = Set(Requests.all.compactMap { $0.route.path.split(separator: "/").first.map(String.init) })
        return words.dropFirst().first(where: families.contains) ?? words.first ?? ""
    }
}
