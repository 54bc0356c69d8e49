import Glibc

/// The header of a message or of one of its parts (RFC 5322 §2.2, RFC 2045 §3).
struct HeaderFields {
    /// The most bytes that a header may have.
    static let byteLimit = 1 << 18
    /// The most fields that a header may have.
    static let countLimit = 1000

    /// A field with its folding undone.
    struct Field {
        /// In lower case.
        let name: String
        /// Without blanks at either end; everything else in it is as the sender wrote it.
        var value: [UInt8]
    }

    private(set) var fields: [Field] = []

    /// The values of all fields of a name, given in lower case, in order.
    func all(_ name: String) -> [[UInt8]] { fields.filter { $0.name == name }.map(\.value) }

    /// The value of the only field of a name, given in lower case.
    /// - Throws: `Unreadable` when there are several, of which other programs take the first or the last.
    func only(_ name: String) throws(Unreadable) -> [UInt8]? {
        let values = all(name)
        guard values.count <= 1 else { throw Unreadable("it has more than one \(name) field") }
        return values.first
    }
}

extension HeaderFields {
    /// Reads a header and what follows the empty line that ends it.
    ///
    /// Lines may end in CRLF or LF. A header that ends with the bytes has no body.
    ///
    /// - Throws: `Unreadable` when it is longer than the limits allow, or a line in it is no field.
    static func read(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> (header: HeaderFields, body: ArraySlice<UInt8>) {
        var header = HeaderFields()
        var rest = bytes
        while let line = takeLine(from: &rest), !line.isEmpty {
            guard rest.startIndex - bytes.startIndex <= byteLimit else {
                throw Unreadable("its header has more than \(byteLimit) bytes, the most that is read")
            }
            if let first = line.first, isBlank(first), !header.fields.isEmpty {
                header.fields[header.fields.count - 1].value += line
                continue
            }
            guard header.fields.count < countLimit else {
                throw Unreadable("its header has more than \(countLimit) fields, the most that are read")
            }
            // A mailbox file's own line stands before the first field.
            if line.startIndex == bytes.startIndex, line.starts(with: "From ".utf8) { continue }
            guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")) else {
                throw Unreadable("its header holds a line that is no field")
            }
            let name = line[..<colon]
            guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw Unreadable("its header holds a line that is no field")
            }
            header.fields.append(
                Field(
                    name: String(decoding: name, as: UTF8.self).lowercased(),
                    value: Array(line[colon...].dropFirst().drop(while: isBlank))))
        }
        for index in header.fields.indices {
            while let last = header.fields[index].value.last, isBlank(last) { header.fields[index].value.removeLast() }
        }
        return (header, rest)
    }

    /// Takes the first line off, without its CRLF or LF; nil when nothing is left.
    private static func takeLine(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let length = rest.withUnsafeBytes { bytes in
            bytes.baseAddress.flatMap { start in memchr(start, 0x0A, bytes.count).map { UnsafeRawPointer($0) - start } }
        }
        let line = rest.prefix(length ?? rest.count)
        rest = rest.dropFirst((length ?? rest.count) + 1)
        return line.last == 0x0D ? line.dropLast() : line
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
