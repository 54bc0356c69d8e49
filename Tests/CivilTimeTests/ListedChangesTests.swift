import CivilTime
import Testing

@Suite("A zone that is known by its changes alone")
struct ListedChangesTests {
    private static func type(_ hours: Int) throws -> LocalTimeType {
        LocalTimeType(
            offset: try #require(UTCOffset(seconds: hours * 3600)), isDaylight: false, abbreviation: "")
    }

    private static func rules(_ first: Int, _ changes: (String, Int)...) throws -> ZoneRules {
        ZoneRules(
            id: try #require(TimeZoneID("Etc/Unknown")), before: try type(first),
            changes: try changes.map { (try #require(Instant(rfc3339: $0.0)), try type($0.1)) })
    }

    @Test("has their offsets before, between and after them, for good")
    func offsets() throws {
        let rules = try Self.rules(1, ("2027-03-28T01:00:00Z", 2), ("2027-10-31T01:00:00Z", 1))
        for (moment, hours) in [
            ("0001-01-01T00:00:00Z", 1), ("2027-03-28T00:59:59Z", 1), ("2027-03-28T01:00:00Z", 2),
            ("2027-10-31T00:59:59Z", 2), ("2027-10-31T01:00:00Z", 1), ("9999-12-31T23:59:59Z", 1),
        ] {
            let instant = try #require(Instant(rfc3339: moment))
            #expect(rules.offset(at: instant).seconds == hours * 3600, "\(moment)")
        }
        #expect(rules.transitions(from: .distantPast, to: .distantFuture).count == 2)
    }

    @Test("resolves what it skips and repeats as every zone does")
    func resolution() throws {
        let rules = try Self.rules(1, ("2027-03-28T01:00:00Z", 2), ("2027-10-31T01:00:00Z", 1))
        let skipped = try #require(LocalDateTime(iso: "2027-03-28T02:30:00"))
        guard case .gap(let gap) = rules.resolve(skipped) else {
            Issue.record("expected a gap")
            return
        }
        #expect((gap.duration, gap.instant.rfc3339) == (3600, "2027-03-28T01:30:00Z"))
        let repeated = try #require(LocalDateTime(iso: "2027-10-31T02:30:00"))
        guard case .overlap(let overlap) = rules.resolve(repeated) else {
            Issue.record("expected an overlap")
            return
        }
        #expect((overlap.earlier.rfc3339, overlap.later.rfc3339) == ("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"))
    }

    @Test("may have none, and passes over what is out of order")
    func disorder() throws {
        #expect(try Self.rules(-3).offset(at: .distantFuture).seconds == -10_800)
        let rules = try Self.rules(
            0, ("2027-03-28T01:00:00Z", 2), ("2027-03-28T01:00:00Z", 5), ("2026-01-01T00:00:00Z", 7))
        #expect(rules.offset(at: .distantFuture).seconds == 7200)
    }
}
