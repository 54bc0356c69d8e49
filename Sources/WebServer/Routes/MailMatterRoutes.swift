import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// The page behind the link of a mail that asks somebody something: one person and one matter.
///
/// Whoever follows links without being asked to, as scanners of mail do, changes nothing: only the button does. When the matter
/// is over, the address is one that there is not.
struct MailMatterRoutes {
    let visitors: Visitors
    let pages: PageRoutes

    private var service: TrainingService { visitors.service }
    private var links: MailLinkRoutes { MailLinkRoutes(visitors: visitors, pages: pages) }
    private var moves: AddressMoveRoutes { AddressMoveRoutes(service: service, pages: pages) }
    private var offers: StandingOfferRoutes { StandingOfferRoutes(service: service, pages: pages) }

    func add(to router: MeridianRouter) {
        router.get("m/{token}") { [self] request, context in
            let secret = try context.parameter("token")
            let frame = try await pages.frame(for: request)
            if let page = try await links.page(secret, in: frame) { return page }
            if let page = try await page(secret, in: frame) { return page }
            if let page = try await moves.page(secret, in: frame) { return page }
            if let page = try await offers.page(secret, in: frame) { return page }
            throw Refusal.endedLink
        }
        router.post("m/{token}") { [self] request, context in
            let secret = try context.parameter("token")
            let frame = try await pages.frame(for: request)
            if let page = try await links.press(secret, request, in: frame) { return page }
            if let page = try await press(secret, request, in: frame) { return page }
            if let page = try await moves.press(secret, in: frame) { return page }
            if let page = try await offers.press(secret, request, in: frame) { return page }
            throw Refusal.endedLink
        }
    }

    /// The page of a secret that asks about one matter; nil when it is no such link's.
    private func page(_ secret: String, in frame: PageFrame) async throws -> Response? {
        guard let matter = try await service.mailMatter(secret) else { return nil }
        return pages.respond(try MailMatterPage(matter, in: frame, zones: service.zones))
    }

    /// Does what the button says; nil when the secret is no such link's.
    private func press(_ secret: String, _ request: Hummingbird.Request, in frame: PageFrame) async throws -> Response?
    {
        guard let matter = try await service.mailMatter(secret) else { return nil }
        var shown = try MailMatterPage(matter, in: frame, zones: service.zones)
        do {
            let form = try await Form(of: [MailMatterPage.choiceName], in: request.body)
            let choice = form[MailMatterPage.choiceName].flatMap(ParticipationStatus.init(rawValue:))
            guard let outcome = try await service.settle(secret, choosing: choice) else { return nil }
            return pages.respond(shown.done(outcome.text))
        } catch  where !(error is HTTPError) && Failure(error).kind.status < 500 {
            shown.problem = Failure(error).wordsElsewhere
            return pages.respond(shown, status: Problem(error).httpStatus)
        }
    }
}
