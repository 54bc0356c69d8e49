import CivilTime
import Testing

@testable import TimeZoneCatalog

@Suite("A region")
struct RegionTests {
    private let catalog = TimeZoneCatalog.shipped

    @Test(
        "is where a zone's people are awake together",
        arguments: [
            ("Asia/Tokyo", Region.asia), ("Asia/Kolkata", .asia), ("Australia/Sydney", .asia), ("Pacific/Apia", .asia),
            ("Pacific/Pago_Pago", .asia), ("Pacific/Auckland", .asia), ("NZ-CHAT", .asia), ("Asia/Kabul", .asia),
            ("Indian/Maldives", .asia), ("Indian/Christmas", .asia), ("Antarctica/South_Pole", .asia), ("PRC", .asia),
            ("Europe/Berlin", .europe), ("Africa/Lagos", .europe), ("Africa/Johannesburg", .europe),
            ("Asia/Dubai", .europe), ("Asia/Jerusalem", .europe), ("Asia/Tel_Aviv", .europe), ("Asia/Tehran", .europe),
            ("Asia/Istanbul", .europe), ("Asia/Tbilisi", .europe), ("Atlantic/Reykjavik", .europe),
            ("Iceland", .europe),
            ("Atlantic/Cape_Verde", .europe), ("Indian/Mauritius", .europe), ("Antarctica/Troll", .europe),
            ("Arctic/Longyearbyen", .europe), ("CET", .europe), ("GB", .europe), ("UTC", .europe), ("GMT", .europe),
            ("America/New_York", .americas), ("America/Argentina/Ushuaia", .americas), ("Brazil/East", .americas),
            ("US/Hawaii", .americas), ("Pacific/Honolulu", .americas), ("Pacific/Easter", .americas),
            ("Atlantic/Bermuda", .americas), ("Atlantic/Stanley", .americas), ("America/Nuuk", .americas),
            ("EST5EDT", .americas), ("Navajo", .americas), ("Antarctica/Palmer", .americas),
            ("Etc/GMT-9", .asia), ("Etc/GMT-5", .asia), ("Etc/GMT-4", .europe), ("Etc/GMT+1", .europe),
            ("Etc/GMT+2", .americas), ("Etc/GMT+10", .americas), ("Etc/GMT+11", .asia), ("Etc/GMT-14", .asia),
            ("Factory", .europe),
        ])
    func examples(name: String, region: Region) throws {
        #expect(catalog.region(of: try catalog.zone(named: name)) == region)
    }

    @Test("of an alias is that of its zone")
    func aliases() {
        for name in catalog.names {
            #expect(catalog.region(of: name) == catalog.region(of: catalog.canonical(name)))
        }
    }

    @Test("of an island or a station is decided one by one")
    func islands() {
        let prefixes = ["Atlantic/", "Indian/", "Antarctica/"]
        for name in catalog.names where prefixes.contains(where: name.name.hasPrefix) {
            let zone = catalog.canonical(name)
            let isDecided = TimeZoneCatalog.regions.lists(zone) || !prefixes.contains(where: zone.name.hasPrefix)
            #expect(isDecided, "regions.json should list \(zone)")
        }
    }

    @Test("is listed only for zones that exist under that name")
    func noStrayNames() {
        let listed = catalog.names.filter(TimeZoneCatalog.regions.lists)
        #expect(listed == listed.filter { catalog.canonical($0) == $0 })
        #expect(listed.count == TimeZoneCatalog.regions.listedCount)
    }

    @Test("has a title, a code and a place in the order of the sun")
    func order() {
        #expect(Region.allCases == [.asia, .europe, .americas])
        #expect(Region.allCases.sorted() == Region.allCases)
        #expect(Region.allCases.map(\.usualTitle) == ["Asia", "Europe", "Americas"])
        #expect(Region.allCases.map(\.rawValue) == ["asia", "europe", "americas"])
    }
}
