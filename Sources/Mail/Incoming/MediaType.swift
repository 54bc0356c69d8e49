import Mentoring

/// A Content-Type (RFC 2045 §5).
struct MediaType {
    /// `text/calendar`, in lower case.
    let name: String
    /// By name in lower case.
    private let parameters: [String: [UInt8]]

    /// What a part is that says nothing of itself.
    static let plain = MediaType(name: "text/plain", parameters: [:])

    private init(name: String, parameters: [String: [UInt8]]) {
        self.name = name
        self.parameters = parameters
    }

    /// Reads the field's value; nil when it makes no sense or gives a parameter two values.
    ///
    /// Values may hold `=` and `/` without quotation marks, as Outlook's boundaries once did.
    init?(_ value: [UInt8]) {
        guard let tokens = FieldToken.all(in: value, marks: FieldToken.assignmentMarks) else { return nil }
        let statements = tokens.split(omittingEmptySubsequences: false) { $0.isMark(";") }
        guard let first = statements.first, first.count == 1, let name = first.first?.word?.lowercased(),
            name.split(separator: "/", omittingEmptySubsequences: false).count == 2
        else { return nil }
        var parameters: [String: [UInt8]] = [:]
        var contradicted: Set<String> = []
        for statement in statements.dropFirst() where !statement.isEmpty {
            let value = statement.dropFirst(2)
            guard let key = statement.first?.word?.lowercased(), statement.count >= 3,
                statement[statement.startIndex + 1].isMark("="), value.dropFirst().allSatisfy({ !$0.isApart })
            else {
                // Only what divides a multipart has to be understood.
                if statement.first?.word?.lowercased() == "boundary" { return nil }
                continue
            }
            var text: [UInt8] = []
            for token in value {
                switch token.kind {
                case .word(let bytes): text += bytes
                case .mark(let mark): text.append(mark)
                case .quoted(let bytes):
                    guard value.count == 1 else { return nil }
                    text = bytes
                }
            }
            guard let earlier = parameters.updateValue(text, forKey: key), !Self.areSame(earlier, text) else {
                continue
            }
            // Two charsets are as good as none; of anything else programs take the first or the last.
            guard key == "charset" else { return nil }
            contradicted.insert(key)
        }
        for key in contradicted { parameters[key] = nil }
        self.init(name: name, parameters: parameters)
    }

    private static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        String(decoding: one, as: UTF8.self).lowercased() == String(decoding: other, as: UTF8.self).lowercased()
    }

    /// A parameter's value, put together from its pieces and decoded where it is written so (RFC 2231 §3, §4).
    ///
    /// Nil when there is none, or it is not ASCII, which none is that is looked at.
    func parameter(_ name: String) -> String? {
        guard let bytes = parameters[name] ?? extended(parameters[name + "*"]) ?? joined(name),
            bytes.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A parameter's value as people read it, such as the name of a file: in whatever charset it says (RFC 2231 §4), or as
    /// encoded words, which programs write there though they should not.
    func text(_ name: String) -> String? {
        if let plain = parameters[name] { return EncodedWords.decoded(plain) }
        let first = parameters[name + "*"] ?? parameters[name + "*0*"]
        guard let bytes = extended(parameters[name + "*"]) ?? joined(name) else { return nil }
        let label = first.map { String(decoding: $0.prefix { $0 != UInt8(ascii: "'") }, as: UTF8.self) }
        return label.flatMap { Charset(name: $0) }?.decode(bytes[...]) ?? String(decoding: bytes, as: UTF8.self)
    }

    private func joined(_ name: String) -> [UInt8]? {
        var value: [UInt8] = []
        var number = 0
        while true {
            if let plain = parameters["\(name)*\(number)"] {
                value += plain
            } else if let written = parameters["\(name)*\(number)*"] {
                guard let bytes = number == 0 ? extended(written) : written.percentDecoded else {
                    return nil
                }
                value += bytes
            } else {
                return number == 0 ? nil : value
            }
            number += 1
        }
    }

    /// What follows charset and language, which are of no matter to ASCII.
    private func extended(_ value: [UInt8]?) -> [UInt8]? {
        guard let value else { return nil }
        let parts = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? parts[2].percentDecoded : nil
    }
}
