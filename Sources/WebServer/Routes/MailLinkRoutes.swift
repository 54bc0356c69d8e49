import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// The page behind a link with which somebody acts without signing in: it shows how things stand, and what a button would do.
///
/// It lies where every link of a mail does, and looking at it changes nothing. The session cookie plays no part: whoever is
/// signed in acts here for whom the link was mailed to, as everybody does who has it.
struct MailLinkRoutes {
    let visitors: Visitors
    let pages: PageRoutes

    private var service: TrainingService { visitors.service }

    /// What a mail program posts for whoever wants no more of such mails (RFC 8058 §3.1).
    private static let oneClick = (name: "List-Unsubscribe", value: "One-Click")

    /// The page of a secret; nil when it is no such link's.
    func page(_ secret: String, in frame: PageFrame) async throws -> Response? {
        guard let shown = try await service.mailLink(secret) else { return nil }
        return pages.respond(try MailMatterPage(shown, in: frame, zones: service.zones))
    }

    /// Does what the button says, or the mail program; nil when the secret is no such link's.
    func press(_ secret: String, _ request: Hummingbird.Request, in frame: PageFrame) async throws -> Response? {
        guard let shown = try await service.mailLink(secret) else { return nil }
        do {
            let answer = try await answer(in: request, to: shown)
            let client = visitors.client(as: .nobody)
            guard let standing = try await client.follow(secret, saying: answer) else { return nil }
            return pages.respond(try MailMatterPage(standing, isDone: true, in: frame, zones: service.zones))
        } catch  where !(error is HTTPError) && Failure(error).kind.status < 500 {
            // How it stands by now, since that may be why.
            guard let standing = try await service.mailLink(secret) else { throw error }
            var page = try MailMatterPage(standing, in: frame, zones: service.zones)
            page.problem = Failure(error).wordsElsewhere
            return pages.respond(page, status: Problem(error).httpStatus)
        }
    }

    private func answer(in request: Hummingbird.Request, to shown: MailLinkShown) async throws -> MailLink.Answer {
        let bytes = try await request.body.whole(upTo: ServerLimits.formBytes)
        if case .reminders = shown.about, Self.isOneClick(bytes, as: request.headers[.contentType]) { return .no }
        let form = try Form(bytes, of: [MailMatterPage.choiceName])
        guard let answer = form[MailMatterPage.choiceName].flatMap(MailLink.Answer.init) else {
            throw BadInput("press one of the buttons, so that it is known what your answer is")
        }
        return answer
    }

    /// Whether a mail program says that its user has clicked: in a form of either of the two kinds.
    private static func isOneClick(_ bytes: [UInt8], as contentType: String?) -> Bool {
        guard contentType?.lowercased().hasPrefix("multipart/form-data") == true else {
            return (try? Form(bytes, of: [oneClick.name]))?[oneClick.name] == oneClick.value
        }
        // RFC 7578 §4.2: one part, whose head names the field, a blank line, and the value.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 20).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
        let names = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        return names.count == 1 && names[0].hasSuffix("name=\"\(oneClick.name)\"") && lines.contains(oneClick.value)
    }
}
