import Foundation
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// What can only be asked, answered on a page in the words that the command line has for it.
///
/// The address is the API's, with `me/see` before it, and in the query the page from which one comes (`PageFrame.seeing`).
struct AnswerRoutes {
    let visitors: Visitors
    let pages: PageRoutes
    let lanes: ComputingLanes

    func add(to router: MeridianRouter) {
        for asked in Requests.all where asked.route.method == .get { add(asked, to: router) }
    }

    private func add<R: HandledRequest>(_ asked: R.Type, to router: MeridianRouter) {
        guard R.Answer.self is any Worded.Type else { return }
        router.read(RouterPath("me/see/\(R.route.path)")) { [self] request, context in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            let client = visitors.client(for: visitor)
            let reading = try RequestReader<R>(request, context, besides: [Actions.back])
            try await R.requireMayAsk(at: client, of: reading.text("program"))
            let asked = try reading.asked(with: [UInt8]())
            let office = reading.text("program").map { "/me/organizing/\($0)" }
            let came = Query(request).fields.first { $0.name == Actions.back }?.text
            let back = PagePath(came ?? (R.route.role == .organizer ? office ?? "" : ""))
            let clock = try visitors.service.zones.rules(for: visitor.person.zone)
            let frame = pages.frame(for: request, by: visitor)
            let page = { @Sendable in
                let answer = try await client.ask(asked)
                var page = AnswerPage(
                    R.title, nil, AnswerPart.of(answer, below: R.title, on: clock), [], backTo: back,
                    in: frame)
                page.picture = AnswerPage.picture(of: answer)
                return pages.templates.answer(page)
            }
            guard R.self is any ComputingRequest.Type else { return pages.respond(try await page()) }
            let question = ComputingQuestion(
                person: visitor.person.email, repetition: "\(request.uri) \(visitor.token.id)")
            do {
                return pages.respond(try await lanes.page(for: question, whileAsked: request, page)).closing
            } catch  where error.isOfLanes {
                return pages.comeAgain(after: error, to: request, backTo: back, in: frame)
            }
        }
    }
}

extension ComputingLanes {
    /// What a request comes to that weighs something.
    ///
    /// - Parameters:
    ///   - asked: the request.
    ///   - client: who asks.
    ///   - question: what it is known by when it is asked again.
    /// - Returns: the answer.
    /// - Throws: as `answer(to:by:)`.
    func answer<R: HandledRequest>(
        to asked: R, of client: Client, for question: ComputingQuestion
    ) async throws -> R.Answer {
        let bytes = try await answer(to: question) {
            let answer = try await client.ask(asked)
            return try JSON.bytes(answer)
        }
        return try JSONDecoder().decode(R.Answer.self, from: Data(bytes))
    }

    /// A page whose making weighs something; who hangs up wants it no more.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - request: by which; nil for what is to be done, whoever hangs up.
    ///   - page: makes it.
    /// - Returns: the page.
    /// - Throws: as `answer(to:by:)`.
    func page(
        for question: ComputingQuestion, whileAsked request: Request? = nil,
        _ page: @escaping @Sendable () async throws -> String
    ) async throws -> String {
        let work = { @Sendable in Array(try await page().utf8) }
        guard let request else { return String(decoding: try await answer(to: question, by: work), as: UTF8.self) }
        return try await request.body.consumeWithCancellationOnInboundClose { _ in
            String(decoding: try await answer(to: question, by: work), as: UTF8.self)
        }
    }
}
