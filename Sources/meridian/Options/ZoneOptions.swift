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

    /// The zone that a listing is for, by its name; nil if none was given.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for one that does not exist, even where no time is shown.
    func first(_ common: CommonOptions) throws -> String? { try known(in: common.zones()).first?.name }

    /// The zone in which a table's only time is shown.
    func shown(_ common: CommonOptions) throws -> ZoneRules {
        let zones = try common.zones()
        return try zones.rules(for: known(in: zones).first ?? zones.machineZone())
    }

    /// The zones that were given.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for one that does not exist.
    func known(in zones: TimeZoneCatalog) throws -> [TimeZoneID] { try zone.map { try zones.zone(named: $0) } }
}
