public import Mentoring

/// Where the API has a request, who may ask it, and what it takes.
public struct Route: Hashable, Sendable {
    /// What HTTP calls it (RFC 9110 §9).
    public enum Method: String, Sendable {
        /// Changes nothing.
        case get = "GET"
        /// Does something.
        case post = "POST"
        /// Makes something be as the body says.
        case put = "PUT"
        /// Ends something.
        case delete = "DELETE"
    }

    /// How it is asked.
    public let method: Method
    /// The address under `/api/v1/`; what stands in braces is a field.
    public let path: String
    /// The least role that may ask; nil lets everybody.
    public let role: Role?
    /// What it does, one line.
    public let summary: String
    /// What it takes, by name.
    public let fields: [FieldDescription]
    /// The address in pieces.
    public let segments: [Segment]
    /// The fields that are no part of the address: in the query of what is only asked or ended, in the body otherwise.
    public let otherFields: [FieldDescription]

    /// A route of a request that takes nothing.
    package init(_ method: Method, _ path: String, for role: Role?, _ summary: String) {
        self.init(method, path, role, summary, fields: [])
    }

    /// A route of a request that takes the fields which its properties declare.
    package init(_ method: Method, _ path: String, for role: Role?, _ summary: String, of blank: some Request) {
        self.init(method, path, role, summary, fields: FieldDescription.all(of: blank))
    }

    private init(_ method: Method, _ path: String, _ role: Role?, _ summary: String, fields: [FieldDescription]) {
        self.method = method
        self.path = path
        self.role = role
        self.summary = summary
        self.fields = fields
        let segments = path.split(separator: "/").map { piece in
            piece.hasPrefix("{") ? Segment.field(String(piece.dropFirst().dropLast())) : .word(String(piece))
        }
        self.segments = segments
        otherFields = fields.filter { !segments.contains(.field($0.name)) }
    }

    /// The address with the values of its fields, each made fit for it.
    public func path(with values: [String: JSONValue], _ fit: (String) -> String) -> String {
        segments.map { segment in
            switch segment {
            case .word(let word): word
            case .field(let name): fit(values[name]?.texts.first ?? "")
            }
        }.joined(separator: "/")
    }

    /// One piece of an address between slashes.
    public enum Segment: Hashable, Sendable {
        /// Stands as it is.
        case word(String)
        /// The value of a field.
        case field(String)
    }

    /// Whether the other fields are sent as a JSON object.
    public var hasBody: Bool { method == .post || method == .put }
}
