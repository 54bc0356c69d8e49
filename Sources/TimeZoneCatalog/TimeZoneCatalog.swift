public import CivilTime
internal import Synchronization

/// The tz database in force: which zones there are, what their rules say, which names mean the same zone.
public final class TimeZoneCatalog: Sendable {
    /// Where the tz data come from.
    public enum Source: Hashable, Sendable {
        /// The system's zoneinfo directory.
        case system(String)
        /// The snapshot inside the binary.
        case shipped
        /// A directory that was asked for.
        case directory(String)
    }

    /// The tz database's release, such as "2026f", or "unknown" where a directory does not say.
    public let release: String

    /// Where the tz data come from.
    public let source: Source

    /// What a person should know about this choice of tz data; mostly empty.
    public let warnings: [String]

    let store: any ZoneStore
    private let decoded = Mutex<[TimeZoneID: ZoneRules]>([:])
    private let listed = Mutex<[TimeZoneID]?>(nil)

    init(store: any ZoneStore, source: Source, warnings: [String] = []) {
        self.store = store
        self.source = source
        self.warnings = warnings
        release = store.release ?? "unknown"
    }

    /// The rules of a zone, decoded once and kept.
    ///
    /// A name that the data lack is looked up under its canonical name: some systems leave the old names out.
    ///
    /// - Throws: `TimeZoneCatalogError`: `unknownName` with the nearest names, `unreadable` or `malformed` with the path.
    ///   A damaged file spoils no other zone.
    public func rules(for zone: TimeZoneID) throws -> ZoneRules {
        if let rules = decoded.withLock({ $0[zone] }) {
            return rules
        }
        // Decoded outside the lock: two threads may do the same work once, but none waits for another's file.
        let rules = try decode(zone)
        decoded.withLock { $0[zone] = rules }
        return rules
    }

    /// The rules of the zone of that name.
    ///
    /// - Throws: What `zone(named:)` and `rules(for:)` throw.
    public func rules(named name: String) throws -> ZoneRules {
        try rules(for: zone(named: name))
    }

    /// All names, old ones included, in the order of bytes.
    public var names: [TimeZoneID] {
        if let names = listed.withLock({ $0 }) {
            return names
        }
        let own = Set(store.names())
        let names = own.union(Self.aliases.names.filter { own.contains(Self.aliases.target(of: $0)) }).sorted()
        listed.withLock { $0 = names }
        return names
    }

    private func decode(_ zone: TimeZoneID) throws -> ZoneRules {
        guard let file = name(inStoreOf: zone) else {
            throw unknown(zone.name)
        }
        let bytes: [UInt8]
        do {
            bytes = try store.tzif(of: file)
        } catch {
            throw TimeZoneCatalogError(
                code: .unreadable, message: "cannot read the time zone file \(store.location(of: file)): \(error)")
        }
        do {
            return try ZoneRules(id: zone, tzif: bytes)
        } catch {
            throw TimeZoneCatalogError(
                code: .malformed,
                message: "the time zone file \(store.location(of: file)) is damaged: \(error); install it anew")
        }
    }
}

extension TimeZoneCatalog.Source: CustomStringConvertible {
    /// For people: "the system's zoneinfo in /usr/share/zoneinfo".
    public var description: String {
        switch self {
        case .system(let path): "the system's zoneinfo in \(path)"
        case .shipped: "the tz data shipped with Meridian"
        case .directory(let path): "the zoneinfo in \(path)"
        }
    }
}
