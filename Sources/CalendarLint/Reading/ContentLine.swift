/// A property as it stands in a file (RFC 5545 §3.1).
struct ContentLine {
    struct Parameter: Hashable {
        /// In capitals.
        let name: String
        /// Its first value, decoded (RFC 6868).
        let value: String
        /// Those after it; a list of one each would take most of a file's memory.
        let others: [String]
    }

    /// Its first physical line, counted from 1.
    let line: Int
    /// In capitals.
    let name: String
    let parameters: [Parameter]
    /// As it stands, escapes and all.
    let value: String

    /// The first value of a parameter.
    func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// What it says, without where it stands.
    var content: Content { Content(name: name, parameters: parameters, value: value) }

    struct Content: Hashable {
        let name: String
        let parameters: [Parameter]
        let value: String
    }
}
