import TimeZoneCatalog

/// A desk at the office itself, at which somebody stands.
public struct OfficeDesk: Desk {
    /// Who does the work.
    public let office: TrainingOffice
    /// Who asks.
    public let caller: Caller
    /// Where the server is reachable, for the addresses of feeds.
    public let addresses: FeedAddresses
    /// What reads other programs' calendars.
    let reader: any CalendarReading
    /// What writes ours.
    let writer: any CalendarWriting

    /// Whether whoever can read the mail of an address may join by it.
    let isOpenToAll: Bool

    /// A desk with every part given; unless it is said otherwise, people are let in by an organizer or a mentor.
    public init(
        _ office: TrainingOffice, caller: Caller, addresses: FeedAddresses, reader: any CalendarReading,
        writer: any CalendarWriting, isOpenToAll: Bool = false
    ) {
        self.office = office
        self.caller = caller
        self.addresses = addresses
        self.reader = reader
        self.writer = writer
        self.isOpenToAll = isOpenToAll
    }

    /// Carries the verb out, if the caller's role allows it.
    /// - Throws: `Refusal` not-allowed for a lesser role; as the verb does.
    public func ask<V: Verb>(_ verb: V) async throws -> V.Answer {
        try caller.require(V.route.role)
        return try await verb.carryOut(at: self)
    }

    /// For whom a listing is.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for a zone that does not exist.
    func viewer(in zone: String?) throws -> Viewer {
        Viewer(email: caller.email, zone: try zone.map(office.zones.zone(named:)))
    }
}
