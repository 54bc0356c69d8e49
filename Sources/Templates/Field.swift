/// What a template finds under a name.
package enum Field: Sendable, Equatable {
    /// A text or a number.
    case text(String)
    case truth(Bool)
    case list([Field])
    case fields([String: Field])
}

extension Field: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}

extension Field: ExpressibleByBooleanLiteral {
    package init(booleanLiteral truth: Bool) { self = .truth(truth) }
}
