import CivilTime
import HTTPTypes
import Hummingbird
import Mentoring
import TimeZoneCatalog

/// The part of an address after `?`.
struct Query {
    private let request: Request

    init(_ request: Request) { self.request = request }

    /// What is written for the zone; nil when nothing is.
    var zoneName: Substring? {
        guard request.uri.query != nil, let name = request.uri.queryParameters["zone"], !name.isEmpty else {
            return nil
        }
        return name
    }

    /// The zone asked for, also by its city; nil when none is.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for one that does not exist.
    func zone(in zones: TimeZoneCatalog) throws -> TimeZoneID? {
        try zoneName.map { try zones.zone(meantBy: String($0)) }
    }
}
