public import CivilTime
internal import FoundationEssentials

extension TimeZoneCatalog {
    /// The zone that this machine is set to.
    ///
    /// The first of these that names a zone of this catalog: the environment variable TZ, /etc/timezone, the link
    /// /etc/localtime; else UTC.
    public func machineZone() -> TimeZoneID {
        machineZone(variable: ProcessInfo.processInfo.environment["TZ"], etc: "/etc")
    }

    func machineZone(variable: String?, etc: String) -> TimeZoneID {
        // POSIX: an empty TZ means UTC.
        if variable == "" { return .utc }
        let file = (try? Data(contentsOf: URL(filePath: "\(etc)/timezone"))).map { String(decoding: $0, as: UTF8.self) }
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(etc)/localtime")
        let candidates = [variable.map { String($0.trimmingPrefix(":")) }, file, link]
        return candidates.lazy.compactMap { $0.flatMap(self.zone(of:)) }.first ?? .utc
    }

    /// The zone in a text such as `Europe/Berlin`, perhaps with a newline, or `/usr/share/zoneinfo/Europe/Berlin`.
    private func zone(of text: String) -> TimeZoneID? {
        var name = text[...]
        if let directory = text.ranges(of: "zoneinfo/").last {
            name = text[directory.upperBound...]
        }
        for repeated in ["posix/", "right/"] {
            name.trimPrefix(repeated)
        }
        return try? zone(named: String(name.prefix { !$0.isWhitespace }))
    }
}
