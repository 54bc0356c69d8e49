import CivilTime

/// What the VTIMEZONEs of one VCALENDAR say, by TZID in small letters, of the zones that nobody knows by name.
struct FileZones: Sendable {
    private var known: [String: Result<ZoneRules, Unusable>] = [:]

    /// A calendar without a VTIMEZONE.
    init() {}

    /// Reads those that are asked for, by TZID in small letters, each from its first year to the last.
    init(_ blocks: [ForeignComponent], of tzids: [String: Int], until last: Int) {
        var read: [String: Result<FileZone, Unusable>] = [:]
        for block in blocks {
            guard let name = block.zoneName?.lowercased(), let first = tzids[name] else { continue }
            let zone = Result { () throws(Unusable) in try FileZone(block, years: first...max(first, last)) }
            guard let other = read[name] else {
                read[name] = zone
                continue
            }
            if case (.success(let first), .success(let second)) = (other, zone), first == second { continue }
            read[name] = .failure(Unusable("there are several, which differ"))
        }
        known = read.mapValues { $0.map(\.rules) }
    }

    /// The rules of a zone; nil when there is no VTIMEZONE of that name.
    /// - Throws: `Unusable` saying why the VTIMEZONE cannot be followed.
    func rules(of name: String) throws(Unusable) -> ZoneRules? { try known[name.lowercased()]?.get() }
}

extension ForeignComponent {
    /// What a VTIMEZONE calls itself, as a TZID parameter would say it; nil when that is not clear.
    var zoneName: String? { (try? only("TZID")).flatMap { $0?.text } }

    /// The TZIDs of all times in it.
    var zoneNames: Set<String> {
        children.reduce(into: Set(properties.compactMap(\.zoneName))) { $0.formUnion($1.zoneNames) }
    }

    /// The earliest year that is written in it; nil when there is none.
    var firstYear: Int? {
        let years = properties.filter { Self.timeNames.contains($0.name) }.flatMap { property in
            property.values.compactMap { ForeignStamp(String($0.prefix { $0 != "/" }))?.date.year }
        }
        return (years + children.compactMap(\.firstYear)).min()
    }

    private static let timeNames: Set<String> = ["DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID", "FREEBUSY"]
}

extension ForeignProperty {
    /// TZID as its VTIMEZONE has it: some programs escape commas in a parameter, too.
    var zoneName: String? {
        parameters["TZID"].map { ForeignProperty(name: "TZID", parameters: [:], value: $0).text }
    }
}
