extension DecodingError {
    /// What is wrong, after the path of the field where there is one.
    var words: String {
        switch self {
        case .typeMismatch(let type, let context): context.words("must be \(Self.name(of: type))")
        case .valueNotFound(let type, let context): context.words("is null, must be \(Self.name(of: type))")
        case .keyNotFound(let key, let context): context.words("is missing", field: key)
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            "is not JSON, or has a number that is not whole or has more than 18 digits"
        case .dataCorrupted(let context): context.words(context.debugDescription)
        @unknown default: "cannot be read"
        }
    }

    private static func name(of type: Any.Type) -> String {
        switch type {
        case is Int.Type: "a whole number"
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        default: "\(type)".hasPrefix("Dictionary") ? "an object" : "a list"
        }
    }
}

extension DecodingError.Context {
    fileprivate func words(_ what: String, field: (any CodingKey)? = nil) -> String {
        let path = (codingPath + (field.map { [$0] } ?? [])).reduce("") { path, key in
            key.intValue.map { "\(path)[\($0)]" } ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
        }
        return path.isEmpty ? what : "\(path): \(what)"
    }
}
