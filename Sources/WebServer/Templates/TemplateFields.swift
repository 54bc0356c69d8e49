/// What a template finds in a page, by name: taken out of the value once, since Mustache would otherwise look through all of it, and
/// through all around it, for every name that it meets.
enum TemplateFields {
    /// Texts, numbers and truths as they are, structures as dictionaries without what is nil, lists as lists; nil for nil.
    static func of(_ value: Any) -> Any? {
        switch value {
        case let text as String: return text
        case let truth as Bool: return truth
        case let number as Int: return number
        case let list as [String]: return list
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { of($0.value) }
        case .collection: return mirror.children.compactMap { of($0.value) }
        case .struct:
            var fields: [String: Any] = [:]
            for child in mirror.children {
                if let name = child.label, let field = of(child.value) { fields[name] = field }
            }
            return fields
        default: return value
        }
    }
}
