import Foundation
import HTTPTypes
import Hummingbird
import ICalendar
import Mentoring
import NIOCore

/// The JSON API under `/api/v1`: a route for every verb.
struct VerbRoutes {
    let office: TrainingOffice
    let calendar: CalendarEncoder
    let configuration: ServerConfiguration
    let signUpLimit: SignUpLimit

    func add(to router: MeridianRouter) {
        for verb in Verbs.all { add(verb, to: router) }
        let routes = Verbs.all.map { $0.route }
        for (path, routes) in Dictionary(grouping: routes, by: \.path) {
            refuseOthers(than: routes.map(\.httpMethod), at: RouterPath("api/v1/\(path)"), of: router)
        }
    }

    private func add<V: Verb>(_ verb: V.Type, to router: MeridianRouter) {
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
private struct Asking<V: Verb>: Sendable {
    let routes: VerbRoutes

    func answer(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        let principal = try await Access(office: routes.office).principal(of: request, for: V.route.role)
        let door = routes.signUpLimit.door(
            for: Peer(of: request, through: context.channel), isOpen: routes.configuration.isOpenToAll)
        let desk = { (office: TrainingOffice) in self.desk(at: office, for: principal, door: door) }
        let body = V.route.hasBody ? try await body(of: request) : []
        let verb = try VerbReading<V>(request, context, body: body).verb()
        guard V.route.method != .get else { return try await shown(verb, to: request, at: desk(routes.office)) }
        let office = try Idempotency.office(routes.office, for: request, of: principal, body: body)
        do {
            return Self.done(try JSON.bytes(try await desk(office).ask(verb)))
        } catch let known as AlreadyAnswered {
            return Self.done(known.bytes)
        }
    }

    private func body(of request: Request) async throws -> [UInt8] {
        do {
            return Array(buffer: try await request.body.collect(upTo: ServerLimits.bodyBytes))
        } catch is NIOTooManyBytesError {
            throw HTTPError(
                .contentTooLarge, headers: [.connection: "close"],
                message: "the body goes on; at most \(ServerLimits.bodyBytes) bytes are taken")
        } catch let error where !(error is any HTTPResponseError || error is CancellationError) {
            throw BadInput("the body breaks off, or its framing is not HTTP's")
        }
    }

    /// What was only asked for: to be asked for again each time, which costs little when it has not changed.
    private func shown(_ verb: V, to request: Request, at desk: OfficeDesk) async throws -> Response {
        let bytes = try JSON.bytes(try await desk.ask(verb))
        return Representation(contentType: "application/json", bytes: bytes, cacheControl: "private, no-cache")
            .response(to: request)
    }

    private func desk(at office: TrainingOffice, for principal: Principal, door: SignUpDoor) -> OfficeDesk {
        OfficeDesk(
            office, principal: principal, addresses: routes.configuration.addresses,
            reader: CalendarReader(zones: office.zones), writer: routes.calendar, door: door)
    }

    private static func done(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Mentoring.Route {
    /// How it is asked, as HTTP's types have it.
    fileprivate var httpMethod: HTTPRequest.Method { .init(rawValue: method.rawValue) ?? .post }
}
