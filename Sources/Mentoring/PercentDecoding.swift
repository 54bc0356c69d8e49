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
