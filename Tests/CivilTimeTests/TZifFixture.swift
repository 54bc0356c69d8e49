import CivilTime
import Testing

/// Builds TZif files for cases that no real zone shows.
struct TZifFixture {
    var version: Character = "2"
    var types: [(seconds: Int32, isDaylight: Bool, abbreviation: String)] = [(0, false, "UTC")]
    var transitions: [(time: Int64, type: UInt8)] = []
    var leapSeconds = 0
    var footer = ""

    static func footer(_ text: String) -> TZifFixture {
        TZifFixture(version: "3", footer: text)
    }

    func rules() throws -> ZoneRules {
        try ZoneRules(id: .utc, tzif: bytes)
    }

    var bytes: [UInt8] {
        guard version != "1" else { return block(timeWidth: 4) }
        var empty = self
        empty.transitions = []
        return empty.block(timeWidth: 4) + block(timeWidth: 8) + Array("\n\(footer)\n".utf8)
    }

    private func block(timeWidth: Int) -> [UInt8] {
        let characters = types.flatMap { Array($0.abbreviation.utf8) + [UInt8(0)] }
        var bytes = Array("TZif".utf8) + [version == "1" ? 0 : version.asciiValue ?? 0] + Array(repeating: 0, count: 15)
        for count in [0, 0, leapSeconds, transitions.count, types.count, characters.count] {
            bytes += bigEndian(Int64(count), 4)
        }
        bytes += transitions.flatMap { bigEndian($0.time, timeWidth) }
        bytes += transitions.map(\.type)
        var position: UInt8 = 0
        for type in types {
            bytes += bigEndian(Int64(type.seconds), 4) + [type.isDaylight ? 1 : 0, position]
            position += UInt8(type.abbreviation.utf8.count) + 1
        }
        bytes += characters
        for number in 0..<leapSeconds {
            bytes += bigEndian(Int64(number) * 63_072_000 + 78_796_800, timeWidth) + bigEndian(Int64(number) + 1, 4)
        }
        return bytes
    }

    private func bigEndian(_ value: Int64, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// A small generator with a seed, so that a failure can be repeated (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
