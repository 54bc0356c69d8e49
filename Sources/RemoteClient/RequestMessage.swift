import Foundation
import Mentoring
import MentoringAPI

/// A request as it is sent: some fields in the address, the others in the query or in a JSON object.
struct RequestMessage {
    /// What asking something does.
    enum Effect {
        case reads
        /// It says what it would do.
        case rehearses
        case changes
    }

    /// GET, POST, PUT or DELETE.
    let method: String
    /// The address under `/api/v1/`, with its query.
    let path: String
    /// The JSON object; nil where there is none.
    let body: Data?
    /// What asking it does.
    let effect: Effect

    /// Whether nothing is sent that a server would have to know again.
    var isQuestion: Bool { effect == .reads }

    init<R: Request>(_ request: R) throws {
        let values = try request.values()
        let others = R.route.otherFields.map(\.name)
        let query = others.flatMap { name in
            (values[name]?.texts ?? []).map { "\(name)=\($0.percentEncoded())" }
        }
        method = R.route.method.rawValue
        path =
            R.route.path(with: values) { $0.percentEncoded() }
            + (R.route.hasBody || query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        let isPlanOnly = R.self is PlanSeason.Type && values["publish"] != .flag(true)
        effect =
            R.route.method == .get
            ? .reads : isPlanOnly || values[FieldDescription.dryRun.name] == .flag(true) ? .rehearses : .changes
        body = R.route.hasBody ? try JSONEncoder().encode(values.filter { others.contains($0.key) }) : nil
    }
}
