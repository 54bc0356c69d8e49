/// What a TZif file says (RFC 9636): the transitions it lists, and the rule for all time after them.
struct TZifFile {
    private(set) var transitionTimes: [Int64] = []

    /// For each transition the index in `types` of what holds from then on.
    private(set) var transitionTypes: [UInt8] = []

    private(set) var types: [LocalTimeType] = []
    private(set) var footer: PosixTimeZone?

    /// Reads versions 1 to 4; later ones as 4, for the format only ever grew.
    init(_ bytes: [UInt8]) throws(TZifError) {
        var reader = ByteReader(bytes)
        let first = try Header(&reader)
        guard first.version > 1 else {
            try readBlock(first, timeWidth: 4, &reader)
            return
        }
        _ = try reader.skip(first.blockLength(timeWidth: 4), "the version 1 block")
        let second = try Header(&reader)
        try readBlock(second, timeWidth: 8, &reader)
        try readFooter(&reader)
    }

    private mutating func readBlock(_ header: Header, timeWidth: Int, _ reader: inout ByteReader) throws(TZifError) {
        try header.validate()
        // Asked for as a whole first, so that the counts of a hostile header never become an allocation.
        guard header.blockLength(timeWidth: timeWidth) <= reader.remaining else {
            throw TZifError(
                code: .truncated, byteOffset: reader.bytes.count, reason: "the file ends within its data block")
        }
        try readTransitions(header, timeWidth: timeWidth, &reader)
        try readTypes(header, &reader)
        _ = try reader.skip(header.leapCount * (timeWidth + 4), "the leap seconds")
        for flag in try reader.skip(header.standardCount + header.utCount, "the indicators") {
            try Self.checkFlag(reader.bytes[flag], at: flag, "an indicator")
        }
    }

    private mutating func readTransitions(
        _ header: Header, timeWidth: Int, _ reader: inout ByteReader
    ) throws(TZifError) {
        transitionTimes.reserveCapacity(header.timeCount)
        for _ in 0..<header.timeCount {
            let position = reader.position
            let time = try reader.integer(width: timeWidth, "the transition times")
            guard time >= Self.bigBang, time <= -Self.bigBang, time > transitionTimes.last ?? .min else {
                throw TZifError(
                    code: .invalidTransitionTime, byteOffset: position,
                    reason: "the transition time \(time) is out of order or out of range")
            }
            transitionTimes.append(time)
        }
        let indices = try reader.skip(header.timeCount, "the transition types")
        if let wrong = indices.first(where: { reader.bytes[$0] >= header.typeCount }) {
            throw TZifError(
                code: .invalidTypeIndex, byteOffset: wrong,
                reason: "local time type \(reader.bytes[wrong]) of a transition does not exist")
        }
        transitionTypes = Array(reader.bytes[indices])
    }

    private mutating func readTypes(_ header: Header, _ reader: inout ByteReader) throws(TZifError) {
        var records = ByteReader(reader.bytes)
        _ = try records.skip(reader.position, "the header")
        _ = try reader.skip(header.typeCount * 6, "the local time types")
        let characters = try reader.skip(header.characterCount, "the abbreviations")
        for _ in 0..<header.typeCount {
            types.append(try Self.localTimeType(&records, characters: characters))
        }
    }

    private static func localTimeType(
        _ reader: inout ByteReader, characters: Range<Int>
    ) throws(TZifError) -> LocalTimeType {
        let position = reader.position
        let seconds = Int(try reader.integer(width: 4, "the local time types"))
        guard let offset = UTCOffset(seconds: seconds) else {
            throw TZifError(
                code: .invalidOffset, byteOffset: position, reason: "an offset of \(seconds) seconds is out of range")
        }
        let flag = reader.bytes[position + 4]
        try checkFlag(flag, at: position + 4, "a daylight flag")
        let start = characters.lowerBound + Int(reader.bytes[position + 5])
        _ = try reader.skip(2, "the local time types")

        let tail = start < characters.upperBound ? reader.bytes[start..<characters.upperBound] : []
        let name = tail.prefix { $0 != 0 }
        guard name.count < tail.count, name.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw TZifError(
                code: .invalidAbbreviation, byteOffset: position + 5,
                reason: "an abbreviation is not NUL-terminated printable ASCII")
        }
        return LocalTimeType(
            offset: offset, isDaylight: flag == 1, abbreviation: String(decoding: name, as: UTF8.self))
    }

    private mutating func readFooter(_ reader: inout ByteReader) throws(TZifError) {
        let newline = UInt8(ascii: "\n")
        let opening = try reader.skip(1, "the footer")
        guard reader.bytes[opening.lowerBound] == newline else {
            throw TZifError(
                code: .invalidFooter, byteOffset: opening.lowerBound,
                reason: "the footer does not begin with a newline")
        }
        let text = reader.bytes[reader.position...].prefix { $0 != newline }
        _ = try reader.skip(text.count + 1, "the footer")
        footer = text.isEmpty ? nil : try PosixTimeZone(posix: Array(text), at: text.startIndex)
    }

    private static func checkFlag(_ value: UInt8, at position: Int, _ part: String) throws(TZifError) {
        guard value <= 1 else {
            throw TZifError(
                code: .invalidFlag, byteOffset: position, reason: "\(part) is \(value) where only 0 or 1 may stand")
        }
    }

    /// −2⁵⁹ seconds, before which RFC 9636 §3.2 asks for no transitions.
    private static let bigBang = Int64(-1) << 59
}
