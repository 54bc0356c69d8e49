import CivilTime
import Testing

@testable import TimeZoneCatalog

@Suite("Decoding TZif")
struct TZifDecodingTests {
    @Test("reads a file of version 1 from its 32-bit block")
    func versionOne() throws {
        var fixture = TZifFixture(version: "1")
        fixture.types = [(3600, false, "CET"), (7200, true, "CEST")]
        fixture.transitions = [(-100, 1), (100, 0)]
        let rules = try fixture.rules()
        #expect(rules.footer == nil)
        let expected: [(Int64, String)] = [(-101, "CET"), (-100, "CEST"), (99, "CEST"), (100, "CET"), (1 << 40, "CET")]
        for (seconds, abbreviation) in expected {
            let instant = Instant(secondsSinceEpoch: seconds)
            #expect(rules.localTimeType(at: instant).abbreviation == abbreviation)
        }
    }

    @Test("prefers the 64-bit block", arguments: ["2", "3", "4"] as [Character])
    func laterVersions(version: Character) throws {
        var fixture = TZifFixture(version: version)
        fixture.types = [(0, false, "AAA"), (3600, false, "BBB")]
        fixture.transitions = [(1 << 33, 1)]
        fixture.footer = "BBB-1"
        let rules = try fixture.rules()
        #expect(rules.offset(at: Instant(secondsSinceEpoch: (1 << 33) - 1)).seconds == 0)
        #expect(rules.offset(at: Instant(secondsSinceEpoch: 1 << 33)).seconds == 3600)
    }

    @Test("tolerates leap seconds")
    func leapSeconds() throws {
        var fixture = TZifFixture()
        fixture.leapSeconds = 3
        fixture.footer = "UTC0"
        #expect(try fixture.rules().offset(at: Instant(secondsSinceEpoch: 1 << 31)) == .zero)
    }

    @Test("is described by the footer alone where there are no transitions")
    func footerAlone() throws {
        var fixture = TZifFixture()
        fixture.footer = "<+07>-7"
        #expect(try fixture.rules().offset(at: Instant(secondsSinceEpoch: 0)).seconds == 7 * 3600)
    }

    @Test("does not report a transition that changes nothing")
    func noChange() throws {
        var fixture = TZifFixture()
        fixture.types = [(0, false, "AAA"), (0, true, "AAA"), (0, false, "BBB")]
        fixture.transitions = [(10, 1), (20, 2)]
        let found = try fixture.rules().transitions(from: .distantPast, to: .distantFuture)
        #expect(found.map(\.instant.secondsSinceEpoch) == [20])
    }

    /// Each changes one byte of a file of version 1 with two types and two transitions.
    @Test(
        "names what is wrong and where",
        arguments: [
            (0, 0x58, TZifError.Code.notTZif, 0, #"the header does not begin with "TZif" (at byte 0)"#),
            (4, 0x41, .unsupportedVersion, 4, "the version byte 65 is none that RFC 9636 knows (at byte 4)"),
            (23, 1, .invalidCounts, 20, "there is not one UT indicator for each type (at byte 20)"),
            (27, 1, .invalidCounts, 24, "there is not one standard indicator for each type (at byte 24)"),
            (39, 0, .invalidCounts, 36, "there must be 1 to 256 local time types (at byte 36)"),
            (43, 0, .invalidCounts, 40, "there are no abbreviations (at byte 40)"),
            (32, 0x7F, .truncated, 75, "the file ends within its data block (at byte 75)"),
            (
                44, 0x7F, .invalidTransitionTime, 48,
                "the transition time 100 is out of order or out of range (at byte 48)"
            ),
            (52, 2, .invalidTypeIndex, 52, "local time type 2 of a transition does not exist (at byte 52)"),
            (54, 0x7F, .invalidOffset, 54, "an offset of 2130710032 seconds is out of range (at byte 54)"),
            (58, 2, .invalidFlag, 58, "a daylight flag is 2 where only 0 or 1 may stand (at byte 58)"),
            (59, 9, .invalidAbbreviation, 59, "an abbreviation is not NUL-terminated printable ASCII (at byte 59)"),
            (74, 0x41, .invalidAbbreviation, 65, "an abbreviation is not NUL-terminated printable ASCII (at byte 65)"),
            (66, 0x07, .invalidAbbreviation, 59, "an abbreviation is not NUL-terminated printable ASCII (at byte 59)"),
        ])
    func faults(position: Int, value: Int, code: TZifError.Code, byteOffset: Int, message: String) throws {
        var fixture = TZifFixture(version: "1")
        fixture.types = [(3600, false, "CET"), (7200, true, "CEST")]
        fixture.transitions = [(-100, 1), (100, 0)]
        var bytes = fixture.bytes
        try #require(bytes.count == 75)
        bytes[position] = UInt8(value)
        let error = #expect(throws: TZifError.self) { try ZoneRules(id: .utc, tzif: bytes) }
        #expect(error?.code == code)
        #expect(error?.byteOffset == byteOffset)
        #expect(error?.description == message)
    }

    @Test("of every beginning of a real file either succeeds or throws", arguments: ["Europe/Berlin", "Pacific/Apia"])
    func prefixes(name: String) throws {
        let zone = try #require(TimeZoneID(name))
        let file = try ShippedZones().tzif(of: zone)
        for length in file.indices {
            // Before the last newline there is no whole file.
            #expect(throws: TZifError.self) { try ZoneRules(id: zone, tzif: file.prefix(length)) }
        }
        #expect(throws: Never.self) { try ZoneRules(id: zone, tzif: file) }
    }

    @Test("of a real file with flipped bits never traps, nor does what comes of it", arguments: 0..<8)
    func flips(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let names = ["Europe/Berlin", "Pacific/Apia", "Africa/Casablanca", "UTC"]
        let files = try names.map { try ShippedZones().tzif(of: #require(TimeZoneID($0))) }
        var outcomes = (decoded: 0, refused: 0)
        for _ in 0..<250 {
            var bytes = try #require(files.randomElement(using: &generator))
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                // Half of them in the last bytes or the headers, where most depends on each.
                let isNearAnEnd = Bool.random(using: &generator)
                let offset = Int.random(in: 0..<(isNearAnEnd ? min(64, bytes.count) : bytes.count), using: &generator)
                let position = Bool.random(using: &generator) ? offset : bytes.count - 1 - offset
                bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
            guard let rules = try? ZoneRules(id: .utc, tzif: bytes) else {
                outcomes.refused += 1
                continue
            }
            outcomes.decoded += 1
            for instant in [Instant.distantPast, .distantFuture, Instant(secondsSinceEpoch: 0)] {
                let local = rules.local(at: instant)
                _ = rules.resolve(local)
                for shift in [-40_000_000, 40_000_000] as [Int64] {
                    _ = rules.resolve(local.adding(seconds: shift))
                }
            }
            _ = rules.transitions(from: Instant(secondsSinceEpoch: 0), to: Instant(secondsSinceEpoch: 1 << 32))
        }
        #expect(outcomes.decoded > 10 && outcomes.refused > 10)
    }
}
