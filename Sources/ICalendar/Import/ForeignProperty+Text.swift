import Mentoring

extension ForeignProperty {
    /// A TEXT value without its escapes (RFC 5545 §3.3.11).
    var text: String {
        var text = ""
        var isEscaped = false
        for scalar in value.unicodeScalars {
            switch (isEscaped, scalar) {
            case (false, "\\"): isEscaped = true
            case (true, "n"), (true, "N"):
                text.unicodeScalars.append("\n")
                isEscaped = false
            default:
                text.unicodeScalars.append(scalar)
                isEscaped = false
            }
        }
        return text
    }

    /// The address of a `mailto:` URI (RFC 6068 §2), one and nothing more; of any other URI the EMAIL beside it (RFC 7986
    /// §6.2).
    func mailAddress() throws(Unusable) -> EmailAddress {
        if value.utf8.prefix(7).map({ $0 | 0x20 }) != Array("mailto:".utf8), let email = parameters["EMAIL"],
            email.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let address = try? EmailAddress(email)
        {
            return address
        }
        // Printable ASCII only: no break, and no letter such as U+212A that lower case would make another.
        if value.utf8.prefix(7).map({ $0 | 0x20 }) == Array("mailto:".utf8), value.utf8.count <= 1000,
            let bytes = value.utf8.dropFirst(7).percentDecoded, bytes.allSatisfy({ (0x21...0x7E).contains($0) }),
            let address = try? EmailAddress(String(decoding: bytes, as: UTF8.self))
        {
            return address
        }
        throw Unusable("its \(name) \(Unusable.quoted(value)) is not mailto: and one mail address")
    }
}
