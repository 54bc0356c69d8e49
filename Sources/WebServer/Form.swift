import Hummingbird
import Mentoring

/// What a page's form sends (application/x-www-form-urlencoded, as the URL Standard has it).
///
/// It is strict: each field once, and none that the page does not have.
struct Form {
    private var fields: [String: String] = [:]

    /// Takes a form from the network.
    init(of names: [String], in body: RequestBody, upTo most: Int = ServerLimits.formBytes) async throws {
        try self.init(try await body.whole(upTo: most), of: names)
    }

    /// - Parameters:
    ///   - bytes: the body.
    ///   - names: the fields that the page has.
    /// - Throws: `BadInput` that says what is wrong, before anything of it is kept.
    init(_ bytes: [UInt8], of names: [String]) throws(BadInput) {
        // One more is looked at than there may be, and no further.
        for pair in bytes.split(separator: UInt8(ascii: "&"), maxSplits: names.count) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = names.first(where: { parts[0].elementsEqual($0.utf8) }), parts.count == 2 else {
                throw BadInput("the form has something that this page does not ask for; fill in the page itself")
            }
            guard fields[name] == nil else { throw BadInput("the form has \(name) twice") }
            guard let text = Self.text(parts[1]) else { throw BadInput("\(name) is not text in UTF-8") }
            fields[name] = text
        }
    }

    /// A field's text, if the form has it.
    subscript(name: String) -> String? { fields[name] }

    /// A field's text.
    /// - Throws: `BadInput` when the form does not have it.
    func text(_ name: String) throws(BadInput) -> String {
        guard let text = fields[name] else { throw BadInput("the form lacks \(name); fill in the page itself") }
        return text
    }

    /// The text that stands for a value, in which a plus sign is a blank; nil where it is none in UTF-8.
    static func text(_ encoded: some Sequence<UInt8>) -> String? {
        let spaced = encoded.lazy.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return spaced.percentDecoded.flatMap { String(validating: $0, as: UTF8.self) }
    }
}
