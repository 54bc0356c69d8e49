extension TZifFile {
    /// The header in front of each data block (RFC 9636 §3.1).
    struct Header {
        let version: Int
        let utCount: Int
        let standardCount: Int
        let leapCount: Int
        let timeCount: Int
        let typeCount: Int
        let characterCount: Int
        private let countsOffset: Int

        init(_ reader: inout ByteReader) throws(TZifError) {
            let magic = try reader.skip(4, "the header")
            guard reader.bytes[magic].elementsEqual("TZif".utf8) else {
                throw TZifError(
                    code: .notTZif, byteOffset: magic.lowerBound, reason: "the header does not begin with \"TZif\"")
            }
            let mark = reader.bytes[try reader.skip(1, "the header").lowerBound]
            switch mark {
            case 0: version = 1
            case UInt8(ascii: "2")...UInt8(ascii: "9"): version = Int(mark - UInt8(ascii: "0"))
            default:
                throw TZifError(
                    code: .unsupportedVersion, byteOffset: magic.upperBound,
                    reason: "the version byte \(mark) is none that RFC 9636 knows")
            }
            _ = try reader.skip(15, "the header")
            countsOffset = reader.position
            utCount = try Self.count(&reader)
            standardCount = try Self.count(&reader)
            leapCount = try Self.count(&reader)
            timeCount = try Self.count(&reader)
            typeCount = try Self.count(&reader)
            characterCount = try Self.count(&reader)
        }

        func blockLength(timeWidth: Int) -> Int {
            timeCount * (timeWidth + 1) + typeCount * 6 + characterCount + leapCount * (timeWidth + 4)
                + standardCount + utCount
        }

        /// Holds the counts to what RFC 9636 §3.1 demands of them.
        func validate() throws(TZifError) {
            try require((1...256).contains(typeCount), field: 4, "there must be 1 to 256 local time types")
            try require(characterCount > 0, field: 5, "there are no abbreviations")
            try require(utCount == 0 || utCount == typeCount, field: 0, "there is not one UT indicator for each type")
            try require(
                standardCount == 0 || standardCount == typeCount, field: 1,
                "there is not one standard indicator for each type")
        }

        private func require(_ condition: Bool, field: Int, _ reason: String) throws(TZifError) {
            guard condition else {
                throw TZifError(code: .invalidCounts, byteOffset: countsOffset + 4 * field, reason: reason)
            }
        }

        private static func count(_ reader: inout ByteReader) throws(TZifError) -> Int {
            Int(UInt32(truncatingIfNeeded: try reader.integer(width: 4, "the header")))
        }
    }
}
