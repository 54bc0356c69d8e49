import Foundation
import FoundationXML
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

@Suite("A program’s news")
struct AtomTests {
    @Test("are an Atom feed of what was fixed or called off, the latest first, which other sites may read")
    func feed() async throws {
        let season = Season2027(title: "Nova & <b>friends</b>", mentor: "A < B")
        try await LiveServer.run(season) { server in
            let answer = try await server.ask("/nova.atom")
            #expect(answer.status == 200 && answer["Content-Type"] == "application/atom+xml; charset=utf-8")
            #expect(answer["Access-Control-Allow-Origin"] == "*" && answer["Cache-Control"] == "public, max-age=300")
            #expect(answer["Last-Modified"] == "Tue, 01 Dec 2026 10:00:00 GMT")
            let tag = try #require(answer["ETag"])
            #expect(try await server.ask("/nova.atom", headers: [("If-None-Match", tag)]).status == 304)
            let feed = try AtomReading(answer.body)
            #expect(feed.title == "Nova & <b>friends</b>" && feed.updated == "2026-12-01T10:00:00Z")
            #expect(feed.entries.count == 3, "the tentative one is no news")
            let ids = Set(feed.entries.compactMap { $0["id"] } + [feed.id])
            #expect(
                ids.count == 4 && ids.allSatisfy { $0.contains(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) }
            )
            let titles = feed.entries.compactMap { $0["title"] }
            #expect(titles.contains("Asia, week 1, Tue 5 January 2027, 17:00 Asia/Tokyo"))
            #expect(titles.contains("Cancelled: Europe, week 1, Wed 6 January 2027, 18:00 Europe/Berlin"))
            #expect(
                feed.entries.allSatisfy { $0["summary"]?.contains("with A < B, at ") == true && $0["updated"] != nil })
            #expect(feed.links.contains("https://training.example.org/nova.atom"))
            #expect(feed.links.contains("https://training.example.org/nova/nova-202701-w01-asia"))
            #expect(!answer.text.contains("canary"))
            #expect(try await server.ask("/nova").text.contains("type=\"application/atom+xml\""))
            for path in ["/nvoa.atom", "/.atom", "/NOVA.atom", "/a%2Fb.atom"] {
                #expect(try await server.ask(path).status == 404, "\(path)")
            }
        }
    }

    @Test("keep an entry’s name for good, whatever becomes of the session")
    func names() async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service) { server in
            let before = try AtomReading(await server.ask("/nova.atom").body)
            _ = try await service.ask(CancelSession(session: "nova-202701-w01-asia", reason: "ill & <away>"))
            let after = try AtomReading(await server.ask("/nova.atom").body)
            #expect(Set(before.entries.compactMap { $0["id"] }) == Set(after.entries.compactMap { $0["id"] }))
            #expect(after.entries.first?["title"]?.hasPrefix("Cancelled: Asia, week 1") == true)
            #expect(after.entries.first?["summary"]?.contains("Why it was cancelled: ill & <away>.") == true)
        }
    }

    @Test("and calendars and public JSON are open to other sites, somebody’s own are not")
    func otherSites() async throws {
        let service = try await Season2027().service()
        let organizer = try await service.token(for: "grace@example.org", as: .organizer)
        try await LiveServer.run(service: service) { server in
            for path in ["/nova.ics", "/nova/asia.ics", "/api/v1/programs", "/api/v1/programs/nova/sessions"] {
                #expect(try await server.ask(path)["Access-Control-Allow-Origin"] == "*", "\(path)")
            }
            let own = try await server.ask("/api/v1/programs", headers: [("Authorization", "Bearer \(organizer)")])
            #expect(own.status == 200 && own["Access-Control-Allow-Origin"] == nil)
            for path in ["/", "/nova", "/feeds/abc.ics", "/api/v1/outbox", "/metrics"] {
                #expect(try await server.ask(path)["Access-Control-Allow-Origin"] == nil, "\(path)")
            }
        }
    }
}

/// What Foundation's parser of XML finds in an Atom feed.
private final class AtomReading: NSObject, XMLParserDelegate {
    private(set) var entries: [[String: String]] = []
    private(set) var links: [String] = []
    private(set) var (id, title, updated) = ("", "", "")
    private var text = ""
    private var entry: [String: String]?

    init(_ bytes: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        guard parser.parse() else { throw CocoaError(.fileReadCorruptFile) }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        if name == "entry" { entry = [:] }
        if name == "link", let address = attributes["href"] { links.append(address) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "entry":
            entries += entry.map { [$0] } ?? []
            entry = nil
        case "id" where entry == nil: id = text
        case "title" where entry == nil: title = text
        case "updated" where entry == nil: updated = text
        default: entry?[name] = text
        }
    }
}
