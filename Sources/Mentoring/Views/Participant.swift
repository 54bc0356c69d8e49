public import TimeZoneCatalog

/// What somebody can do for themself, at a database here or on a server far away.
///
/// Every method throws as the use case of its name does.
public protocol Participant: Sendable {
    /// Takes a seat in a session or a place on its waiting list, or confirms a seat.
    func enroll(in session: String) async throws -> EnrollmentResult
    /// Enrolls in all of a region's sessions of the season.
    func enroll(inAllOf region: Region, of program: Program.Name) async throws -> [EnrollmentResult]
    /// Gives up a seat or a place on the waiting list.
    func leave(session: String) async throws -> LeaveResult
    /// Ends a standing enrollment and leaves all of the region's sessions to come.
    func leave(allOf region: Region, of program: Program.Name) async throws -> [LeaveResult]
    /// The secret address of their own calendar.
    func feedAddress() async throws -> FeedLink
    /// A new address; those before lead nowhere from then on.
    func rotateFeed() async throws -> FeedLink
    /// Offers a session that they lead.
    func offerSwap(of session: String, to other: EmailAddress?) async throws -> SwapOfferView
    /// Takes an offered session.
    func acceptSwap(_ id: Identifier<SwapOffer>) async throws -> SwapOfferView
    /// Takes back an offer, or undoes a swap.
    func withdrawSwap(_ id: Identifier<SwapOffer>) async throws -> SwapOfferView
}

/// An address to subscribe to.
public struct FeedLink: Codable, Hashable, Sendable {
    /// The address.
    public var url: String
}

/// A person at an office.
public struct OfficeParticipant: Participant {
    private let office: TrainingOffice
    private let email: EmailAddress
    private let addresses: FeedAddresses

    /// A person who acts by their address.
    public init(_ email: EmailAddress, at office: TrainingOffice, addresses: FeedAddresses) {
        self.email = email
        self.office = office
        self.addresses = addresses
    }

    /// See `Participant`.
    public func enroll(in session: String) async throws -> EnrollmentResult {
        try await office.enroll(email, in: session, addresses: addresses)
    }

    /// See `Participant`.
    public func enroll(inAllOf region: Region, of program: Program.Name) async throws -> [EnrollmentResult] {
        try await office.enroll(email, inAllOf: region, of: program, addresses: addresses)
    }

    /// See `Participant`.
    public func leave(session: String) async throws -> LeaveResult {
        try await office.leave(email, session: session)
    }

    /// See `Participant`.
    public func leave(allOf region: Region, of program: Program.Name) async throws -> [LeaveResult] {
        try await office.leave(email, allOf: region, of: program)
    }

    /// See `Participant`.
    public func feedAddress() async throws -> FeedLink {
        try await office.personalFeedAddress(of: email, addresses: addresses)
    }

    /// See `Participant`.
    public func rotateFeed() async throws -> FeedLink {
        try await office.rotatePersonalFeed(of: email, addresses: addresses)
    }

    /// See `Participant`.
    public func offerSwap(of session: String, to other: EmailAddress?) async throws -> SwapOfferView {
        try await office.offerSwap(of: session, by: email, to: other)
    }

    /// See `Participant`.
    public func acceptSwap(_ id: Identifier<SwapOffer>) async throws -> SwapOfferView {
        try await office.acceptSwap(id, by: email)
    }

    /// See `Participant`.
    public func withdrawSwap(_ id: Identifier<SwapOffer>) async throws -> SwapOfferView {
        try await office.withdrawSwap(id, by: email)
    }
}
