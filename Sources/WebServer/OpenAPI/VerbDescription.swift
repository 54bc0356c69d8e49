import Mentoring
import MentoringAPI
import MentoringService

/// A verb as the description of the API tells it.
struct VerbDescription {
    /// The name of the operation: `listPrograms`.
    let name: String
    let route: Route
    /// What is answered.
    let answer: Shape
    /// The things that it is about: `programs`.
    let tag: String

    /// - Throws: `DecodingError` for an answer that has no shape.
    init<V: Verb>(_ verb: V.Type) throws {
        let type = "\(verb)"
        name = type.prefix(1).lowercased() + type.dropFirst()
        route = V.route
        answer = try Shape(of: V.Answer.self)
        tag = Self.things(in: V.route)
    }

    /// What is within a program has an address of its own as well, or counts as the program's.
    private static func things(in route: Route) -> String {
        let words = route.segments.compactMap { segment -> String? in
            if case .word(let word) = segment { word } else { nil }
        }
        let families = Set(Verbs.all.compactMap { $0.route.path.split(separator: "/").first.map(String.init) })
        return words.dropFirst().first(where: families.contains) ?? words.first ?? ""
    }
}
