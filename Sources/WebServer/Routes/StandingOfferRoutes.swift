import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import Wording

/// The page behind the link that is mailed when a season ends: whether its reader goes on in the next one.
///
/// It lies where every link of a mail does, and looking at it changes nothing.
struct StandingOfferRoutes {
    let service: TrainingService
    let pages: PageRoutes

    /// The page of a secret; nil when it offers nothing.
    func page(_ secret: String, in frame: PageFrame) async throws -> Response? {
        try await known(secret, in: frame).map { pages.respond($0) }
    }

    /// Does what the button says; nil when the secret offers nothing.
    func press(_ secret: String, _ request: Hummingbird.Request, in frame: PageFrame) async throws -> Response? {
        guard var page = try await known(secret, in: frame) else { return nil }
        do {
            let form = try await Form(of: [MailMatterPage.choiceName], in: request.body)
            guard let answer = form[MailMatterPage.choiceName].flatMap(StandingOfferAnswer.init) else {
                throw BadInput("press one of the buttons, so that it is known whether you go on")
            }
            guard let outcome = try await service.settleStandingOffer(secret, goesOn: answer == .yes) else {
                return nil
            }
            return pages.respond(page.done(outcome.text))
        } catch  where !(error is HTTPError) && Failure(error).kind.status < 500 {
            page.problem = Failure(error).wordsElsewhere
            return pages.respond(page, status: Problem(error).httpStatus)
        }
    }

    private func known(_ secret: String, in frame: PageFrame) async throws -> MailMatterPage? {
        try await service.standingOffer(secret).map { MailMatterPage($0.offer, of: $0.program, in: frame) }
    }
}
