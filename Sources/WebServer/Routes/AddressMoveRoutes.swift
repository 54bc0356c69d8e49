import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import Wording

/// The pages behind the links that are mailed when somebody moves to another address: one proves the new address, one undoes it.
///
/// They lie where every link of a mail does, and looking at them changes nothing.
struct AddressMoveRoutes {
    let service: TrainingService
    let pages: PageRoutes

    /// The page of a secret; nil when it is no move's.
    func page(_ secret: String, in frame: PageFrame) async throws -> Response? {
        try await known(secret, in: frame).map { pages.respond($0.page) }
    }

    /// Does what the button says; nil when the secret is no move's.
    func press(_ secret: String, in frame: PageFrame) async throws -> Response? {
        guard let (purpose, shown) = try await known(secret, in: frame) else { return nil }
        var page = shown
        do {
            let settled =
                switch purpose {
                case .prove: try await service.confirmMove(secret, way: .web)
                case .undo: try await service.undoMove(secret, way: .web)
                }
            return pages.respond(page.done(settled.textOnPage))
        } catch  where Failure(error).kind.status < 500 {
            page.problem = Failure(error).wordsElsewhere
            return pages.respond(page, status: Problem(error).httpStatus)
        }
    }

    private func known(
        _ secret: String, in frame: PageFrame
    ) async throws -> (purpose: MoveLetter.Purpose, page: MailMatterPage)? {
        try await service.moveMatter(secret).map { matter in
            (matter.purpose, MailMatterPage(matter.purpose, of: matter.program, in: frame))
        }
    }
}
