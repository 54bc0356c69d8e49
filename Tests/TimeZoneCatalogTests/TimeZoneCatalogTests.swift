import CivilTime
import Testing

@testable import TimeZoneCatalog

@Suite("The catalog of time zones")
struct TimeZoneCatalogTests {
    private let catalog = TimeZoneCatalog.shipped

    private func zone(_ name: String) throws -> TimeZoneID {
        try #require(TimeZoneID(name))
    }

    @Test("decodes every shipped zone, under every name")
    func everyName() throws {
        #expect(catalog.names.count > 590)
        #expect(catalog.names == catalog.names.sorted())
        for name in catalog.names {
            #expect(throws: Never.self) { try catalog.rules(for: name) }
        }
    }

    @Test("ships the pack and its source of one release")
    func release() {
        let firstLine = String(decoding: ShippedZones.tzdata.prefix { $0 != 10 }, as: UTF8.self)
        #expect(firstLine == "# version \(catalog.release)")
        #expect(catalog.release.wholeMatch(of: /20[0-9]{2}[a-z]+/) != nil)
    }

    @Test(
        "explains what is wrong with a name",
        arguments: [
            ("Europe/Berln", "no time zone Europe/Berln; did you mean Europe/Berlin?"),
            ("europe/berlin", "no time zone europe/berlin; did you mean Europe/Berlin?"),
            ("Berlin", "no time zone Berlin; did you mean Europe/Berlin?"),
            ("Amercia/New_York", "no time zone Amercia/New_York; did you mean America/New_York?"),
            (
                "JST",
                "no time zone JST: it is an abbreviation, which says neither where nor when clocks change; name the place, such as Asia/Tokyo"
            ),
            (
                "PST",
                "no time zone PST: it is an abbreviation, which says neither where nor when clocks change; name the place, such as America/Los_Angeles"
            ),
            (
                "cst",
                "no time zone cst: it is an abbreviation, which says neither where nor when clocks change; name the place, such as America/Chicago or Asia/Shanghai"
            ),
            ("XYZ", "no time zone XYZ; names look like Europe/Berlin"),
            ("Qqqqqqqq", "no time zone Qqqqqqqq; names look like Europe/Berlin"),
            ("../etc/passwd", #""../etc/passwd" is not a time zone name; write one such as Europe/Berlin"#),
            ("", #""" is not a time zone name; write one such as Europe/Berlin"#),
            ("New York", #""New York" is not a time zone name; did you mean America/New_York?"#),
            ("são paulo", #""são paulo" is not a time zone name; did you mean America/Sao_Paulo?"#),
        ])
    func unknownName(name: String, message: String) {
        let error = #expect(throws: TimeZoneCatalogError.self) { try catalog.zone(named: name) }
        #expect(error?.message == message)
        #expect(throws: TimeZoneCatalogError.self) { try catalog.rules(named: name) }
    }

    @Test(
        "knows by what name a zone goes today",
        arguments: [
            ("Europe/Kiev", "Europe/Kyiv"), ("Asia/Calcutta", "Asia/Kolkata"), ("US/Pacific", "America/Los_Angeles"),
            ("America/Godthab", "America/Nuuk"), ("UTC", "Etc/UTC"), ("Zulu", "Etc/UTC"), ("Asia/Tokyo", "Asia/Tokyo"),
            ("No/Such", "No/Such"),
        ])
    func canonical(name: String, canonical: String) throws {
        #expect(catalog.canonical(try zone(name)) == (try zone(canonical)))
        #expect(catalog.areSame(try zone(name), try zone(canonical)))
        #expect(!catalog.areSame(try zone(name), try zone("Europe/Berlin")))
    }

    @Test("gives an alias the rules of its zone and the name it was asked for")
    func alias() throws {
        let old = try catalog.rules(named: "Europe/Kiev")
        let instant = try #require(Instant(rfc3339: "2027-07-01T00:00:00Z"))
        #expect(old.id.name == "Europe/Kiev")
        #expect(old.offset(at: instant) == (try catalog.rules(named: "Europe/Kyiv").offset(at: instant)))
    }

    @Test("follows a link to a link, and gets out of a circle")
    func links() throws {
        let aliases = TimeZoneAliases(tzdata: Array("L A B\nL B C\nL Y X\nL X Y\nZ A 0 - A\nL broken\n".utf8))
        #expect(aliases.target(of: try zone("C")) == (try zone("A")))
        #expect(["X", "Y"].contains(aliases.target(of: try zone("X")).name))
    }

    @Test("refuses a damaged zone with its path, and no other zone", arguments: [0, 3, 40, 200])
    func damaged(length: Int) throws {
        let directory = try TemporaryDirectory()
        try directory.writeZoneinfo("Europe/Paris", "Asia/Tokyo", "UTC")
        let file = try ShippedZones().tzif(of: zone("Europe/Berlin"))
        let path = try directory.write(file.prefix(length), to: "Europe/Berlin")
        let catalog = try TimeZoneCatalog.inForce(zoneinfo: directory.path)

        let error = #expect(throws: TimeZoneCatalogError.self) { try catalog.rules(named: "Europe/Berlin") }
        #expect(error?.code == .malformed)
        #expect(error?.message.hasPrefix("the time zone file \(path) is damaged: ") == true)
        #expect(error?.message.hasSuffix(" (at byte \(length)); install it anew") == true)
        #expect(throws: Never.self) { try catalog.rules(named: "Europe/Paris") }
        #expect(throws: Never.self) { try catalog.rules(named: "Asia/Tokyo") }
    }

    @Test("finds an old name under its new one where a system leaves the old ones out")
    func systemWithoutOldNames() throws {
        let directory = try TemporaryDirectory()
        try directory.writeZoneinfo("Europe/Kyiv")
        let catalog = try TimeZoneCatalog.inForce(zoneinfo: directory.path)
        #expect(try catalog.rules(named: "Europe/Kiev").id.name == "Europe/Kiev")
        #expect(catalog.names.map(\.name).contains("Europe/Kiev"))
        #expect(!catalog.names.map(\.name).contains("Asia/Calcutta"))
        #expect(throws: TimeZoneCatalogError.self) { try catalog.zone(named: "Asia/Calcutta") }
    }

    @Test("lists a directory without Debian's posix and right, and without files that are no zones")
    func listing() throws {
        let directory = try TemporaryDirectory()
        try directory.writeZoneinfo("Europe/Berlin", "America/Indiana/Knox", release: "2026f")
        let strays = ["posix/Europe/Berlin", "right/Europe/Berlin", "localtime", "posixrules"]
        for stray in strays {
            try directory.write(ShippedZones().tzif(of: zone("UTC")), to: stray)
        }
        try directory.write("AD\t+4230".utf8, to: "zone.tab")
        let catalog = try TimeZoneCatalog.inForce(zoneinfo: directory.path)
        for stray in strays + ["zone.tab", "tzdata.zi", "Europe"] {
            #expect(throws: TimeZoneCatalogError.self) { try catalog.zone(named: stray) }
        }
        let names = catalog.names.map(\.name)
        #expect(names.filter { ["Europe/Berlin", "America/Indiana/Knox"].contains($0) }.count == 2)
        #expect(Set(names).isDisjoint(with: strays + ["zone.tab", "tzdata.zi"]))
    }

    @Test("can be asked from many tasks at once")
    func concurrency() async throws {
        let catalog = TimeZoneCatalog(store: ShippedZones(), source: .shipped)
        let names = Array(catalog.names.prefix(100))
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { try names.map { try catalog.rules(for: $0) }.count }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 100, count: 8))
    }
}
