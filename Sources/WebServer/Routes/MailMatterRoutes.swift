import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

/// The page behind the link of a mail that asks somebody something: one person and one matter.
///
/// Whoever follows links without being asked to, as scanners of mail do, changes nothing: only the button does. When the matter
/// is over, the address is one that there is not.
struct MailMatterRoutes {
    let service: TrainingService
    let pages: PageRoutes

    private var moves: AddressMoveRoutes { AddressMoveRoutes(service: service, pages: pages) }
    private var offers: StandingOfferRoutes { StandingOfferRoutes(service: service, pages: pages) }

    func add(to router: MeridianRouter) {
        router.get("m/{token}") { [self] request, context in
            let secret = try context.parameter("token")
            let frame = try await pages.frame(for: request)
            guard let matter = try await service.mailMatter(secret) else {
                if let page = try await moves.page(secret, in: frame) { return page }
                guard let page = try await offers.page(secret, in: frame) else { throw HTTPError(.notFound) }
                return page
            }
            return try pages.respond(MailMatterPage(matter, in: frame, zones: service.zones))
        }
        router.post("m/{token}") { [self] request, context in
            let secret = try context.parameter("token")
            let frame = try await pages.frame(for: request)
            guard let matter = try await service.mailMatter(secret) else {
                if let page = try await moves.press(secret, in: frame) { return page }
                guard let page = try await offers.press(secret, request, in: frame) else {
                    throw HTTPError(.notFound)
                }
                return page
            }
            var shown = try MailMatterPage(matter, in: frame, zones: service.zones)
            do {
                let form = try await Form(of: [MailMatterPage.choiceName], in: request.body)
                let choice = form[MailMatterPage.choiceName].flatMap(ParticipationStatus.init(rawValue:))
                guard let outcome = try await service.settle(secret, choosing: choice) else {
                    throw HTTPError(.notFound)
                }
                shown.outcome = outcome.words
                return pages.respond(shown)
            } catch  where !(error is HTTPError) && Failure(error).kind.status < 500 {
                shown.problem = Failure(error).wordsElsewhere
                return pages.respond(shown, status: Problem(error).httpStatus)
            }
        }
    }
}

extension MailMatterOutcome {
    /// What they learn who have pressed the button.
    fileprivate var words: String {
        switch self {
        case .seated: "You have a seat."
        case .waiting(let place):
            "All seats are taken; you are number \(place) on the waiting list, and hear when one is free."
        case .out: "You have no seat in it, and wait for none."
        case .leads: "You lead it."
        case .offered: "It is offered to the others; until one of them takes it, it stays yours."
        case .noted: "That is noted."
        }
    }
}
