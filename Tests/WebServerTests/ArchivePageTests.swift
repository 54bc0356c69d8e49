import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import WebServer
import WebServerFixture

@Suite("The pages of a program that is archived")
struct ArchivePageTests {
    private static let note = "Archived on Fri 1 January 2027: it can be read, and nothing new happens in it."

    @Test(
        "say so and since when, and offer nothing that would be refused; calendars go on, and it ends when it is reopened"
    )
    func pages() async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let session = "/nova/nova-202701-w01-asia"
            let feed = try await server.ask("/nova.ics").text
            for path in ["/", "/nova", "/nova/seasons/202701", session] {
                #expect(try await !server.ask(path).text.contains("Archived"), "\(path)")
            }
            _ = try await service.ask(ArchiveProgram(program: "nova"))
            for path in ["/", "/nova", "/nova/seasons/202701", session] {
                let page = try await server.ask(path)
                #expect(page.status == 200)
                #expect(page.text.contains(Self.note), "\(path)")
                #expect(!page.text.contains("meridian enroll") && !page.text.contains("/nova/join"), "\(path)")
                #expect(!page.text.contains("{{"))
            }
            for method in [HTTPMethod.GET, .POST] {
                let join = try await server.ask(
                    "/nova/join", method: method, headers: [("Content-Type", "application/x-www-form-urlencoded")],
                    body: method == .POST ? Array("name=A&email=a%40example.net&zone=Africa%2FLagos".utf8) : [])
                #expect(join.status == 404)
                #expect(!join.text.contains("name=\"email\""))
            }
            #expect(try await service.mailedSecrets().isEmpty)
            #expect(try await server.ask("/nova.ics").text == feed)
            #expect(try await server.ask("/nova/season.svg").status == 200)
            let json = try await server.ask("/api/v1/programs/nova").text
            #expect(json.contains("\"archived\":true") && json.contains("\"archivedSince\":\"2027-01-01T00:00:00Z\""))
            _ = try await service.ask(ReopenProgram(program: "nova"))
            #expect(try await server.ask("/nova").text.contains("/nova/join"))
            #expect(try await server.ask(session).text.contains("meridian enroll"))
        }
    }

    @Test("has nothing for its organizers but what opens it again, and moves somebody")
    func organizing() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            _ = try await cast.service.ask(ArchiveProgram(program: "nova"))
            let page = try await olga.get("/me/organizing/nova").text
            let forms = page.matches(of: /action="\/me\/(?:do|look)\/([^"]*)"/).map { String($0.1) }
            #expect(Set(forms) == ["delete/programs/nova/archive", "post/people/moves"], "\(forms)")
            #expect(!page.contains("<h3>Add a mentor") && page.contains("<h2>Mentors</h2>"))
        }
    }
}
