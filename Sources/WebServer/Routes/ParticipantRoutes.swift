import Foundation
import HTTPTypes
import Hummingbird
import Mentoring
import NIOCore
import TimeZoneCatalog

/// What people do for themselves over the API: every route is one method of `Participant`.
struct ParticipantRoutes {
    let office: TrainingOffice
    let addresses: FeedAddresses

    func add(to router: MeridianRouter) {
        let enrollment: RouterPath = "api/v1/sessions/{code}/enrollment"
        let standing: RouterPath = "api/v1/programs/{program}/regions/{region}/enrollment"
        answer(router, .post, enrollment, for: .trainee) { who, _, at, _ in
            try await who.enroll(in: at.parameter("code"))
        }
        answer(router, .delete, enrollment, for: .trainee) { who, _, at, _ in
            try await who.leave(session: at.parameter("code"))
        }
        answer(router, .post, standing, for: .trainee) { who, _, at, _ in
            try await who.enroll(inAllOf: at.region(), of: at.parameter("program"))
        }
        answer(router, .delete, standing, for: .trainee) { who, _, at, _ in
            try await who.leave(allOf: at.region(), of: at.parameter("program"))
        }
        answer(router, .get, "api/v1/feed", for: .trainee) { who, _, _, _ in try await who.feedAddress() }
        answer(router, .post, "api/v1/feed/rotation", for: .trainee) { who, _, _, _ in try await who.rotateFeed() }
        answer(router, .post, "api/v1/sessions/{code}/offer", for: .mentor) { who, _, at, body in
            let wanted = try body.isEmpty ? OfferRequest() : OfferRequest(json: body)
            return try await who.offerSwap(of: at.parameter("code"), to: wanted.to)
        }
        answer(router, .post, "api/v1/swaps/{offer}/acceptance", for: .mentor) { who, _, at, _ in
            try await who.acceptSwap(at.offer())
        }
        answer(router, .delete, "api/v1/swaps/{offer}", for: .mentor) { who, _, at, _ in
            try await who.withdrawSwap(at.offer())
        }
    }

    private func answer<Answer: Encodable & Sendable>(
        _ router: MeridianRouter, _ method: HTTPRequest.Method, _ path: RouterPath, for role: Role,
        _ handler:
            @escaping @Sendable (OfficeParticipant, Request, MeridianRequestContext, [UInt8]) async throws ->
            Answer
    ) {
        router.on(path, method: method) { request, context -> Response in
            let principal = try await Access(office: office).require(role, request)
            let body = Array(buffer: try await request.body.collect(upTo: ServerLimits.bodyBytes))
            let office = try Idempotency.office(office, for: request, of: principal.email, body: body)
            let who = OfficeParticipant(principal.email, at: office, addresses: addresses)
            do {
                return Self.response(try JSON.bytes(try await handler(who, request, context, body)))
            } catch let known as AlreadyAnswered {
                return Self.response(known.bytes)
            }
        }
    }

    private static func response(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Whom an offer asks; nobody in particular when it is left out.
private struct OfferRequest: Decodable {
    var to: EmailAddress?

    init() {}

    /// - Throws: `BadInput` for what is no JSON of this shape.
    init(json: [UInt8]) throws {
        do {
            self = try JSONDecoder().decode(OfferRequest.self, from: Data(json))
        } catch let input as BadInput {
            throw input
        } catch {
            throw BadInput("the body is not JSON such as {\"to\": \"name@example.org\"}")
        }
    }
}

extension MeridianRequestContext {
    fileprivate func region() throws -> Region {
        let name = try parameter("region")
        if let region = Region(rawValue: name) { return region }
        let regions = Region.allCases.map(\.rawValue)
        throw Refusal.notFound("region", name, nearest: nearest(to: name, among: regions))
    }

    fileprivate func offer() throws -> Identifier<SwapOffer> {
        let text = try parameter("offer")
        guard let number = Int64(text), number > 0 else { throw Refusal.notFound("offer", text) }
        return Identifier(number)
    }
}
