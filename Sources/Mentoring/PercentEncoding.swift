extension String {
    /// The text with every byte that is neither unreserved in a URI (RFC 3986 §2.3) nor one of some others percent-encoded.
    public func percentEncoded(keeping others: String = "") -> String {
        let kept = Self.unreserved.union(others.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: utf8.flatMap { byte in
                kept.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }, as: UTF8.self)
    }

    private static let unreserved = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
}

extension Sequence<UInt8> {
    /// The octets that percent-encoded text stands for (RFC 3986 §2.1); nil where two hexadecimal digits do not follow a percent sign.
    public var percentDecoded: [UInt8]? {
        var octets: [UInt8] = []
        var rest = makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "%") else {
                octets.append(byte)
                continue
            }
            guard let high = rest.next()?.hexDigit, let low = rest.next()?.hexDigit else { return nil }
            octets.append(high << 4 | low)
        }
        return octets
    }
}

extension UInt8 {
    /// What it is worth as a hexadecimal digit, if it is one.
    package var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
