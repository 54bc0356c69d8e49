import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

@Suite("What was filled in wrongly")
struct FormProblemTests {
    @Test(
        "has the focus, and says what is wrong with it",
        arguments: [
            ("", "ann@example.net", "Africa/Lagos", "name"), ("Ann", "nobody", "Africa/Lagos", "email"),
            ("Ann", "ann@example.net", "Nowhere", "zone"), ("\u{202E}Ann", "nobody", "Nowhere", "name"),
        ])
    func joining(name: String, email: String, zone: String, field: String) async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let page = try await Browser(server: server).post(
                "/nova/join", [("name", name), ("email", email), ("zone", zone)])
            #expect(page.status == 400)
            let marked = page.text.matches(of: /<input id="([a-z]+)"[^>]*aria-invalid="true"[^>]*autofocus/).map(\.1)
            #expect(marked == [Substring(field)] && page.text.contains("id=\"problem\">"), "\(page.text)")
        }
    }

    @Test("what is no field's has the focus itself")
    func refused() async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(PauseProgram(program: "nova"))
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let page = try await Browser(server: server).post(
                "/nova/join", [("name", "Ann"), ("email", "ann@example.net"), ("zone", "Africa/Lagos")])
            #expect(
                page.text.contains("id=\"problem\" tabindex=\"-1\" autofocus") && !page.text.contains("aria-invalid"))
        }
    }

    @Test("on a page of one's own is asked for again, with everything that was typed in")
    func again() async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(
            JoinProgram(program: "nova", name: "Ada", email: EmailAddress("ada@canary.example"), zone: "Asia/Tokyo"))
        try await LiveServer.run(service: service) { server in
            let ada = try await SignedInBrowser(of: "ada@canary.example", at: service, on: server)
            let own = [("form-key", "1"), ("form-page", "/me/settings")]
            let zone = try await ada.post(
                "/me/do/put/person", [("name", "Ada <b>"), ("zone", "Nowhere"), ("form-fields", "name zone")] + own)
            #expect(zone.status == 400 && zone.text.contains("value=\"Ada &lt;b&gt;\"") && !zone.text.contains("<b>"))
            #expect(zone.text.contains(/value="Nowhere"[^>]*data-zones="[^"]+"[^>]*aria-invalid="true"[^>]*autofocus/))
            #expect(zone.text.contains("href=\"/me/settings\"") && zone.text.contains("Try again"))
            // The form that is shown again is as good as the first.
            let fields = ["form-token", "form-key", "form-page", "form-fields"].map { ($0, zone.hidden($0) ?? "") }
            let body = fields + [("name", "Ada B"), ("zone", "Lagos")]
            let done = try await ada.post(
                "/me/do/put/person", body.filter { $0.0 != "form-token" }, token: zone.hidden("form-token"))
            #expect(done.status == 303)
            #expect(try await ada.get("/me/settings").text.contains("Africa/Lagos"))
            // Names of fields that the request does not have ask for nothing.
            let odd = try await ada.post(
                "/me/do/put/person", [("name", ""), ("zone", "Nowhere"), ("form-fields", "email <i> form-token")] + own)
            #expect(odd.status == 400 && !odd.text.contains("Try again") && !odd.text.contains("<i>"))
        }
    }
}
