import HTTPTypes
import Mentoring
import MentoringAPI

extension HTTPResponse.Status {
    /// Every way in which a request can fail.
    static let failures: [HTTPResponse.Status] = {
        let ofHTTP: [HTTPResponse.Status] = [
            .unauthorized, .contentTooLarge, .unsupportedMediaType, .tooManyRequests, .requestHeaderFieldsTooLarge,
        ]
        let foreseen = Problem.kinds.filter { $0 != .unforeseen }.map(Self.init)
        return Set(ofHTTP + foreseen).sorted { $0.code < $1.code }
    }()

    /// The status of a kind of failure, with the phrase that HTTP has for it.
    init(_ kind: Failure.Kind) {
        let named: [HTTPResponse.Status] = [
            .badRequest, .forbidden, .notFound, .conflict, .internalServerError, .badGateway, .serviceUnavailable,
        ]
        self = named.first { $0.code == kind.status } ?? HTTPResponse.Status(code: kind.status)
    }

    /// `NotFound`.
    var reference: String { reasonPhrase.filter { $0 != " " } }

    /// The problem document that comes with it; of what nobody read, a line of text.
    var response: JSONValue {
        let header: JSONValue =
            switch self {
            case .unauthorized: ["headers": ["WWW-Authenticate": ["schema": ["type": "string"]]]]
            case .tooManyRequests, .serviceUnavailable: ["headers": ["Retry-After": ["schema": ["type": "integer"]]]]
            default: [:]
            }
        let content: JSONValue =
            self == .requestHeaderFieldsTooLarge
            ? ["text/plain": ["schema": ["type": "string"]]]
            : ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]]
        return ["description": .text(meaning)] + header + ["content": content]
    }

    private var meaning: String {
        switch self {
        case .badRequest: "What was sent cannot be understood; nothing was changed."
        case .unauthorized: "This needs a token, or the token is nobody's."
        case .forbidden: "The token's role, or whose it is, does not allow this."
        case .notFound: "What was named is not there."
        case .conflict: "As things stand this cannot be done: full, frozen, or in conflict with something."
        case .contentTooLarge: "More was sent than is taken."
        case .unsupportedMediaType: "A body is taken as it is, without a Content-Encoding."
        case .requestHeaderFieldsTooLarge: "The request's header, its address included, is longer than is taken."
        case .tooManyRequests: "Too many requests at a time; ask again later."
        default: "The database cannot be used at the moment, or too much is being computed."
        }
    }
}
