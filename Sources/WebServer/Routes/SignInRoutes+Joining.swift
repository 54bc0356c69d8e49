import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

/// The pages by which somebody joins without knowing anybody: a form, and the button behind the link that is mailed.
struct SignUpRoutes {
    let visitors: Visitors
    let limit: SignUpLimit
    let pages: PageRoutes

    private var service: TrainingService { visitors.service }
    private var configuration: ServerConfiguration { visitors.configuration }
    private var signedIn: SignedInResponses { SignedInResponses(visitors: visitors, pages: pages) }

    func add(to router: MeridianRouter) {
        router.get("{program}/join") { [self] request, context in
            let program = try await liveProgram(in: context)
            guard joining(program) != .invited else {
                throw Refusal(.notFound, "\(program.name) is joined by invitation; ask \(program.contact)")
            }
            let zone = try Query(request).zone(in: service.zones)?.name ?? ""
            return page(SignUpPage(of: program, joining: joining(program), in: frame(program), zone: zone))
        }
        router.post("{program}/join") { [self] request, context in try await signUp(request, context) }
        router.get("sign-ups/{secret}") { [self] _, context in
            // Programs that look for bad links open this too, so it only shows.
            let secret = try secret(in: context)
            let proposal = try await service.signUpProposal(secret, joining: configuration.joining)
            return page(ConfirmationPage(proposal, in: frame(of: secret)))
        }
        router.post("sign-ups/{secret}") { [self] request, context in
            try await confirm(secret(in: context), request, context)
        }
    }

    /// Lets somebody in, and signs their browser in; the seat that waits for them is taken by the same click.
    private func confirm(
        _ secret: String, _ request: Request, _ context: MeridianRequestContext
    ) async throws -> Response {
        let form = try await Form(of: ["program", "name", "zone", SignInLinkPage.thenName], in: request.body)
        let takesSeat = form[SignInLinkPage.thenName] == SignInLinkPage.takeSeat
        let asked = ConfirmJoining(
            secret: secret, program: form["program"], name: form["name"],
            zone: form["zone"].map(service.zones.name(meantBy:)))
        let proposal = try await service.signUpProposal(secret, joining: configuration.joining)
        let isPossible = configuration.sessionCookie.isPossible
        let confirmed: SignUpConfirmed
        do {
            confirmed = try await visitors.client(as: .nobody, in: isPossible ? request : nil).ask(asked)
        } catch  where Failure(error).kind.status < 500 {
            var shown = ConfirmationPage(proposal, typed: asked, in: frame(of: secret))
            shown.problem = Failure(error).wordsElsewhere
            return page(shown, status: Problem(error).httpStatus)
        }
        let seat = proposal.seat.flatMap { SessionCode($0.session) }
        let program = try await service.program(confirmed.program)
        if isPossible, takesSeat, let seat, seat.program == confirmed.program, confirmed.joined.state == .joined {
            let result = SignedIn(confirmed, session: seat.description)
            return try await signedIn.response(to: request, result, takingSeat: true)
        }
        let next = try await service.sessions(
            of: program.name, upcoming: true, for: Viewer(email: confirmed.joined.person.email))
        let example = next.first { $0.yours?.hours == .humane }?.code
        var response = page(
            ConfirmationPage(
                confirmed, of: program, next: example, isSignedIn: isPossible, in: frame(of: secret),
                server: configuration.addresses.base))
        if isPossible { try await signedIn.keep(confirmed.token, of: request, in: &response) }
        return response
    }

    /// What stands in the address; it is shown again, so it has to be one of ours by its looks.
    private func secret(in context: MeridianRequestContext) throws -> String {
        let text = try context.parameter("secret")
        guard text.utf8.count == 52, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw Refusal(.notFound, "that link is not whole; open it as it stands in the mail")
        }
        return text
    }

    private func signUp(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        let program = try await liveProgram(in: context)
        guard joining(program) != .invited else {
            throw HTTPError(.methodNotAllowed, headers: [.allow: "GET, HEAD"], message: "this can only be read")
        }
        var shown = SignUpPage(of: program, joining: joining(program), in: frame(program), zone: "")
        do {
            let form = try await Form(of: ["name", "email", "zone"], in: request.body)
            shown.name = try form.text("name")
            shown.email = try form.text("email")
            shown.zone = try form.text("zone")
            _ = try await client(request, context).ask(
                AskToJoin(
                    program: program.name, name: shown.name, email: EmailAddress(shown.email),
                    zone: service.zones.name(meantBy: shown.zone)))
            shown.isReceived = true
            return page(shown)
        } catch  where Failure(error).kind.status < 500 {
            shown.problem = Failure(error).wordsElsewhere
            return page(shown, status: Problem(error).httpStatus)
        }
    }

    /// The program, unless it is archived: there is no form by which nobody can join.
    private func liveProgram(in context: MeridianRequestContext) async throws -> ProgramView {
        let program = try await service.program(context.parameter("program"))
        if let note = program.archiveNote { throw Refusal(.notFound, "nobody joins \(program.name) any more. \(note)") }
        return program
    }

    private func joining(_ program: ProgramView) -> Joining { program.join ?? configuration.joining }

    private func client(_ request: Request, _ context: MeridianRequestContext) -> Client {
        let peer = Peer(of: request, through: context.channel)
        return visitors.client(as: .nobody, door: limit.door(for: peer, isOpen: configuration.isOpenToAll))
    }

    private func frame(_ program: ProgramView) -> PageFrame { pages.frame("/\(program.name)/join", nil) }

    private func frame(of secret: String) -> PageFrame { pages.frame("/sign-ups/\(secret)", nil) }

    private func page(_ page: SignUpPage, status: HTTPResponse.Status = .ok) -> Response {
        signedIn.respond(pages.templates.signUp(page), status)
    }

    private func page(_ page: ConfirmationPage, status: HTTPResponse.Status = .ok) -> Response {
        signedIn.respond(pages.templates.confirmation(page), status)
    }
}
