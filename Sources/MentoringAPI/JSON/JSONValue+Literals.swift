// So that a document in the code reads as it does on the wire.
extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(number) }
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
    public init(arrayLiteral items: JSONValue...) { self = .list(items) }
    public init(dictionaryLiteral members: (String, JSONValue)...) { self.init(members: members) }

    /// An object; of two members of one name the later one counts.
    package init(members: some Sequence<(String, JSONValue)>) {
        self = .object(Dictionary(members.map { ($0, $1) }) { _, later in later })
    }

    /// The members of both objects.
    package static func + (first: JSONValue, second: JSONValue) -> JSONValue {
        guard case .object(let first) = first, case .object(let second) = second else { return first }
        return .object(first.merging(second) { _, later in later })
    }
}
