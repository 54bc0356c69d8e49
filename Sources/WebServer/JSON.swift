import Foundation

/// How everything that the API says is written: keys in order, so that the same state gives the same bytes.
enum JSON {
    /// The value in UTF-8.
    static func bytes(_ value: some Encodable, indented: Bool = false) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if indented { encoder.outputFormatting.insert(.prettyPrinted) }
        return Array(try encoder.encode(value))
    }
}
