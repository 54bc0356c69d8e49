import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

/// What somebody does to others, or to themself for long, by a form of a page.
struct SeenFirstCase: Sendable, CustomTestStringConvertible {
    let asker: Asker
    /// Where its form stands.
    let page: String
    /// Where that is sent, behind what it is sent for.
    let path: String
    var fields: [(String, String)] = []
    /// What is said of it, before and after.
    let words: String
    /// Where the button leads that takes it back; nil where nothing does.
    let undo: String?

    var testDescription: String { path }

    private static let office = "/me/organizing/nova", settings = "/me/settings"

    static let all = [
        SeenFirstCase(
            asker: .trainee, page: "/me", path: "post/duty-turns/nova-202701-w03-triage/offer",
            words: "nova-202701-w03-triage is offered to Ravi (0 weeks); 1 person is told",
            undo: "delete/duty-turns/nova-202701-w03-triage/offer"),
        SeenFirstCase(
            asker: .trainee, page: "/me", path: "delete/duty-turns/nova-202701-w04-triage/offer",
            words: "nova-202701-w04-triage stays yours", undo: "post/duty-turns/nova-202701-w04-triage/offer"),
        SeenFirstCase(
            asker: .trainee, page: settings, path: "delete/programs/nova/nicknames/pri",
            words: "pri is nobody in nova any more; it was Priya", undo: "post/programs/nova/nicknames"),
        SeenFirstCase(
            asker: .organizer, page: office, path: "delete/freezes/1", words: "is removed: freeze",
            undo: "post/programs/nova/freezes"),
        SeenFirstCase(
            asker: .organizer, page: office, path: "put/programs/nova/pause",
            words: "nova pauses: nobody can sign up or propose a change, and its mail waits",
            undo: "delete/programs/nova/pause"),
        SeenFirstCase(
            asker: .organizer, page: office, path: "put/programs/nova/organizers/_",
            fields: [("email", "zoe@canary.example"), ("form-fields", "email")],
            words: "zoe@canary.example organizes nova from now on; no mail says so",
            undo: "delete/programs/nova/organizers/zoe%40canary.example"),
        SeenFirstCase(
            asker: .organizer, page: office, path: "delete/programs/nova/organizers/otto%40canary.example",
            words: "otto@canary.example organizes nova no more",
            undo: "put/programs/nova/organizers/otto%40canary.example"),
        SeenFirstCase(
            asker: .organizer, page: office, path: "put/programs/nova/organizers/_",
            fields: [("email", "otto@canary.example"), ("form-fields", "email")],
            words: "otto@canary.example organizes nova already", undo: nil),
        SeenFirstCase(
            asker: .organizer, page: office, path: "post/programs/nova/mentors",
            fields: [
                ("name", "Zoe"), ("email", "zoe@canary.example"), ("zone", "Asia/Tokyo"), ("weight", "1"),
                ("form-fields", "name email zone weight"),
            ], words: "on the clock of Asia/Tokyo: at most 2 a month, 2 weeks apart", undo: nil),
        SeenFirstCase(
            asker: .organizer, page: office, path: "post/programs/nova/mentors",
            fields: [
                ("name", "Akira"), ("email", "mentor-asia@canary.example"), ("zone", "Asia/Tokyo"), ("weight", "2"),
                ("form-fields", "name email zone weight"),
            ], words: "Akira is a mentor already", undo: nil),
        SeenFirstCase(
            asker: .organizer, page: office, path: "put/reviews/2/acceptance",
            words: "everybody sees review 2 from now on: Unseen", undo: nil),
    ]
}

