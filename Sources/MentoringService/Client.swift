public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

/// A client at the service itself, at which somebody stands.
public struct Client: Sendable {
    /// Who does the work.
    public private(set) var service: TrainingService
    /// Who asks, as far as it is proved.
    public let principal: Principal
    /// How what they ask comes in.
    let way: LogEntry.Way
    /// Who asks, with what they may do in what is asked about: nothing before it is known what that is.
    package var caller: Caller
    /// Where the server is reachable, for the addresses of feeds.
    public let addresses: FeedAddresses
    /// What reads other programs' calendars.
    let reader: any CalendarReading
    /// What writes ours.
    let writer: any CalendarWriting

    /// How strangers come in.
    let door: SignUpDoor
    /// Where whoever signs in by it does so.
    let place: SignInPlace?

    /// A client with every part given; unless it is said otherwise, people are let in by an organizer or a mentor, and whoever
    /// signs in gets a token.
    public init(
        _ service: TrainingService, principal: Principal, way: LogEntry.Way, addresses: FeedAddresses,
        reader: any CalendarReading,
        writer: any CalendarWriting, door: SignUpDoor = .closed, place: SignInPlace? = nil
    ) {
        self.service = service
        self.principal = principal
        self.way = way
        caller = Caller(email: principal.email, role: nil)
        self.addresses = addresses
        self.reader = reader
        self.writer = writer
        self.door = door
        self.place = place
    }

    /// The same client at a service that works in another way.
    public func at(_ service: TrainingService) -> Client {
        var client = self
        client.service = service
        return client
    }

    /// Carries the request out, if whoever asks may have it done to its subject.
    ///
    /// What they may do is looked at again in the transaction that does it, so that whoever has lost a right meanwhile does
    /// nothing with it.
    /// - Throws: `Refusal` not-allowed for a lesser role; as the request does.
    public func ask<R: HandledRequest>(_ request: R) async throws -> R.Answer {
        try principal.require(R.route.method)
        // Who may not ask at all is told so before anybody is looked for.
        var caller = try await caller(for: R.route.role, about: request.subject)
        let understood = try await understanding(request)
        if understood.request.subject != request.subject {
            caller = try await self.caller(for: R.route.role, about: understood.request.subject)
        }
        do {
            return try await carryOut(understood.request, for: caller)
        } catch {
            throw understood.hidden.isEmpty ? error : error.hiding(understood.hidden)
        }
    }

    /// Carries a request out that names people by their addresses alone, for whoever may have it done.
    private func carryOut<R: HandledRequest>(_ request: R, for caller: Caller) async throws -> R.Answer {
        var client = self
        client.caller = caller
        client.service = service.acting(for: client.caller.email)
        if R.route.method != .get, !R.worksInArchive {
            // Also where it is only said what would happen.
            try await service.store.read { transaction in
                if let program = try transaction.program(of: request.subject) {
                    try transaction.refuseArchived(program)
                }
            }
        }
        if case .token = principal, R.route.role != nil {
            client.service = client.service.admitting(principal, as: client.caller.role, about: request.subject)
        }
        if R.route.method != .get, R.isLogged {
            client.service = client.service.writingDown(try Deed(request, by: client.caller.email, way: way))
        }
        return try await request.carryOut(for: client)
    }

    /// The caller with what they may do about a subject.
    /// - Throws: `Refusal` not-allowed for less than the least role.
    func caller(for least: Role?, about subject: Subject) async throws -> Caller {
        let role: Role? =
            switch principal {
            case .nobody: nil
            case .machine: .organizer
            case .token: try await service.role(of: principal, about: subject)
            }
        if role == nil, let hidden = subject.hidden, case .token = principal {
            // Of a numbered thing of another program is said what is said where there is none.
            try await principal.require(least, of: service.role(of: principal, about: .anyProgram), about: .anyProgram)
            throw hidden
        }
        try principal.require(least, of: role, about: subject)
        // Where their token is not good they are nobody, also for what everybody may ask.
        if role == nil, principal.onlyProgram != nil { return .anonymous }
        if case .machine(let email) = principal { return .onThisMachine(as: email) }
        return Caller(email: principal.email, role: role, onlyProgram: principal.onlyProgram)
    }

    /// Refuses whoever is no administrator of the server, who alone makes programs.
    /// - Throws: `Refusal` not-allowed.
    public func requireAdministrator() async throws { _ = try await caller(for: .organizer, about: .server) }

    /// For whom a listing is.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for a zone that does not exist.
    func viewer(in zone: String?) throws -> Viewer {
        Viewer(email: caller.email, zone: try zone.map(service.zones.zone(named:)))
    }
}
