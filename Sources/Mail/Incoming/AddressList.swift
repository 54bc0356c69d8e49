import Mentoring

/// The addresses of a field such as From or To (RFC 5322 §3.4).
///
/// Read strictly, since programs disagree about odd ones: an address has no blanks, comments or routes in it, and a name
/// before it holds no other address unless it is quoted.
struct AddressList {
    /// The only address there is; nil when there is none, more than one entry of any kind, or a group.
    let single: EmailAddress?
    /// All that are addresses, those in groups too.
    let all: [EmailAddress]

    init(_ value: [UInt8]) {
        guard let tokens = FieldToken.all(in: value, marks: FieldToken.addressMarks) else {
            (single, all) = (nil, [])
            return
        }
        var (entries, entry): ([[FieldToken]], [FieldToken]) = ([], [])
        var (isAngled, hasGroup) = (false, false)
        for token in tokens {
            if token.isMark("<") { isAngled = true }
            if token.isMark(">") { isAngled = false }
            if !isAngled, token.isMark(":") || token.isMark(";") {
                hasGroup = true
                // What stands before the colon is the group's name.
                if token.isMark(";") { entries.append(entry) }
                entry = []
            } else if !isAngled, token.isMark(",") {
                entries.append(entry)
                entry = []
            } else {
                entry.append(token)
            }
        }
        entries.append(entry)
        all = entries.compactMap { Self.address($0) ?? Self.named($0) }
        single = (entries.count == 1 && !hasGroup ? all.first : nil) ?? Self.named(tokens)
    }

    /// The address in the last angle brackets, which end the field, after a name with marks that programs forget to quote.
    ///
    /// `Okafor, Ada @ada <ada@example.org>` is one. An address in the name has to be the same one.
    private static func named(_ tokens: [FieldToken]) -> EmailAddress? {
        guard let open = tokens.lastIndex(where: { $0.isMark("<") }), open > 0, tokens.last?.isMark(">") ?? false,
            let address = bare(tokens[(open + 1)...].dropLast())
        else { return nil }
        var words: [[UInt8]] = []
        for token in tokens[..<open] {
            if token.isApart || words.isEmpty || Self.ends.contains(where: token.isMark) { words.append([]) }
            switch token.kind {
            case .word(let text): words[words.count - 1] += text
            case .quoted: words.append([])
            case .mark(let mark): words[words.count - 1].append(mark)
            }
        }
        // `<>` is the sender of reports.
        guard !words.contains(Array("<".utf8)) || !words.contains(Array(">".utf8)) else { return nil }
        let names = words.map { word in
            let inner = word.drop(while: Self.around.contains).reversed().drop(while: Self.around.contains).reversed()
            return String(decoding: inner, as: UTF8.self).lowercased()
        }
        return names.indices.allSatisfy { !isOther(names, $0, than: address.description) } ? address : nil
    }

    /// The marks that end a word of a name.
    private static let ends: [Character] = [",", ";", "<", ">", ")"]
    /// The marks around an address in a name.
    private static let around = Set("'[],;:.()<>\\".utf8)

    /// Whether a word of a name is another address than the one behind it, or belongs to one that has blanks in it; `@ada` and
    /// `Ada @ Nova` are none.
    private static func isOther(_ names: [String], _ place: Int, than address: String) -> Bool {
        let name = names[place]
        guard name.contains("@"), name != address, !(name.hasPrefix("=?") && name.hasSuffix("?=")) else { return false }
        let parts = name.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        if zip(parts, parts.dropFirst()).contains(where: { !$0.isEmpty && !$1.isEmpty }) { return true }
        let before = parts[0].isEmpty && place > 0 ? names[place - 1] : parts[0]
        let after = (parts.last ?? "").isEmpty && place + 1 < names.count ? names[place + 1] : parts.last ?? ""
        return !before.isEmpty && after.prefix { $0 != ":" }.contains(".")
    }

    /// `Name <address>` or a bare address.
    private static func address(_ entry: [FieldToken]) -> EmailAddress? {
        guard let open = entry.firstIndex(where: { $0.isMark("<") }) else { return bare(entry[...]) }
        let isName = entry[..<open].allSatisfy { if case .mark = $0.kind { $0.isMark(".") } else { true } }
        guard isName, let last = entry.last, last.isMark(">") else { return nil }
        return bare(entry[(open + 1)...].dropLast())
    }

    /// An address that nothing stands in or beside; one in quotation marks is the same as without where it may be.
    private static func bare(_ tokens: ArraySlice<FieldToken>) -> EmailAddress? {
        guard !tokens.isEmpty, tokens.dropFirst().allSatisfy({ !$0.isApart }) else { return nil }
        var bytes: [UInt8] = []
        for token in tokens {
            switch token.kind {
            case .word(let text): bytes += text
            case .quoted(let text):
                // Marks in it would come to life without the quotation.
                guard !text.contains(where: FieldToken.addressMarks.contains) else { return nil }
                bytes += text
            case .mark(let mark) where mark == UInt8(ascii: ".") || mark == UInt8(ascii: "@"): bytes.append(mark)
            case .mark: return nil
            }
        }
        // ASCII only: lower case would make U+212A a k, and one person another.
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return try? EmailAddress(String(decoding: bytes, as: UTF8.self))
    }
}
