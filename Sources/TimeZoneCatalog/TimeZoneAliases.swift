internal import CivilTime

/// The tz database's links: names that stand for another zone.
struct TimeZoneAliases: Sendable {
    private let targets: [TimeZoneID: TimeZoneID]

    /// Reads the lines `L TARGET NAME` of a tzdata.zi.
    init(tzdata source: some Collection<UInt8>) {
        var targets: [TimeZoneID: TimeZoneID] = [:]
        for line in source.split(separator: UInt8(ascii: "\n")) where line.first == UInt8(ascii: "L") {
            let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 3, let target = TimeZoneID(fields[1]), let name = TimeZoneID(fields[2]) else {
                continue
            }
            targets[name] = target
        }
        self.targets = targets
    }

    /// All names that stand for another zone.
    var names: some Sequence<TimeZoneID> { targets.keys }

    /// The zone that a name stands for in the end, which may be itself.
    func target(of name: TimeZoneID) -> TimeZoneID {
        var zone = name
        // A link may lead to a link, but never in more steps than there are links.
        for _ in targets {
            guard let next = targets[zone] else { break }
            zone = next
        }
        return zone
    }
}
