import CivilTime
import Testing
import TimeZoneCatalog

@Suite("What Windows calls the zones")
struct WindowsNameTests {
    @Test(
        "is CLDR's table",
        arguments: [
            ("w. europe standard time", "Europe/Berlin"), ("romance standard time", "Europe/Paris"),
            ("eastern standard time", "America/New_York"), ("yukon standard time", "America/Whitehorse"),
            ("south sudan standard time", "Africa/Juba"), ("utc+13", "Etc/GMT-13"),
            ("central standard time (mexico)", "America/Mexico_City"),
        ])
    func known(name: String, zone: String) {
        #expect(TimeZoneCatalog.windowsNames[name]?.name == zone)
    }

    @Test("names zones that the shipped tz data have")
    func zones() throws {
        #expect(TimeZoneCatalog.windowsNames.count >= 142)
        for (name, zone) in TimeZoneCatalog.windowsNames {
            #expect(name == name.lowercased())
            _ = try TimeZoneCatalog.shipped.rules(for: zone)
        }
    }
}
