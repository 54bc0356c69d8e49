import Mentoring
import MentoringService
import Persistence
import TestSupport
import Testing
import WebServerFixture

@testable import WebServer

@Suite("What a program says of itself")
struct AboutTests {
    @Test("is shown in paragraphs, with addresses of pages as links, and nothing else as markup")
    func paragraphs() {
        let all = AboutParagraph.all(
            of:
                "Read this (https://a.example/x?y=1&z), or\nhttp://b.example.\n\n<b>Second</b> javascript:alert(1) xhttp://c"
        )
        #expect(all.count == 2)
        let links = all.map { $0.pieces.compactMap(\.link) }
        #expect(links == [["https://a.example/x?y=1&z", "http://b.example"], []])
        #expect(
            all[0].pieces.map(\.text) == [
                "Read this (", "https://a.example/x?y=1&z", "), or ", "http://b.example", ".",
            ])
        #expect(all[1].pieces.map(\.text) == ["<b>Second</b> javascript:alert(1) xhttp://c"])
        #expect(AboutParagraph.all(of: nil).isEmpty)
    }

    @Test("stands on its page, escaped, with its code of conduct")
    func page() async throws {
        let store = try SQLiteStore.inMemory()
        try await Season2027().write(to: store)
        try await store.write { database in
            guard var program = try database.program("nova") else { return }
            program.about = "For <whoever> & co.\n\nSee https://a.example/?\"x."
            program.conduct = "https://example.org/conduct"
            try database.save(program)
        }
        try await LiveServer.run(service: Season2027.service(on: store)) { server in
            let text = try await server.ask("/nova").text
            #expect(text.contains("<p dir=\"auto\">For &lt;whoever&gt; &amp; co.</p>"))
            #expect(text.contains("See <a href=\"https://a.example/?&quot;x\" rel=\"nofollow\">"))
            #expect(text.contains("<a href=\"https://example.org/conduct\">code of conduct</a>"))
            #expect(
                try await server.ask("/api/v1/programs/nova").text.contains(
                    "\"conduct\":\"https://example.org/conduct\""))
        }
    }
}
