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
    fileprivate var hexDigit: UInt8? { Character(UnicodeScalar(self)).hexDigitValue.map { UInt8($0) } }
}
