import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import WebServerFixture

@Suite("A form’s fields in which what stood there was left")
struct UntouchedFieldTests {
    /// What a page's form of a request says of what stood in its fields.
    private static func standing(in page: String, of path: String) throws -> String {
        let form = try #require(page.split(separator: "action=\"\(path)\"").dropFirst().first)
        let value = try #require(form.firstMatch(of: /name="form-stood" value="([^"]*)"/)).1
        return String(value).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    @Test("say nothing where another was changed: what was set meanwhile stays")
    func settings() async throws {
        try await Cast.run(as: .trainee) { priya, cast in
            let path = "/me/do/put/person"
            let stood = try Self.standing(in: try await priya.get("/me/settings").text, of: path)
            let email = try EmailAddress("priya@canary.example")
            _ = try await cast.service.ask(SetPerson(zone: "Europe/Paris", reminders: .off), as: email)
            let done = try await priya.post(
                path,
                [
                    ("name", "Priya R"), ("zone", "Asia/Tokyo"), ("reminders", "on"),
                    ("form-fields", "name zone reminders"), ("form-stood", stood), ("form-page", "/me/settings"),
                ])
            #expect(done.status == 303, "\(done.text)")
            let now = try await cast.store.read { transaction in
                let person = try #require(try transaction.person(email))
                return "\(person.name), \(person.zone), \(try transaction.wantsReminders(person.id))"
            }
            #expect(now == "Priya R, Europe/Paris, false")
        }
    }

    @Test("say nothing in what is looked at first either, from the look to the deed")
    func limits() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            let look = "/me/look/put/programs/nova/mentors/terms"
            let page = try await akira.get("/me/mentoring/nova").text
            let stood = try Self.standing(in: page, of: look)
            let email = try EmailAddress("mentor-asia@canary.example")
            _ = try await cast.service.ask(SetMentor(program: "nova", email: email, maxPerMonth: 3))
            let fields = [
                ("maxPerMonth", "4"), ("minGapWeeks", "3"), ("form-fields", "maxPerMonth minGapWeeks"),
                ("form-stood", stood), ("form-page", "/me/mentoring/nova"),
            ]
            let shown = try await akira.post(look, fields)
            #expect(shown.status == 200 && shown.text.contains("2 becomes 3"), "\(shown.text)")
            #expect(!shown.text.contains("3 becomes 4"))
            // What was sent along comes with the button that does it.
            let deed = look.replacing("/me/look/", with: "/me/do/")
            #expect(try Self.standing(in: shown.text, of: deed) == stood)
            #expect(try await akira.post(deed, fields + [("form-seen", "yes")]).status == 303)
            let mentor = try #require(
                try await cast.service.ask(ListMentors(program: "nova")).first { $0.email == email })
            #expect((mentor.maxPerMonth, mentor.minGapWeeks) == (3, 3))
        }
    }

    @Test("leave a mentor who is added again the share that they have")
    func weight() async throws {
        try await Cast.run(as: .organizer) { organizer, cast in
            let page = try await organizer.get("/me/organizing/nova").text
            let path = "/me/do/post/programs/nova/mentors"
            let stood = try Self.standing(in: page, of: path.replacing("/me/do/", with: "/me/look/"))
            let email = try EmailAddress("seoyeon@canary.example")
            let add = { (weight: Int?) in
                AddMentor(program: "nova", name: "Seoyeon", email: email, zone: "Asia/Seoul", weight: weight)
            }
            _ = try await cast.service.ask(add(2))
            let fields = [
                ("name", "Seoyeon"), ("email", "\(email)"), ("zone", "Asia/Seoul"), ("weight", "1"),
                ("form-fields", "name email zone weight"), ("form-stood", stood), ("form-page", "/me"),
                ("form-seen", "yes"),
            ]
            #expect(try await organizer.post(path, fields).status == 303)
            let weight = try await cast.store.read { transaction in
                try transaction.mentors(of: "nova").first { $0.person.email == email }?.weight
            }
            #expect(weight == 2)
        }
    }

    @Test(
        "are looked at where nothing else was filled in, and say nothing that is new; one that is no list of them is none",
        arguments: [nil, "", "{", "[]", "{\"name\":1}"])
    func none(forged: String?) async throws {
        try await Cast.run(as: .trainee) { priya, cast in
            let path = "/me/do/put/person"
            let stood = try Self.standing(in: try await priya.get("/me/settings").text, of: path)
            let done = try await priya.post(
                path,
                [
                    ("name", "Priya"), ("zone", "Asia/Tokyo"), ("reminders", "on"),
                    ("form-fields", "name zone reminders"), ("form-stood", forged ?? stood),
                    ("form-page", "/me/settings"),
                ])
            #expect(done.status == 303, "\(done.text)")
            let email = try EmailAddress("priya@canary.example")
            let person = try await cast.store.read { try $0.person(email) }
            #expect((person?.name, person?.zone.name) == ("Priya", "Asia/Tokyo"))
        }
    }
}
