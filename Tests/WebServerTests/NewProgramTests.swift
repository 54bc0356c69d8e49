import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import TimeZoneCatalog
import WebServerFixture

@Suite("A new program, in the browser")
struct NewProgramTests {
    private static let draft = "/me/new/draft"

    /// What somebody fills in, some of it otherwise.
    private static func filled(_ changes: [String: String?] = [:]) -> [(String, String)] {
        let usual = [
            ("name", "swift"), ("title", "Swift: \"core\" # reviews"), ("contact", "swift@canary.example"),
            ("location", "ircs://irc.example.org/swift"), ("start", "2027-02-01"), ("weeks", "4"), ("asia", "true"),
            ("europe", "true"), ("minutes", "60"), ("capacity", "12"), ("organizers", "otto@canary.example\r\n"),
            ("mentors", "Cai, cai@canary.example, tokyo\r\n\r\nBea Berg, Dr., bea@canary.example , Europe/Berlin\r\n"),
        ]
        return usual.compactMap { name, value in
            (changes[name] ?? value).map { (name, $0) }
        }
    }

    private static func programs(_ cast: Cast) async throws -> [String] {
        try await cast.service.ask(ListPrograms()).map(\.name)
    }

    /// The button of a page that does what it shows.
    private static func deed(in page: String) throws -> (path: String, fields: [(String, String)]) {
        let form = try #require(page.firstMatch(of: /action="(\/me\/do\/[^"]*)"(?s:.*?)<\/form>/), "\(page)")
        let fields = form.output.0.matches(of: /name="([^"]*)" value="([^"]*)"/).map { field in
            (String(field.1), String(field.2).unescaped)
        }
        return (String(form.output.1), fields.filter { $0.0 != "form-token" })
    }

