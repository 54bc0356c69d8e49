/// What a reader sees of HTML, as lines of text; every step takes time in proportion to it.
///
/// It is for people to read, and for nothing else: no page is drawn, and nothing is fetched.
struct HTMLText {
    /// The text of HTML, with the addresses of links after their words.
    static func text(of html: String) -> String {
        var reader = HTMLText(html: Array(html.utf8))
        reader.read()
        return String(decoding: reader.output, as: UTF8.self)
    }

    private let html: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    /// The address of the link that is open, and where its words begin.
    private var link: (address: [UInt8], start: Int)?

    private init(html: [UInt8]) { self.html = html }

    private mutating func read() {
        while position < html.count {
            switch html[position] {
            case UInt8(ascii: "<") where isTag: readTag()
            case UInt8(ascii: "&"): output += readEntity()
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                if let last = output.last, last != 0x20, last != 0x0A { output.append(0x20) }
                position += 1
            case let byte:
                output.append(byte)
                position += 1
            }
        }
    }

    private var isTag: Bool {
        guard position + 1 < html.count else { return false }
        let next = html[position + 1]
        return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
            || (0x61...0x7A).contains(next | 0x20)
    }

    private mutating func readTag() {
        if html[position...].starts(with: "<!--".utf8) {
            position = end(of: "-->", from: position + 4)
            return
        }
        let isClosing = html[position + 1] == UInt8(ascii: "/")
        let start = position + (isClosing ? 2 : 1)
        let name = String(
            decoding: html[start...].prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) },
            as: UTF8.self
        ).lowercased()
        let attributes = skipTag(from: start + name.utf8.count)
        if !isClosing, Self.unseen.contains(name) { _ = skipTag(from: end(of: "</\(name)", from: position)) }
        switch name {
        case "br": newLine()
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table": breakLine(blank: true)
        case "div", "tr", "pre", "hr", "section", "article", "header", "footer", "dt", "dd": breakLine()
        case "li":
            breakLine()
            if !isClosing { output += Array("- ".utf8) }
        case "td", "th": if let last = output.last, last != 0x20, last != 0x0A { output.append(0x20) }
        case "a": isClosing ? endLink() : beginLink(attributes)
        default: break
        }
    }

    private static let unseen: Set = ["head", "script", "style", "title", "template"]

    /// Goes to behind the tag.
    /// - Returns: what stands in it.
    private mutating func skipTag(from start: Int) -> ArraySlice<UInt8> {
        var quote: UInt8?
        position = start
        while position < html.count {
            let byte = html[position]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: ">") {
                position += 1
                return html[start..<position - 1]
            }
            position += 1
        }
        return html[start...]
    }

    /// Where a text ends that comes next, in any case; the end of all where it does not.
    private func end(of text: String, from start: Int) -> Int {
        let wanted = Array(text.utf8)
        var place = start
        while place + wanted.count <= html.count {
            if zip(html[place...], wanted).allSatisfy({ $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }) {
                return place + wanted.count
            }
            place += 1
        }
        return html.count
    }

    private mutating func newLine() {
        while output.last == 0x20 { output.removeLast() }
        output.append(0x0A)
    }

    private mutating func breakLine(blank: Bool = false) {
        while output.last == 0x20 { output.removeLast() }
        guard !output.isEmpty else { return }
        if output.last != 0x0A { output.append(0x0A) }
        if blank, output.count >= 2, output[output.count - 2] != 0x0A { output.append(0x0A) }
    }

    private mutating func beginLink(_ attributes: ArraySlice<UInt8>) {
        guard let address = Self.address(in: attributes)?.prefix(1000),
            address.starts(with: "http".utf8) || address.starts(with: "mailto:".utf8)
        else { return }
        link = (Array(address), output.count)
    }

    /// The value of `href`.
    private static func address(in attributes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = attributes
        while let place = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "h") }) {
            rest = rest[(place + 1)...]
            guard rest.count > 3, zip(rest, "ref".utf8).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
            let value = rest.dropFirst(3).drop(while: isBlank)
            guard value.first == UInt8(ascii: "=") else { continue }
            let written = value.dropFirst().drop(while: isBlank)
            guard let quote = written.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                return written.prefix { !isBlank($0) }
            }
            return written.dropFirst().prefix { $0 != quote }
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func endLink() {
        guard let open = link else { return }
        link = nil
        let shown = output[min(open.start, output.count)...]
        // The words of most are their address.
        let bare = open.address.starts(with: "mailto:".utf8) ? open.address.dropFirst(7) : open.address[...]
        guard !shown.elementsEqual(bare), !shown.elementsEqual(open.address) else { return }
        output += Array(" <".utf8) + open.address + Array(">".utf8)
    }

    /// The character that an entity stands for; `&` where it is none that we know.
    private mutating func readEntity() -> [UInt8] {
        let name = html[(position + 1)...].prefix(10).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "&") }
        let end = name.endIndex
        guard end < html.count, html[end] == UInt8(ascii: ";"),
            let text = Self.character(String(decoding: name, as: UTF8.self))
        else {
            position += 1
            return [UInt8(ascii: "&")]
        }
        position = end + 1
        return Array(text.utf8)
    }

    private static func character(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let value = digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { $0.value == 0xA0 ? " " : String($0) }
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«",
        "raquo": "»", "copy": "©", "euro": "€", "middot": "·", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
        "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç",
        "ntilde": "ñ", "iexcl": "¡", "iquest": "¿", "oacute": "ó", "aacute": "á", "iacute": "í", "uacute": "ú",
    ]
}
