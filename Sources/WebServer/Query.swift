import CivilTime
import HTTPTypes
import Hummingbird
import Mentoring
import TimeZoneCatalog

/// The part of an address after `?`.
struct Query {
    private let request: Request

    init(_ request: Request) { self.request = request }

    /// The zone asked for; nil when none is.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for one that does not exist.
    func zone(in zones: TimeZoneCatalog) throws -> TimeZoneID? {
        guard let name = request.uri.queryParameters.get("zone"), !name.isEmpty else { return nil }
        return try zones.zone(named: name)
    }
}
