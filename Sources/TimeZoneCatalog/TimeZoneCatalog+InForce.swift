extension TimeZoneCatalog {
    /// The snapshot inside the binary.
    public static let shipped = TimeZoneCatalog(store: ShippedZones(), source: .shipped)

    /// The tz data that decide every offset in this process.
    ///
    /// They are those of the given zoneinfo directory or, without one, the system's zoneinfo or the shipped snapshot,
    /// whichever release is newer; a system that does not tell its release counts as older.
    ///
    /// - Throws: `TimeZoneCatalogError.Code.noZoneinfo` if the given directory holds no time zones. A system without
    ///   zoneinfo is no error; `warnings` tells of it.
    public static func inForce(zoneinfo: String? = nil) throws -> TimeZoneCatalog {
        try inForce(zoneinfo: zoneinfo, system: "/usr/share/zoneinfo")
    }

    static func inForce(zoneinfo: String?, system: String) throws -> TimeZoneCatalog {
        guard let zoneinfo else { return newer(ofSystem: ZoneDirectory(path: system)) }
        let directory = ZoneDirectory(path: zoneinfo)
        guard directory.holdsZones else {
            throw TimeZoneCatalogError(
                code: .noZoneinfo,
                message: "no time zones in \(zoneinfo); name a directory with files such as Europe/Berlin, made by zic")
        }
        return TimeZoneCatalog(store: directory, source: .directory(zoneinfo))
    }

    private static func newer(ofSystem system: ZoneDirectory) -> TimeZoneCatalog {
        guard system.holdsZones else {
            let warning = """
                this system has no time zones in \(system.path); the shipped tz data \(shipped.release) decide; \
                install tzdata to get later ones with the system's updates
                """
            return TimeZoneCatalog(store: shipped.store, source: .shipped, warnings: [warning])
        }
        // Releases are a year and a letter: "2026f".
        guard let release = system.release, release >= shipped.release else { return shipped }
        return TimeZoneCatalog(store: system, source: .system(system.path))
    }
}
