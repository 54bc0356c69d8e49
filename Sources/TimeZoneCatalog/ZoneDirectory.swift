internal import CivilTime
internal import FoundationEssentials

/// A zoneinfo directory: compiled zones as files, as zic lays them out.
struct ZoneDirectory: ZoneStore {
    let path: String
    let release: String?

    /// Whatever is at the path, perhaps nothing.
    init(path: String) {
        self.path = path
        release = Self.release(path)
    }

    var holdsZones: Bool {
        contains(.utc) || !names().isEmpty
    }

    /// Whether there is a compiled zone, or a damaged one: a file that is not TZif, yet has the name of a known zone.
    func contains(_ zone: TimeZoneID) -> Bool {
        var isDirectory = false
        guard !Self.isDuplicate(zone.name),
            FileManager.default.fileExists(atPath: location(of: zone), isDirectory: &isDirectory), !isDirectory
        else { return false }
        return isTZif(zone) || TimeZoneCatalog.shipped.store.contains(zone)
    }

    func location(of zone: TimeZoneID) -> String { "\(path)/\(zone.name)" }

    func tzif(of zone: TimeZoneID) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: location(of: zone))))
    }

    func names() -> [TimeZoneID] {
        entries(below: "").filter { !Self.isDuplicate($0) }.flatMap(zones)
    }

    /// Whether a name stands for what another name already does: `posix/` repeats all zones, `right/` too but counts
    /// leap seconds, and two files repeat one zone each for programs that look there.
    private static func isDuplicate(_ name: String) -> Bool {
        ["posix", "right", "localtime", "posixrules"].contains(name.prefix { $0 != "/" })
    }

    private func zones(at name: String) -> [TimeZoneID] {
        let children = entries(below: name)
        guard children.isEmpty else {
            return children.flatMap { zones(at: "\(name)/\($0)") }
        }
        guard let zone = TimeZoneID(name), isTZif(zone) else { return [] }
        return [zone]
    }

    private func entries(below name: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")) ?? []
    }

    private func isTZif(_ zone: TimeZoneID) -> Bool {
        guard let bytes = try? tzif(of: zone) else { return false }
        return bytes.starts(with: "TZif".utf8)
    }

    /// The release in the first line of tzdata.zi or, failing that, in +VERSION.
    private static func release(_ path: String) -> String? {
        let marker = "# version "
        if let line = firstLine("\(path)/tzdata.zi"), line.hasPrefix(marker) {
            return String(line.dropFirst(marker.count))
        }
        return firstLine("\(path)/+VERSION")
    }

    private static func firstLine(_ path: String) -> String? {
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return line.isEmpty ? nil : line
    }
}
