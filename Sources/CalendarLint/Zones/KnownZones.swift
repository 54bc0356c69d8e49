import CivilTime
import TimeZoneCatalog

/// The zones of the tz database, looked up without asking the disk for each name of a hostile file.
struct KnownZones: Sendable {
    private let catalog: TimeZoneCatalog
    private let names: Set<TimeZoneID>

    init(_ catalog: TimeZoneCatalog) {
        self.catalog = catalog
        names = Set(catalog.names)
    }

    /// The release of the tz data.
    var release: String { catalog.release }

    /// The rules of a zone; nil when the tz data have no readable zone of that name.
    func rules(named name: String) -> ZoneRules? {
        guard let zone = TimeZoneID(name), names.contains(zone) else { return nil }
        return try? catalog.rules(for: zone)
    }

    /// Whether the zone is UTC itself, which has no TZID.
    func isUniversal(_ zone: TimeZoneID) -> Bool {
        ["Etc/UTC", "Etc/GMT", "UTC", "GMT"].contains(catalog.canonical(zone).name)
    }

    /// Why a name is none of the tz database's, and, which takes long to find, which may be meant.
    func complaint(about name: String, suggesting: Bool) -> String {
        guard suggesting else { return "is not in the tz database; write one such as Europe/Berlin" }
        do {
            _ = try catalog.rules(named: name)
            return "cannot be read"
        } catch let error as TimeZoneCatalogError where error.code == .unknownName {
            let advice = error.message.split(separator: "; ").last ?? "write one such as Europe/Berlin"
            return "is not in the tz database; \(advice)"
        } catch {
            return "is not the bare name of a tz database zone; write one such as Europe/Berlin"
        }
    }
}

extension ZoneRules {
    /// Whether the clocks change by one yearly rule either way in a year, the one before and the one after, or not at all:
    /// what a VTIMEZONE as simple as rule 5 demands can tell.
    func changeYearly(around year: Int) -> Bool {
        let years = (year - 1)...(year + 1)
        guard let first = LocalDate(year: years.lowerBound, month: 1, day: 1),
            let last = LocalDate(year: years.upperBound, month: 12, day: 31)
        else { return false }
        let onsets = transitions(
            from: Instant(secondsSinceEpoch: Int64(first.epochDay - 2) * 86400),
            to: Instant(secondsSinceEpoch: Int64(last.epochDay + 2) * 86400)
        ).filter { $0.before.offset != $0.after.offset }
            .map { change in (change: change, local: local(at: change.instant.adding(seconds: -1)).adding(seconds: 1)) }
            .filter { years.contains($0.local.date.year) }
        let byYear = years.map { year in onsets.filter { $0.local.date.year == year } }
        guard byYear.allSatisfy({ $0.count == byYear[0].count }), byYear[0].count <= 2 else { return false }
        return byYear[0].indices.allSatisfy { index in
            let same = byYear.map { $0[index] }
            let dates = same.map(\.local.date)
            return Set(same.map(\.local.time)).count == 1 && Set(dates.map(\.month)).count == 1
                && Set(same.map { [$0.change.before.offset, $0.change.after.offset] }).count == 1
                && (Set(dates.map(\.day)).count == 1
                    || Set(dates.map(\.weekday)).count == 1
                        && (Set(dates.map { ($0.day - 1) / 7 }).count == 1
                            || dates.allSatisfy { $0.adding(days: 7).month != $0.month }))
        }
    }
}
