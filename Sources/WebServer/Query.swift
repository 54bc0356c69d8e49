import CivilTime
import HTTPTypes
import Mentoring
import TimeZoneCatalog

/// The part of an address after `?`, read as forms write it (application/x-www-form-urlencoded, as the URL Standard has it).
struct Query {
    /// What it has, in its order; names as they stand, since none of ours needs another spelling.
    let fields: [(name: String, text: String)]

    init(_ request: some Inquiry) {
        fields = (request.query ?? "").utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let text = parts.count == 2 ? parts[1] : ""[...].utf8
            // What is no encoding is taken as it stands: whoever wrote a percent sign by hand is told by what is made of it.
            return (String(decoding: parts[0], as: UTF8.self), Form.text(text) ?? String(decoding: text, as: UTF8.self))
        }
    }

    /// What is written for the zone; nil when nothing is.
    var zoneName: String? {
        guard let name = fields.first(where: { $0.name == "zone" })?.text, !name.isEmpty else { return nil }
        return name
    }

    /// The zone asked for, also by its city; nil when none is.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for one that does not exist.
    func zone(in zones: TimeZoneCatalog) throws -> TimeZoneID? {
        guard let name = zoneName else { return nil }
        // No zone has a blank in its name: `Etc/GMT+5` was typed by hand.
        if name.contains(" "), let zone = try? zones.zone(named: name.replacing(" ", with: "+")) { return zone }
        return try zones.zone(meantBy: name)
    }
}
