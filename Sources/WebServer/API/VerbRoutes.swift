import Foundation
import HTTPTypes
import Hummingbird
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import NIOCore

/// The JSON API under `/api/v1`: a route for every verb.
struct VerbRoutes {
    let office: TrainingOffice
    let calendar: CalendarEncoder
    let configuration: ServerConfiguration
    let signUpLimit: SignUpLimit
    let lanes = ComputingLanes()

    func add(to router: MeridianRouter) {
        for verb in Verbs.all { add(verb, to: router) }
        let routes = Verbs.all.map { $0.route }
        for (path, routes) in Dictionary(grouping: routes, by: \.path) {
            refuseOthers(than: routes.map(\.httpMethod), at: RouterPath("api/v1/\(path)"), of: router)
        }
    }

    private func add<V: HandledVerb>(_ verb: V.Type, to router: MeridianRouter) {
        let asking = Asking<V>(routes: self)
        router.on(RouterPath("api/v1/\(V.route.path)"), method: V.route.httpMethod) {
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

/// One verb over HTTP.
private struct Asking<V: HandledVerb>: Sendable {
    let routes: VerbRoutes

    /// Whoever may not ask is told so before what they sent is read.
    func answer(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        let principal = try await Access(office: routes.office).principal(of: request, for: V.route.role)
        let door = routes.signUpLimit.door(
            for: Peer(of: request, through: context.channel), isOpen: routes.configuration.isOpenToAll)
        let desk = self.desk(at: routes.office, for: principal, door: door)
        let reading = try VerbReading<V>(request, context)
        try await V.requireMayAsk(at: desk, of: reading.text("program"))
        guard V.self is any ComputingVerb.Type else {
            let body = V.route.hasBody ? try await request.body.whole() : []
            return done(request, try await bytes(request, body, reading, desk))
        }
        // Who hangs up wants no answer any more; whoever is answered so is hung up on.
        var response = try await request.body.consumeWithCancellationOnInboundClose { body in
            let body = try await body.whole()
            return done(
                request,
                try await routes.lanes.answer(to: ComputingQuestion(request, body: body, of: principal)) {
                    try await bytes(request, body, reading, desk)
                })
        }
        response.headers[.connection] = "close"
        return response
    }

    private func bytes(
        _ request: Request, _ body: [UInt8], _ reading: VerbReading<V>, _ desk: OfficeDesk
    ) async throws -> [UInt8] {
        let verb = try reading.verb(with: body)
        guard V.route.method != .get else {
            return try JSON.bytes(try await desk.ask(verb))
        }
        let office = try Idempotency.office(routes.office, for: request, of: desk.principal, body: body)
        do {
            return try JSON.bytes(try await desk.at(office).ask(verb))
        } catch let known as AlreadyAnswered {
            return known.bytes
        }
    }

    /// What was only asked for is to be asked for again each time, which costs little when it has not changed.
    private func done(_ request: Request, _ bytes: [UInt8]) -> Response {
        guard V.route.method != .get else {
            return Representation(contentType: "application/json", bytes: bytes, cacheControl: "private, no-cache")
                .response(to: request)
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func desk(at office: TrainingOffice, for principal: Principal, door: SignUpDoor) -> OfficeDesk {
        OfficeDesk(
            office, principal: principal, addresses: routes.configuration.addresses,
            reader: CalendarReader(zones: office.zones), writer: routes.calendar, door: door)
    }
}

extension MentoringAPI.Route {
    /// How it is asked, as HTTP's types have it.
    fileprivate var httpMethod: HTTPRequest.Method { .init(rawValue: method.rawValue) ?? .post }
}