/// Forms that did something to somebody, or took something away, without having said so.
@Suite("What a form does is seen first, and said afterwards")
struct SeenFirstTests {
    @Test("with who is concerned and what takes it back, and no command for it", arguments: SeenFirstCase.all)
    func each(known: SeenFirstCase) async throws {
        try await Cast.run(as: known.asker, at: "2027-01-06T10:00:00Z") { browser, _ in
            let page = try await browser.get(known.page).text
            #expect(page.contains("action=\"/me/look/\(known.path)\""), "\(known.path)")
            #expect(!page.contains("action=\"/me/do/\(known.path)\""))
            let fields = known.fields + [("form-key", "k"), ("form-page", known.page)]
            let look = try await browser.post("/me/look/\(known.path)", fields)
            #expect(look.status == 200 && look.text.contains(known.words), "\(look.text)")
            #expect(look.text.contains("Nothing is done yet") && look.text.contains("action=\"/me/do/\(known.path)\""))
            for (name, value) in known.fields where name != "form-fields" {
                #expect(look.text.contains("name=\"\(name)\" value=\"\(value)\""), "\(name)")
            }
            let back = try #require(try await browser.post("/me/do/\(known.path)", fields)["Location"])
            let told = try await browser.get(back).text
            let note = try #require(told.firstMatch(of: /<section class="done"(?s:.*?)<\/section>/), "\(told)").output
            #expect(note.contains(known.words) && !note.contains("meridian "), "\(note)")
            #expect(note.contains("action=\"/me/look/\(known.undo ?? "")") == (known.undo != nil), "\(note)")
        }
    }

    @Test("somebody who takes their own rights comes back to where they still may be, and reads it")
    func ownRights() async throws {
        let cast = try await Cast()
        let otto = "otto@canary.example"
        try await LiveServer.run(service: cast.service) { server in
            _ = try await cast.service.ask(
                JoinProgram(program: "nova", name: "Otto", email: EmailAddress(otto), zone: "Asia/Tokyo"))
            let browser = try await SignedInBrowser(of: otto, at: cast.service, on: server)
            let path = "delete/programs/nova/organizers/otto%40canary.example"
            let page = try await browser.get("/me/organizing/nova").text
            let form = try #require(
                page.firstMatch(of: /action="\/me\/look\/delete\/programs\/nova\/organizers\/otto(?s:.*?)<\/form>/))
            #expect(form.output.contains("name=\"form-page\" value=\"/me\""))
            let done = try await browser.post("/me/do/\(path)", [("form-key", "k"), ("form-page", "/me")])
            let told = try await browser.get(try #require(done["Location"]))
            #expect(told.status == 200 && told.text.contains("organizes nova no more"), "\(told.text)")
            // They cannot take it back themself.
            #expect(!told.text.contains("Make them an organizer again"))
            // A second press says that it was done, and a form of another page what it always says.
            let again = try await browser.post("/me/do/\(path)", [("form-key", "k"), ("form-page", "/me")])
            #expect(again.status == 303 && again["Location"]?.contains("?done-before=") == true, "\(again.text)")
            for key in ["other", ""] {
                #expect(try await browser.post("/me/do/\(path)", [("form-key", key)]).status == 403)
            }
            // Nobody else is told by that key, and somebody without the right is told of it before of what is wrong.
            let ravi = try await SignedInBrowser(of: "ravi@canary.example", at: cast.service, on: server)
            #expect(try await ravi.post("/me/do/\(path)", [("form-key", "k"), ("form-page", "/me")]).status == 403)
            let wrong = [("form-key", "k"), ("email", ""), ("form-fields", "email")]
            #expect(try await ravi.post("/me/do/\(path)", wrong).status == 403)
        }
    }

    @Test("what is filled in for an address is asked for, kept by “Try again”, and nobody's where it is empty")
    func address() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let path = "/me/look/put/programs/nova/organizers/_"
            let page = try await olga.get("/me/organizing/nova").text
            let form = try #require(
                page.firstMatch(of: /action="\/me\/look\/put\/programs\/nova\/organizers\/_"(?s:.*?)<\/form>/))
            #expect(form.output.contains("name=\"email\""), "\(form.output)")
            let wrong = try await olga.post(path, [("email", "nobody at all"), ("form-fields", "email")])
            #expect((400..<500).contains(wrong.status) && wrong.text.contains("value=\"nobody at all\""))
            let empty = try await olga.post(path, [("email", ""), ("form-fields", "email")])
            #expect(empty.status == 400, "\(empty.text)")
            #expect(
                empty.text.contains("Email is missing; expected a mail address or a name of at most 254 characters."))
            // What no form asked for stays what the address says.
            let other = try await olga.post(
                "/me/do/put/programs/nova/organizers/ravi%40canary.example", [("email", "priya@canary.example")])
            #expect(other.status == 303)
            let organizers = try await cast.service.ask(ListOrganizers(program: "nova")).map(\.email.description)
            #expect(organizers.contains("ravi@canary.example") && !organizers.contains("priya@canary.example"))
        }
    }
}
