/// What a template finds in a page.
enum TemplateValue: Sendable {
    case text(String)
    case truth(Bool)
    case list([TemplateValue])
    /// Its fields by name, without those that are nil. There are few, so that looking along them is quicker than hashing.
    case record([(name: String, value: TemplateValue)])

    /// A page, or what is in one: structures by the names of their fields; nil for nil.
    init?(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let truth as Bool: self = .truth(truth)
        case let number as Int: self = .text(String(number))
        case let list as [String]: self = .list(list.map { .text($0) })
        default:
            let mirror = Mirror(reflecting: value)
            switch mirror.displayStyle {
            case .optional:
                guard let wrapped = mirror.children.first else { return nil }
                self.init(wrapped.value)
            case .collection: self = .list(mirror.children.compactMap { TemplateValue($0.value) })
            case .struct:
                self = .record(
                    mirror.children.compactMap { child in
                        guard let name = child.label, let value = TemplateValue(child.value) else { return nil }
                        return (name, value)
                    })
            default: self = .text(String(describing: value))
            }
        }
    }

    /// A field, by its name; nil for one that there is not, and in what has none.
    func field(_ name: String) -> TemplateValue? {
        guard case .record(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }
}
