import CivilTime
import Testing

@testable import TimeZoneCatalog

@Suite("The tz data in force")
struct InForceTests {
    private let shipped = TimeZoneCatalog.shipped.release

    @Test("are the system's where they are as new or newer", arguments: ["2099a", nil])
    func newerSystem(release: String?) throws {
        let system = try TemporaryDirectory()
        try system.writeZoneinfo("Europe/Berlin", release: release ?? shipped)
        let catalog = try TimeZoneCatalog.inForce(zoneinfo: nil, system: system.path)
        #expect(catalog.source == .system(system.path))
        #expect(catalog.release == release ?? shipped)
        #expect(catalog.warnings.isEmpty)
        #expect(catalog.source.description == "the system's zoneinfo in \(system.path)")
    }

    @Test("are the shipped where the system's are older or do not tell", arguments: ["2025b", nil])
    func olderSystem(release: String?) throws {
        let system = try TemporaryDirectory()
        try system.writeZoneinfo("Europe/Berlin", release: release)
        let catalog = try TimeZoneCatalog.inForce(zoneinfo: nil, system: system.path)
        #expect(catalog.source == .shipped)
        #expect(catalog.release == shipped)
        #expect(catalog.warnings.isEmpty)
    }

    @Test("tell their release in +VERSION too", arguments: ["2099b\n", "2099b"])
    func versionFile(text: String) throws {
        let system = try TemporaryDirectory()
        try system.writeZoneinfo("Europe/Berlin")
        try system.write(text.utf8, to: "+VERSION")
        #expect(try TimeZoneCatalog.inForce(zoneinfo: nil, system: system.path).release == "2099b")
    }

    @Test("are the shipped, with a warning, where the system has none", arguments: ["", "/missing"])
    func noSystem(suffix: String) throws {
        let system = try TemporaryDirectory()
        let catalog = try TimeZoneCatalog.inForce(zoneinfo: nil, system: system.path + suffix)
        #expect(catalog.source == .shipped)
        #expect(
            catalog.warnings == [
                "this system has no time zones in \(system.path + suffix); the shipped tz data \(shipped) decide; "
                    + "install tzdata to get later ones with the system's updates"
            ])
        #expect(try catalog.rules(named: "Europe/Berlin").footer != nil)
    }

    @Test("are those of a directory that was asked for, old or not")
    func directory() throws {
        let directory = try TemporaryDirectory()
        try directory.writeZoneinfo("Europe/Berlin", release: "2001a")
        let catalog = try TimeZoneCatalog.inForce(zoneinfo: directory.path)
        #expect(catalog.source == .directory(directory.path))
        #expect(catalog.release == "2001a")
        #expect(throws: TimeZoneCatalogError.self) { try catalog.rules(named: "Asia/Tokyo") }
    }

    @Test("are not those of a directory that holds no zone", arguments: ["", "/missing"])
    func emptyDirectory(suffix: String) throws {
        let directory = try TemporaryDirectory()
        try directory.write("# version 2026f\n".utf8, to: "tzdata.zi")
        let path = directory.path + suffix
        let error = #expect(throws: TimeZoneCatalogError.self) { try TimeZoneCatalog.inForce(zoneinfo: path) }
        #expect(error?.code == .noZoneinfo)
        #expect(
            error?.message
                == "no time zones in \(path); name a directory with files such as Europe/Berlin, made by zic")
    }

    @Test("can be chosen on the machine that runs this test")
    func thisMachine() throws {
        let catalog = try TimeZoneCatalog.inForce()
        #expect(catalog.release >= shipped)
        #expect(throws: Never.self) { try catalog.rules(for: catalog.machineZone()) }
    }
}
