import HTTPTypes
import Hummingbird
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService

/// Finds out who is signed in, and lets them act.
struct Visitors: Sendable {
    let service: TrainingService
    let calendar: CalendarEncoder
    let configuration: ServerConfiguration
    private let largeForms = LargeForms()

    init(service: TrainingService, calendar: CalendarEncoder, configuration: ServerConfiguration) {
        self.service = service
        self.calendar = calendar
        self.configuration = configuration
    }

    /// Who is signed in; nil for nobody, and for whoever was.
    func visitor(of request: Request) async throws -> SignedInPerson? {
        guard let secret = configuration.sessionCookie.secret(of: request) else { return nil }
        return try await visitor(by: secret)
    }

    /// Who is signed in by a secret; nil for one that is nobody's, or not any more.
    func visitor(by secret: String) async throws -> SignedInPerson? {
        guard case .token(let token)? = try await service.principal(browser: secret) else { return nil }
        return SignedInPerson(token, secret: secret)
    }

    /// Answers a form that was made for whoever is signed in: what every form passes by which they change anything.
    ///
    /// That it comes from a page of this site is checked for every request before (`SameOrigin`).
    /// - Parameters:
    ///   - names: the fields of the page, beside the token.
    ///   - request: the request, whose body is read.
    ///   - most: the longest that the form may be, in bytes; of those that are longer than most, a few are taken at a time.
    ///   - answer: what is answered to who sends it, and what they filled in.
    /// - Returns: the answer.
    /// - Throws: 403 for whoever is not signed in any more, or sends a form that was made for another; `BadInput` for one that is
    ///   no form of that page; 429 for a long one while there is no place for it.
    func answer(
        formOf names: [String], from request: Request, upTo most: Int = ServerLimits.ownFormBytes,
        by answer: (SignedInPerson, Form) async throws -> Response
    ) async throws -> Response {
        guard let visitor = try await visitor(of: request) else {
            throw Refusal(.notAllowed, "you are not signed in any more; sign in, and press the button again")
        }
        let isLarge = most > ServerLimits.ownFormBytes
        if isLarge { try largeForms.enter(visitor.person.email) }
        // What it says is in memory until it is answered.
        defer { if isLarge { largeForms.leave(visitor.person.email) } }
        let form = try await Form(of: names + [FormToken.field], in: request.body, upTo: most)
        guard let token = form[FormToken.field], visitor.owns(formWith: token) else {
            throw Refusal(
                .notAllowed,
                "this page was made before you signed in, or for somebody else; load it again, and press the button there"
            )
        }
        return try await answer(visitor, form)
    }

    /// By what somebody who is signed in asks for things, as every other client does.
    func client(for visitor: SignedInPerson) -> Client { client(as: visitor.principal) }

    /// By what somebody asks for things in a browser.
    /// - Parameters:
    ///   - principal: who, as far as it is proved.
    ///   - door: how strangers come in.
    ///   - request: by which whoever signs in does so.
    /// - Returns: a client that acts for them.
    func client(as principal: Principal, door: SignUpDoor? = nil, in request: Request? = nil) -> Client {
        Client(
            service, principal: principal, way: .web, addresses: configuration.addresses,
            reader: CalendarReader(zones: service.zones), writer: calendar,
            door: door ?? SignUpDoor(joining: configuration.joining),
            place: request.map { .browser(BrowserName.name(of: $0.headers[.userAgent])) })
    }
}

extension MeridianRouter {
    /// Adds something that only somebody who is signed in can do, by a form with the token that was made for them.
    func act(
        _ path: RouterPath, of names: [String] = [], upTo most: Int = ServerLimits.ownFormBytes, as visitors: Visitors,
        _ handler: @escaping @Sendable (SignedInPerson, Form, Request, MeridianRequestContext) async throws -> Response
    ) {
        post(path) { request, context in
            try await visitors.answer(formOf: names, from: request, upTo: most) { visitor, form in
                try await handler(visitor, form, request, context)
            }
        }
    }
}
