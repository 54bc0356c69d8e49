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
        let encoded = try JSONEncoder().encode(request)
        let values = try JSONDecoder().decode([String: SentValue].self, from: encoded)
        let pieces = R.route.segments.map { segment in
            switch segment {
            case .word(let word): word
            case .field(let name): PercentEncoding.of(values[name]?.texts.first ?? "")
            }
        }
        let others = R.route.otherFields.map(\.name)
        let query = others.flatMap { name in
            (values[name]?.texts ?? []).map { "\(name)=\(PercentEncoding.of($0))" }
        }
        let isQuery = !R.route.hasBody && !query.isEmpty
        method = R.route.method.rawValue
        path = pieces.joined(separator: "/") + (isQuery ? "?" + query.joined(separator: "&") : "")
        body = R.route.hasBody ? try JSONEncoder().encode(values.filter { others.contains($0.key) }) : nil
    }
}

/// The value of a field: one text, number or flag, or several.
private enum SentValue: Codable {
    case flag(Bool)
    case number(Int64)
    case text(String)
    case list([SentValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Int64.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try value.decode([SentValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        }
    }

    /// As it stands in an address, each by itself.
    var texts: [String] {
        switch self {
        case .flag(let flag): ["\(flag)"]
        case .number(let number): ["\(number)"]
        case .text(let text): [text]
        case .list(let list): list.flatMap(\.texts)
        }
    }
}
