import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import ICalendar
import Mentoring
import TimeZoneCatalog

/// The pages by which somebody joins without knowing anybody: a form, and the button behind the link that is mailed.
struct SignUpRoutes {
    let office: TrainingOffice
    let calendar: CalendarEncoder
    let configuration: ServerConfiguration
    let pages: PageRoutes

    func add(to router: MeridianRouter) {
        if configuration.isOpenToAll {
            router.get("{program}/join") { [self] request, context in
                let program = try await office.program(context.parameter("program"))
                let zone = try Query(request).zone(in: office.zones)?.name ?? ""
                return page(SignUpPage(of: program, in: frame(program), zone: zone))
            }
            router.post("{program}/join") { [self] request, context in try await signUp(request, context) }
        }
        router.get("sign-ups/{secret}") { [self] _, context in
            page(ConfirmationPage(in: frame(of: try secret(in: context)), server: configuration.addresses.base))
        }
        router.post("sign-ups/{secret}") { [self] _, context in
            let secret = try secret(in: context)
            let confirmed = try await desk.ask(ConfirmJoining(secret: secret))
            let program = try await office.program(confirmed.program)
            let next = try await office.sessions(
                of: program.name, upcoming: true, for: Viewer(email: confirmed.joined.person.email))
            return page(
                ConfirmationPage(
                    confirmed, of: program, next: next.first { $0.yours?.hours == .humane }?.code,
                    in: frame(of: secret), server: configuration.addresses.base))
        }
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
        let program = try await office.program(context.parameter("program"))
        let body = try await request.body.whole()
        var shown = SignUpPage(of: program, in: frame(program), zone: "")
        do {
            let form = try Form(body, of: ["name", "email", "zone"])
            shown.name = try form.text("name")
            shown.email = try form.text("email")
            shown.zone = try form.text("zone")
            _ = try await desk.ask(
                AskToJoin(
                    program: program.name, name: shown.name, email: EmailAddress(shown.email), zone: shown.zone))
            shown.isReceived = true
            return page(shown)
        } catch let error as BadInput {
            shown.problem = error.description
        } catch let error as TimeZoneCatalogError {
            shown.problem = error.message
        }
        return page(shown, status: .badRequest)
    }

    private var desk: OfficeDesk {
        OfficeDesk(
            office, principal: .nobody, addresses: configuration.addresses, reader: CalendarReader(zones: office.zones),
            writer: calendar, isOpenToAll: configuration.isOpenToAll)
    }

    private func frame(_ program: ProgramView) -> PageFrame { pages.frame("/\(program.name)/join", nil) }

    private func frame(of secret: String) -> PageFrame { pages.frame("/sign-ups/\(secret)", nil) }

    private func page(_ page: SignUpPage, status: HTTPResponse.Status = .ok) -> Response {
        response(pages.templates.signUp(page), status)
    }

    private func page(_ page: ConfirmationPage) -> Response { response(pages.templates.confirmation(page), .ok) }

    /// It is about one person, so nothing in between may keep it.
    private func response(_ html: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
