public import CivilTime

extension TimeZoneCatalog {
    /// The one region that a zone belongs to.
    ///
    /// An alias has the region of the zone it stands for. Where the name decides nothing (Etc/GMT-9, Factory), the
    /// offset does; a zone that cannot be read counts as UTC.
    public func region(of zone: TimeZoneID) -> Region {
        let zone = canonical(zone)
        if let region = Self.regions.region(of: zone) {
            return region
        }
        let january = Instant(secondsSinceEpoch: 1_767_225_600)
        let offset = (try? rules(for: zone))?.offset(at: january) ?? .zero
        return Self.regions.region(at: offset)
    }

    static let regions: RegionRules = {
        do {
            return try RegionRules(json: ShippedZones.regions)
        } catch {
            preconditionFailure("the shipped regions.json is damaged: \(error)")
        }
    }()
}
