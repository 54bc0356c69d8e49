import ArgumentParser
import CivilTime
import Mentoring
import TimeZoneCatalog

/// In which zones times are shown.
struct ZoneOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Show times in this zone; may be given several times where a table has room (default: the acting person's, else this machine's).",
            valueName: "zone"))
    var zone: [String] = []

    /// The viewer of a listing; a zone is known only if one was given.
    func viewer(_ common: CommonOptions) throws -> Viewer {
        try Viewer(email: common.actingPerson(), zone: known(in: common.zones()).first)
    }

    /// The zone in which a table's only time is shown.
    func shown(_ common: CommonOptions) throws -> ZoneRules {
        let zones = try common.zones()
        return try zones.rules(for: known(in: zones).first ?? zones.machineZone())
    }

    /// The zones that were given.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for one that does not exist.
    func known(in zones: TimeZoneCatalog) throws -> [TimeZoneID] { try zone.map { try zones.zone(named: $0) } }
}