    @Test("a form becomes its file, which is shown with what it would do, and then it is done")
    func made() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            #expect(try await olga.get("/me").text.contains("href=\"/me/new\""))
            let page = try await olga.get("/me/new").text
            #expect(page.contains("action=\"\(Self.draft)\"") && page.contains("href=\"/me/new/file\""))
            for field in ["name", "title", "contact", "location", "start", "weeks", "asia", "minutes", "mentors"] {
                #expect(page.contains("name=\"\(field)\""), "\(field)")
            }
            // A season begins on a Monday at least four weeks ahead.
            #expect(page.contains("name=\"start\" value=\"2027-02-01\""), "\(page)")
            let shown = try await olga.post(Self.draft, Self.filled())
            #expect(shown.status == 200 && shown.text.contains("Nothing is done yet"), "\(shown.text)")
            for words in ["added program swift", "Cai", "Bea Berg, Dr.", "Asia/Tokyo", "otto@canary.example"] {
                #expect(shown.text.contains(words), "\(words)")
            }
            #expect(try await Self.programs(cast) == ["nova"])
            let (path, fields) = try Self.deed(in: shown.text)
            let done = try await olga.post(path, fields)
            #expect(done.status == 303 && done["Location"]?.hasPrefix("/me/organizing/swift") == true, "\(done.text)")
            #expect(try await Self.programs(cast) == ["nova", "swift"])
            let program = try await cast.service.ask(ShowProgram(program: "swift"))
            #expect(program.title == "Swift: \"core\" # reviews" && program.capacity == 12)
            #expect(Set(program.regions) == [.asia, .europe])
            let mentors = try await cast.service.ask(ListMentors(program: "swift"))
            #expect(Set(mentors.map(\.name)) == ["Cai", "Bea Berg, Dr."] && mentors.allSatisfy { $0.slots == 0 })
            #expect(try await olga.get("/me/organizing/swift").text.contains("First steps"))
        }
    }

    @Test("nothing overwrites a program that somebody else has begun meanwhile")
    func overtaken() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let shown = try await olga.post(Self.draft, Self.filled())
            let (path, fields) = try Self.deed(in: shown.text)
            let text = fields.first { $0.0 == "text" }?.1 ?? ""
            let theirs = text.replacing("capacity: 12", with: "capacity: 3")
            #expect(theirs != text)
            _ = try await cast.service.ask(ApplyProgram(text: theirs))
            let late = try await olga.post(path, fields)
            #expect(late.status == 409 && late.text.contains("here is a program swift already"), "\(late.text)")
            let look = try await olga.post(
                "/me/look/post/programs", [("text", text), ("isNew", "true"), ("form-page", "/me")])
            #expect(look.status == 409 && look.text.contains("here is a program swift already"), "\(look.text)")
            #expect(try await cast.service.ask(ShowProgram(program: "swift")).capacity == 3)
        }
    }

    @Test("the file that was written is changed before anything is done, its short name too")
    func changed() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let shown = try await olga.post(Self.draft, Self.filled())
            let text = try Self.deed(in: shown.text).fields.first { $0.0 == "text" }?.1 ?? ""
            let form = try #require(shown.text.firstMatch(of: /action="\/me\/look\/post\/programs"(?s:.*?)<\/form>/))
            #expect(form.output.contains("name=\"isNew\" value=\"true\""), "\(form.output)")
            #expect(!form.output.contains("name=\"program\""), "\(form.output)")
            let fields = { (text: String) in
                [("text", text), ("isNew", "true"), ("form-fields", "text"), ("form-page", "/me")]
            }
            let look = try await olga.post(
                "/me/look/post/programs", fields(text.replacing("weeks: 4", with: "weeks: 5")))
            #expect(look.status == 200 && look.text.contains("added program swift"), "\(look.text)")
            let other = try await olga.post(
                "/me/do/post/programs", fields(text.replacing("program: \"swift\"", with: "program: kiwi")))
            #expect(other.status == 303, "\(other.text)")
            #expect(try await Self.programs(cast) == ["kiwi", "nova"])
        }
    }

    @Test(
        "what cannot be taken is said, all of it, and nothing of it is lost",
        arguments: [
            (["name": "Swift!"], ["is not a program&#39;s name"]),
            (["name": "api"], ["cannot be a program&#39;s name"]),
            (["name": "nova"], ["There is a program nova already"]), (["title": ""], ["The title is empty"]),
            (["title": "", "location": " "], ["The title is empty", "The place is empty"]),
            (["contact": "nobody"], ["nobody"]), (["start": "2027-02-02"], ["Monday"]), (["start": "soon"], ["soon"]),
            (["start": "2026-01-05"], ["last day, 2026-02-01, lies before today"]),
            (["mentors": String(repeating: "nobody\n", count: 30)], ["<p>10 more.</p>"]),
            (["weeks": "0"], ["a number from 1 to 104"]), (["minutes": "ten"], ["a number from 5 to 480"]),
            (["capacity": ""], ["a number from 1 to 1000"]), (["asia": nil, "europe": nil], ["No region is chosen"]),
            (["mentors": "Cai"], ["name, mail address and zone"]), (["mentors": "Cai, cai, Tokyo"], ["cai"]),
            (["mentors": "Cai, cai@canary.example, Nowhere"], ["Nowhere"]),
            (["mentors": "Ana, ana@canary.example, America/Bogota"], ["lies in americas"]),
            (
                ["mentors": "Cai, c@canary.example, Tokyo\nCai, C@canary.example, Tokyo"],
                ["c@canary.example stands there twice"]
            ),
            (["organizers": "<script>"], ["&lt;script&gt;"]),
        ] as [([String: String?], [String])])
    func refused(changes: [String: String?], words: [String]) async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let answer = try await olga.post(Self.draft, Self.filled(changes))
            #expect(answer.status == 400 && !answer.text.contains("<script>"), "\(answer.text)")
            for words in words { #expect(answer.text.contains(words), "\(words): \(answer.text)") }
            #expect(answer.text.contains("value=\"2027-02-01\"") || changes["start"] != nil)
            #expect(answer.text.contains("aria-invalid=\"true\""))
            #expect(try await Self.programs(cast) == ["nova"])
        }
    }

    @Test("it is for administrators, and everybody else is told so before they fill anything in")
    func others() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            for path in ["/me/new", "/me/new/file"] {
                let refused = try await akira.get(path)
                #expect(
                    refused.status == 403 && refused.text.contains("server's administrators"), "\(refused.text)")
                #expect(!refused.text.contains("To the program"))
                #expect(!refused.text.contains("Try again") && !refused.text.contains("<textarea"))
            }
            #expect(try await akira.post(Self.draft, Self.filled()).status == 403)
            #expect(try await !akira.get("/me").text.contains("href=\"/me/new\""))
            #expect(try await akira.server.ask("/me/new", followsRedirects: false)["Location"] == "/sign-in")
            #expect(try await Self.programs(cast) == ["nova"])
        }
    }

    @Test("the addresses that people are told lead there")
    func addresses() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            #expect(try await olga.get("/new")["Location"] == "/me/new")
            #expect(try await olga.get(Self.draft)["Location"] == "/me/new")
            #expect(try await olga.get("/nova/plan")["Location"] == "/me/plan/nova")
            #expect(try await olga.server.ask("/nova/plan", followsRedirects: false)["Location"] == "/me/plan/nova")
            // A file that somebody has is brought, too.
            let page = try await olga.get("/me/new/file").text
            #expect(page.contains("This is an example") && page.contains("See what that would change"))
            let shown = try await olga.post(Self.draft, Self.filled())
            let text = try Self.deed(in: shown.text).fields.first { $0.0 == "text" }
            let fields = [("text", text?.1 ?? ""), ("form-page", "/me")]
            let look = try await olga.post("/me/look/post/programs", fields)
            #expect(look.status == 200 && look.text.contains("added program swift"), "\(look.text)")
            #expect(try await olga.post("/me/do/post/programs", fields).status == 303)
            #expect(try await Self.programs(cast) == ["nova", "swift"])
        }
    }
}

extension String {
    /// What stands in an attribute of HTML.
    fileprivate var unescaped: String {
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(self) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
