public import CivilTime

extension TimeZoneCatalog {
    /// The zones by which people say where they live, old names of places included, and UTC, in the order of bytes.
    ///
    /// Without abbreviations (`EST`), offsets (`Etc/GMT+5`), what is no place (`Factory`), and parts of countries, which have
    /// the names of places, too (`US/Eastern`).
    public var places: [TimeZoneID] {
        names.filter { zone in
            let parts = zone.name.split(separator: "/", maxSplits: 1)
            return zone == .utc || parts.count == 2 && Self.areas.contains(parts[0])
        }
    }

    /// Whether there is a zone of that name, good or damaged.
    public func has(_ zone: TimeZoneID) -> Bool { isInUse(zone) || name(inStoreOf: zone) != nil }

    /// The parts of the world by which the tz database orders places (its `theory.html`, “Timezone identifiers”).
    private static let areas: Set<Substring> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
    ]
}
