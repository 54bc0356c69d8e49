import Foundation
import HTTPTypes
import Hummingbird
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import NIOCore

/// The JSON API under `/api/v1`: a route for every request.
struct RequestRoutes {
    let service: TrainingService
    let calendar: CalendarEncoder
    let configuration: ServerConfiguration
    let signUpLimit: SignUpLimit
    let lanes: ComputingLanes

    func add(to router: MeridianRouter) {
        for asked in Requests.all { add(asked, to: router) }
        let routes = Requests.all.map { $0.route }
        for (path, routes) in Dictionary(grouping: routes, by: \.path) {
            refuseOthers(than: routes.map(\.httpMethod), at: RouterPath("api/v1/\(path)"), of: router)
        }
    }

    private func add<R: HandledRequest>(_ asked: R.Type, to router: MeridianRouter) {
        let asking = Asking<R>(routes: self)
        router.on(RouterPath("api/v1/\(R.route.path)"), method: R.route.httpMethod) {
            try await asking.answer($0, $1)
        }
    }

    /// Other methods are told which there are (RFC 9110 §15.5.6).
    private func refuseOthers(than known: [HTTPRequest.Method], at path: RouterPath, of router: MeridianRouter) {
        let allowed = known.flatMap { $0 == .get ? [.get, .head] : [$0] }
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete, .options] where !known.contains(method) {
            let words = allowed.map(\.rawValue).joined(separator: ", ")
            router.on(path, method: method) { _, _ -> Response in
                throw HTTPError(.methodNotAllowed, headers: [.allow: words], message: "this takes \(words)")
            }
        }
    }
}

/// One request over HTTP.
private struct Asking<R: HandledRequest>: Sendable {
    let routes: RequestRoutes

    /// Whoever may not ask is told so before what they sent is read.
    func answer(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        let principal = try await Access(service: routes.service).principal(of: request, for: R.route.role)
        let door = routes.signUpLimit.door(
            for: Peer(of: request, through: context.channel), isOpen: routes.configuration.isOpenToAll)
        let client = self.client(at: routes.service, for: principal, door: door)
        let reading = try RequestReader<R>(request, context)
        try await R.requireMayAsk(at: client, of: reading.text("program"))
        guard R.self is any ComputingRequest.Type else {
            let body = R.route.hasBody ? try await request.body.whole() : []
            return done(request, try await bytes(request, body, reading, client))
        }
        // Who hangs up wants no answer any more; whoever is answered or refused so is hung up on, and is told.
        let response: Response
        do {
            response = try await request.body.consumeWithCancellationOnInboundClose { body in
                let body = try await body.whole()
                return done(
                    request,
                    try await routes.lanes.answer(to: ComputingQuestion(request, body: body, of: principal)) {
                        try await bytes(request, body, reading, client)
                    })
            }
        } catch {
            response = try ProblemResponses.answer(error, to: request, context)
        }
        return response.closing
    }

    private func bytes(
        _ request: Request, _ body: [UInt8], _ reading: RequestReader<R>, _ client: Client
    ) async throws -> [UInt8] {
        let asked = try reading.asked(with: body)
        guard R.route.method != .get else {
            return try JSON.bytes(try await client.ask(asked))
        }
        let service = try Idempotency.service(routes.service, for: request, of: client.principal, body: body)
        do {
            return try JSON.bytes(try await client.at(service).ask(asked))
        } catch let known as AlreadyAnswered {
            return known.bytes
        }
    }

    /// What was only asked for is to be asked for again each time, which costs little when it has not changed.
    private func done(_ request: Request, _ bytes: [UInt8]) -> Response {
        guard R.route.method != .get else {
            var response = Representation(
                contentType: "application/json", bytes: bytes, cacheControl: "private, no-cache"
            ).response(to: request)
            // What everybody may see pages of other sites may read, too; who says who they are asks for themself alone.
            if R.route.role == nil, request.headers[.authorization] == nil {
                response.headers[.accessControlAllowOrigin] = "*"
            }
            return response
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func client(at service: TrainingService, for principal: Principal, door: SignUpDoor) -> Client {
        Client(
            service, principal: principal, way: .api, addresses: routes.configuration.addresses,
            reader: CalendarReader(zones: service.zones), writer: routes.calendar, door: door)
    }
}

extension MentoringAPI.Route {
    /// How it is asked, as HTTP's types have it.
    fileprivate var httpMethod: HTTPRequest.Method { .init(rawValue: method.rawValue) ?? .post }
}
