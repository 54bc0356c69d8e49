/// An http or https address, taken apart as browsers do (RFC 3986 §3, §6.2).
struct AddressParts {
    /// `http` or `https`.
    let scheme: String
    /// The lower-case name without the dot that ends a full one, with a port where it is not the scheme's own.
    let host: String
    /// What lies between the slashes of the path, without escapes: a server takes `owner%2Frepo` for `owner/repo`.
    let segments: [String]
    /// The same of what follows `#`, where that is the route of a page that draws itself.
    let route: [String]
    /// What follows `#`, as it is.
    let fragment: Substring
    /// Path and query, and what follows `#` where it says what is shown and not only where on the page.
    let rest: String

    init(_ text: String) throws(BadInput) {
        let url = try OneLine.validated(text, as: "address", limit: 1000)
        let wrong = BadInput(
            "“\(OneLine.shown(text))” is not the address of a change; expected something like https://review.example.org/c/nova/+/900001"
        )
        guard let scheme = ["http", "https"].first(where: { url.lowercased().hasPrefix("\($0)://") }),
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) })
        else { throw wrong }
        self.scheme = scheme
        let beyondScheme = url.dropFirst(scheme.count + 3)
        let beforeFragment = beyondScheme.prefix { $0 != "#" }
        fragment = beyondScheme.dropFirst(beforeFragment.count + 1)
        let authority = beforeFragment.prefix { $0 != "/" && $0 != "?" }
        guard let host = Self.host(authority.lowercased(), scheme) else { throw wrong }
        self.host = host
        let beyondHost = beforeFragment.dropFirst(authority.count)
        let path = beyondHost.prefix { $0 != "?" }
        segments = Self.segments(path)
        route = Self.segments(fragment.drop { $0 == "!" })
        let query = beyondHost.dropFirst(path.count)
        let trimmed = String(path).dropLast(while: { $0 == "/" })
        // `#/topic/1` and `#id=1` name what is shown; `#reply-2` a place in it, as `#:~:text=` does.
        let shown = fragment.contains { "/!=".contains($0) } && !fragment.hasPrefix(":~:")
        rest = trimmed + query + (shown ? "#" + fragment : "")
    }

    private static func host(_ authority: String, _ scheme: String) -> String? {
        let name = authority.prefix { $0 != ":" }
        let port = authority.dropFirst(name.count + 1)
        let plain = name.hasSuffix(".") ? name.dropLast() : name
        guard !plain.isEmpty, plain.utf8.allSatisfy(isInHost), port.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        guard !port.isEmpty else { return String(plain) }
        guard let number = UInt16(port), number > 0 else { return nil }
        return number == (scheme == "https" ? 443 : 80) ? String(plain) : "\(plain):\(number)"
    }

    private static func isInHost(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E
    }

    /// Gerrit's older pages escape twice.
    private static func segments(_ path: Substring) -> [String] {
        let once = unescaped(path) { (0x21...0x7E).contains($0) }
        return unescaped(once[...]) { (0x21...0x7E).contains($0) }.split(separator: "/").map(String.init)
    }

    /// An address of which the escapes that mean nothing are gone, and the others are in capitals (RFC 3986 §6.2.2).
    static func normalized(_ address: String) -> String {
        unescaped(address[...]) { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
        }
    }

    private static func unescaped(_ text: Substring, where isPlain: (UInt8) -> Bool) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            guard byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy({ Character(.init($0)).isHexDigit }),
                let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            rest.removeFirst(2)
            if isPlain(code) {
                bytes.append(code)
            } else {
                bytes += "%\(String(decoding: digits, as: UTF8.self).uppercased())".utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate func dropLast(while matches: (Character) -> Bool) -> String {
        String(self[..<(lastIndex { !matches($0) }.map(index(after:)) ?? startIndex)])
    }
}
