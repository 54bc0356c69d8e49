import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

extension SignInRoutes {
    /// The pages by which somebody joins without knowing anybody: a form, and the button behind the link that is mailed.
    func addJoining(to router: MeridianRouter) {
        router.get("{program}/join") { [self] request, context in
            let program = try await liveProgram(in: context)
            guard joining(program) != .invited else {
                throw Refusal(.notFound, "\(program.name) is joined by invitation; ask \(program.contact)")
            }
            let zone = try Query(request).zone(in: service.zones)?.name ?? ""
            let frame = try await pages.frame(for: request)
            return page(SignUpPage(of: program, joining: joining(program), in: frame, zone: zone))
        }
        router.post("{program}/join") { [self] request, context in try await signUp(request, context) }
        router.get("sign-ups/{secret}") { [self] request, context in
            // Programs that look for bad links open this too, so it only shows.
            let secret = try secret(in: context)
            let proposal = try await service.signUpProposal(secret, joining: configuration.joining)
            return page(ConfirmationPage(proposal, in: try await pages.frame(for: request)))
        }
        router.post("sign-ups/{secret}") { [self] request, context in
            try await confirm(secret(in: context), request)
        }
    }

    /// Lets somebody in, and signs their browser in; the seat that waits for them is taken by the same click.
    private func confirm(_ secret: String, _ request: Request) async throws -> Response {
        let form = try await Form(of: ["program", "name", "zone", SignInLinkPage.thenName], in: request.body)
        let wish = form[SignInLinkPage.thenName].flatMap(SeatWish.init)
        let asked = ConfirmJoining(
            secret: secret, program: form["program"], name: form["name"],
            zone: form["zone"].map(service.zones.name(meantBy:)))
        let proposal = try await service.signUpProposal(secret, joining: configuration.joining)
        let isPossible = configuration.sessionCookie.isPossible
        let confirmed: SignUpConfirmed
        do {
            confirmed = try await visitors.client(as: .nobody, in: isPossible ? request : nil).ask(asked)
        } catch  where Failure(error).kind.status < 500 {
            var shown = ConfirmationPage(proposal, typed: asked, in: try await pages.frame(for: request))
            shown.problem = FormProblem(error, name: asked.name, zone: asked.zone, zones: service.zones)
            return page(shown, status: Problem(error).httpStatus)
        }
        let seat = proposal.seat.flatMap { SessionCode($0.session) }
        let program = try await service.program(confirmed.program)
        if isPossible, let wish, let seat, seat.program == confirmed.program, confirmed.joined.state == .joined {
            let result = SignedIn(confirmed, session: seat.description)
            return try await response(to: request, result, taking: wish)
        }
        let next = try await service.sessions(
            of: program.name, upcoming: true, for: Viewer(email: confirmed.joined.person.email))
        let example = next.first { $0.yours?.hours == .humane }?.code
        // Whoever joins is signed in by it.
        let visitor = isPossible ? try await visitors.visitor(by: confirmed.token) : nil
        var response = page(
            ConfirmationPage(
                confirmed, of: program, next: example, isSignedIn: isPossible,
                in: pages.frame(for: request, by: visitor), server: configuration.addresses.base))
        if isPossible { response.headers.append(contentsOf: try await keep(confirmed.token, of: request)) }
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
        let frame = try await pages.frame(for: request)
        var shown = SignUpPage(of: program, joining: joining(program), in: frame, zone: "")
        do {
            let form = try await Form(of: ["name", "email", "zone"], in: request.body)
            shown.name = try form.text("name")
            shown.email = try form.text("email")
            shown.zone = try form.text("zone")
            _ = try await stranger(at: request, context).ask(
                AskToJoin(
                    program: program.name, name: shown.name, email: EmailAddress(shown.email),
                    zone: service.zones.name(meantBy: shown.zone)))
            shown.isReceived = true
            return page(shown)
        } catch  where Failure(error).kind.status < 500 {
            shown.problem = FormProblem(
                error, name: shown.name, email: shown.email, zone: shown.zone, zones: service.zones)
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

    private func page(_ page: SignUpPage, status: HTTPResponse.Status = .ok) -> Response {
        pages.respond(pages.templates.signUp(page), status: status)
    }

    private func page(_ page: ConfirmationPage, status: HTTPResponse.Status = .ok) -> Response {
        pages.respond(pages.templates.confirmation(page), status: status)
    }
}
