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
    public var release: String { edition.withLock { $0.release } }

    /// Where the tz data come from.
    public var source: Source { edition.withLock { $0.source } }

    /// What a person should know about this choice of tz data; mostly empty.
    public var warnings: [String] { edition.withLock { $0.warnings } }

    var store: any ZoneStore { edition.withLock { $0.store } }
    private let edition: Mutex<Edition>

    /// One release of the data, and what has been read of it.
    private struct Edition {
        let store: any ZoneStore
        let source: Source
        let warnings: [String]
        let release: String
        var decoded: [TimeZoneID: ZoneRules] = [:]
        var listed: [TimeZoneID]?
    }

    init(store: any ZoneStore, source: Source, warnings: [String] = []) {
        let release = store.release ?? "unknown"
        edition = Mutex(Edition(store: store, source: source, warnings: warnings, release: release))
    }

    /// Takes over the data of another catalog, for everybody who holds this one: a server does so when the system's data
    /// have been updated under it.
    public func adopt(_ other: TimeZoneCatalog) {
        let new = Edition(store: other.store, source: other.source, warnings: other.warnings, release: other.release)
        edition.withLock { $0 = new }
    }

    /// The rules of a zone, decoded once and kept.
    ///
    /// A name that the data lack is looked up under its canonical name: some systems leave the old names out.
    ///
    /// - Throws: `TimeZoneCatalogError`: `unknownName` with the nearest names, `unreadable` or `malformed` with the path.
    ///   A damaged file spoils no other zone.
    public func rules(for zone: TimeZoneID) throws -> ZoneRules {
        let (known, release) = edition.withLock { ($0.decoded[zone], $0.release) }
        if let known { return known }
        // Decoded outside the lock: two threads may do the same work once, but none waits for another's file.
        let rules = try decode(zone)
        edition.withLock { if $0.release == release { $0.decoded[zone] = rules } }
        return rules
    }

    /// Whether somebody asked for the rules of a zone of that name, so that it is one of these data: to find out takes no look at a
    /// file.
    public func isInUse(_ zone: TimeZoneID) -> Bool { edition.withLock { $0.decoded[zone] != nil } }

    /// The rules of the zone of that name.
    ///
    /// - Throws: What `zone(named:)` and `rules(for:)` throw.
    public func rules(named name: String) throws -> ZoneRules {
        try rules(for: zone(named: name))
    }

    /// All names, old ones included, in the order of bytes.
    public var names: [TimeZoneID] {
        if let names = edition.withLock({ $0.listed }) { return names }
        let own = Set(store.names())
        let names = own.union(Self.aliases.names.filter { own.contains(Self.aliases.target(of: $0)) }).sorted()
        edition.withLock { $0.listed = names }
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
