import CivilTime
import Mentoring
import TimeZoneCatalog

extension TimeZoneCatalog {
    /// The zone that somebody means who writes it as they know it: `Lagos`, `new york`, `São Paulo`, `europe/berlin`.
    /// - Throws: `TimeZoneCatalogError` with the nearest names where it could be none or several.
    func zone(meantBy text: String) throws -> TimeZoneID {
        if let zone = TimeZoneID(text), has(zone) { return zone }
        let wanted = text.utf8.count <= Self.longestName ? Self.spoken(text) : []
        let meant =
            wanted.isEmpty
            ? []
            : places.filter { place in
                let city = place.name.split(separator: "/").last ?? ""
                return Self.spoken(city) == wanted || Self.spoken(place.name) == wanted
            }
        guard Set(meant.map(canonical)).count == 1,
            let zone = meant.first(where: { canonical($0) == $0 }) ?? meant.first
        else { return try zone(named: text) }
        return zone
    }

    /// The name of the zone that somebody means; what is none, or could be several, stays as it is, so that it is told.
    func name(meantBy text: String) -> String { (try? zone(meantBy: text))?.name ?? text }

    /// In bytes; none of the tz database has half as many.
    private static let longestName = 64

    /// The words of a name, without case and accents; a form sends a blank as a plus sign.
    private static func spoken(_ name: some StringProtocol) -> [String] {
        PersonName.spokenWords(String(name.map { "_-/+".contains($0) ? " " : $0 }))
    }
}
