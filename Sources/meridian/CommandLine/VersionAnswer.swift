import CBuildFacts
import TimeZoneCatalog
import Wording

/// What `meridian --version --verbose` says: which release, of which commit, made of what, and by which tz data it decides.
struct VersionAnswer: Encodable {
    /// A library, a package, or the compiler.
    struct Part: Encodable, Equatable {
        var name: String
        var version: String
    }

    var meridian = Meridian.version
    /// Nil in a build that `make release` did not make.
    var commit: String?
    var parts: [Part]
    /// The tz release that decides, and where it is.
    var timeZoneRelease: String
    var timeZones: String
    /// The release inside the program.
    var shippedTimeZoneRelease = TimeZoneCatalog.shipped.release

    init(_ facts: BuildFacts, zones: TimeZoneCatalog) {
        commit = facts.commit
        parts =
            [
                Part(name: "SQLite", version: String(cString: sqlite3_libversion())),
                Part(name: "zlib", version: String(cString: zlibVersion())),
            ] + facts.parts.map { Part(name: $0.name, version: $0.version) }
        timeZoneRelease = zones.release
        timeZones = zones.source.description
    }

    var text: String {
        Facts(
            [
                ("Meridian", meridian),
                ("commit", commit ?? "unknown, as are the packages: make release makes a program that knows them"),
                ("Time zones", "\(timeZoneRelease), \(timeZones); \(shippedTimeZoneRelease) is inside"),
            ] + parts.map { ($0.name, $0.version) }
        ).text
    }

    /// Whether arguments ask for it; `--version` alone is ArgumentParser's.
    static func isAsked(for arguments: [String]) -> Bool {
        Set(arguments).isSuperset(of: ["--version", "--verbose"])
            && Set(arguments).isSubset(of: ["--version", "--verbose", "--json"])
    }

    /// Prints what this program is.
    /// - Throws: `TimeZoneCatalogError` when the tz data that were asked for are none; `OutputFailure`.
    static func give(asJSON: Bool) throws {
        let answer = Self(.linked, zones: try TimeZoneCatalog.inForce(zoneinfo: Environment["MERIDIAN_ZONEINFO"]))
        if asJSON { return try Terminal.say(json: JSONText.of(answer)) }
        try Terminal.say(answer: answer.text, paged: false)
    }
}
