import Foundation
import Mentoring
import MentoringAPI

/// A request as it is sent: some fields in the address, the others in the query or in a JSON object.
struct RequestMessage {
    /// GET, POST, PUT or DELETE.
    let method: String
    /// The address under `/api/v1/`, with its query.
    let path: String
    /// The JSON object; nil where there is none.
    let body: Data?

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
        body = R.route.hasBody ? try JSONEncoder().encode(values.filter { others.contains($0.key) }) : nil
    }
}
