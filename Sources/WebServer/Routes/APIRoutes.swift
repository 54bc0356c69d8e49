import CivilTime
import HTTPTypes
import Hummingbird
import Mentoring
import TimeZoneCatalog

/// The JSON API under `/api/v1`.
struct APIRoutes {
    let office: TrainingOffice

    func add(to router: MeridianRouter) {
        router.read("api/v1/programs") { [self] request, _ in
            try answer(await office.programs(), to: request)
        }
        router.read("api/v1/programs/{program}") { [self] request, context in
            try answer(await office.program(context.parameter("program")), to: request)
        }
        router.read("api/v1/programs/{program}/sessions") { [self] request, context in
            let query = Query(request)
            let sessions = try await office.sessions(
                of: context.parameter("program"), upcoming: query.flag("upcoming"),
                for: viewer(request))
            return try answer(sessions, to: request)
        }
        router.read("api/v1/sessions/{code}") { [self] request, context in
            try answer(await office.session(context.parameter("code"), for: viewer(request)), to: request)
        }
    }

    /// Who looks: whoever the token says, in the zone asked for.
    private func viewer(_ request: Request) async throws -> Viewer {
        let principal = try await Access(office: office).principal(of: request)
        return Viewer(email: principal?.email, zone: try Query(request).zone(in: office.zones))
    }

    /// The value as JSON, to be asked for again each time, which costs little when it has not changed.
    private func answer(_ value: some Encodable, to request: Request) throws -> Response {
        Representation(contentType: "application/json", bytes: try JSON.bytes(value), cacheControl: "private, no-cache")
            .response(to: request)
    }
}

/// The part of an address after `?`.
struct Query {
    private let request: Request

    init(_ request: Request) { self.request = request }

    /// The zone asked for; nil when none is.
    /// - Throws: `TimeZoneCatalogError` with the nearest names for one that does not exist.
    func zone(in zones: TimeZoneCatalog) throws -> TimeZoneID? {
        guard let name = request.uri.queryParameters.get("zone"), !name.isEmpty else { return nil }
        return try zones.zone(named: name)
    }

    /// Whether a flag is set.
    /// - Throws: `BadInput` when it is neither `true` nor `false`.
    func flag(_ name: String) throws -> Bool {
        switch request.uri.queryParameters.get(name) {
        case nil, "false": return false
        case "true": return true
        case .some(let text): throw BadInput("\(name)=\(OneLine.shown(text)) is neither true nor false")
        }
    }
}
