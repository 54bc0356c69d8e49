import CivilTime
import Foundation
import Testing

@testable import TimeZoneCatalog

/// Every zone against the C library's own reading of the same data.
@Suite("Compared with zdump")
struct ZdumpTests {
    /// What zic of Debian 12 gets wrong in its slim form, so that zdump's reading of it is no measure.
    static let miscompiledSlim = [
        "America/Ojinaga": "the daylight saving time that ended on 2022-10-30 goes on to 2022-11-06"
    ]

    @Test("every offset from 2000 to 2060 is the same", arguments: ["fat", "slim"])
    func everyTransition(form: String) async throws {
        let directory = try TemporaryDirectory()
        let source = try directory.write(ShippedZones.tzdata, to: "tzdata.zi")
        let compiled = "\(directory.path)/\(form)"
        _ = try await Tool.zic.run(["-b", form, "-d", compiled, source])

        let excluded = form == "slim" ? Self.miscompiledSlim : [:]
        let names = TimeZoneCatalog.shipped.names.map(\.name).filter { excluded[$0] == nil }
        let files = names.map { "\(compiled)/\($0)" }
        let lines = ZdumpLine.parse(
            try await Tool.zdump.run(["-v", "-c", "2000,2060"] + files), prefix: "\(compiled)/")
        let initial = ZdumpLine.initialOffsets(
            try await Tool.zdump.run(["-i", "-c", "2000,2001"] + files), prefix: "\(compiled)/")
        #expect(Set(lines.keys).isSubset(of: names))

        let catalog = try TimeZoneCatalog.inForce(zoneinfo: compiled)
        var tally = Tally()
        for name in names {
            let offset = try #require(initial[name])
            tally.compare(try catalog.rules(named: name), with: lines[name] ?? [], initialOffset: offset)
        }
        print("\(form): \(tally); excluded: \(excluded)")
        #expect(tally.mismatches.isEmpty)
        #expect(tally.zones == names.count && tally.transitions > 20_000)
    }

    @Test("the shipped pack is what zic makes of the shipped source")
    func pack() async throws {
        let directory = try TemporaryDirectory()
        let source = try directory.write(ShippedZones.tzdata, to: "tzdata.zi")
        _ = try await Tool.zic.run(["-b", "fat", "-d", "\(directory.path)/fat", source])
        let compiled = ZoneDirectory(path: "\(directory.path)/fat")
        let shipped = ShippedZones()
        #expect(Set(compiled.names()) == Set(shipped.names()))
        for name in shipped.names() {
            #expect(try compiled.tzif(of: name) == shipped.tzif(of: name), "\(name)")
        }
    }
}

/// What was compared, and what differed.
private struct Tally: CustomStringConvertible {
    var zones = 0
    var transitions = 0
    var checks = 0
    var mismatches: [String] = []

    var description: String {
        "\(zones) zones, \(transitions) transitions, \(checks) checks, \(mismatches.count) mismatches"
    }

    /// zdump tells of each transition the second before it and the second at it.
    mutating func compare(_ rules: ZoneRules, with lines: [ZdumpLine], initialOffset: Int) {
        zones += 1
        let start = Self.newYear(2000)
        let end = Self.newYear(2060)
        check(rules.offset(at: start).seconds == initialOffset, "\(rules.id): another offset in 2000")
        if lines.isEmpty {
            check(rules.offset(at: end).seconds == initialOffset, "\(rules.id): another offset in 2060")
        }
        var seconds: [Int64] = []
        for pair in stride(from: 0, to: lines.count - 1, by: 2) {
            let (before, at) = (lines[pair], lines[pair + 1])
            check(at.instant == before.instant + 1, "\(rules.id): zdump's lines do not pair at \(at.instant)")
            check(rules, before, after: 0)
            check(rules, at, after: 0)
            check(rules, at, after: 1)
            let next = pair + 2 < lines.count ? lines[pair + 2].instant : end.secondsSinceEpoch
            check(rules, at, after: (next - at.instant) / 2)
            if before.offset != at.offset || before.abbreviation != at.abbreviation {
                seconds.append(at.instant)
            }
        }
        transitions += lines.count / 2
        let found = rules.transitions(from: start, to: end)
        check(found.map(\.instant.secondsSinceEpoch) == seconds, "\(rules.id): other transitions than zdump's")
    }

    private static func newYear(_ year: Int) -> Instant {
        Instant(secondsSinceEpoch: Int64(LocalDate(year: year, month: 1, day: 1)?.epochDay ?? 0) * 86_400)
    }

    private mutating func check(_ rules: ZoneRules, _ line: ZdumpLine, after delay: Int64) {
        let instant = Instant(secondsSinceEpoch: line.instant + delay)
        let type = rules.localTimeType(at: instant)
        let local = rules.local(at: instant)
        let isSame =
            rules.offset(at: instant).seconds == line.offset && type.abbreviation == line.abbreviation
            && type.isDaylight == line.isDaylight
            && local == line.local.adding(seconds: delay)
        let isResolved: Bool
        switch rules.resolve(local) {
        case .unambiguous(let only): isResolved = only == instant
        case .overlap(let overlap): isResolved = overlap.earlier == instant || overlap.later == instant
        case .gap: isResolved = false
        }
        check(isSame && isResolved, "\(rules.id) at \(instant): \(type) and \(local), not \(line)")
    }

    private mutating func check(_ condition: Bool, _ complaint: @autoclosure () -> String) {
        checks += 1
        if !condition { mismatches.append(complaint()) }
    }
}
