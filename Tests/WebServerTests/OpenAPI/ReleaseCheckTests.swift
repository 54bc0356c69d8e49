import MentoringAPI
import NIOHTTP1
import Testing
import WebServerFixture

@testable import WebServer

@Suite("A server says which release it is")
struct ReleaseCheckTests {
    @Test("to whoever asks its API, whatever comes of it, and in no page and feed")
    func header() async throws {
        try await LiveServer.run { server in
            for path in ["/api/v1/programs", "/api/v1/feeds/personal", "/api/v1/nothing", "/api/v1/openapi.yaml"] {
                let release = try await server.ask(path)["Meridian-Release"]
                #expect(release == "\(Release.current)", "\(path)")
            }
            for path in ["/", "/nova", "/nova.ics", "/healthz"] {
                let release = try await server.ask(path)["Meridian-Release"]
                #expect(release == nil, "\(path)")
            }
        }
    }

    @Test("and answers clients of its own, of newer ones, of none, and of what is no release")
    func answered() async throws {
        try await LiveServer.run { server in
            for release in ["\(Release.current)", "9.0.0", "", "0.1", "1.2.3.4", "-1.0.0", "0.0.0x", "٠.٠.٠"] {
                let answer = try await server.ask("/api/v1/programs", headers: [("Meridian-Release", release)])
                #expect(answer.status == 200, "\(release)")
            }
        }
    }

    @Test("and tells one that is too old what to install, and does nothing")
    func tooOld() async throws {
        try await LiveServer.run { server in
            for (path, method) in [
                ("/api/v1/programs", "GET"), ("/api/v1/sessions/nova-202701-w02-asia/enrollment", "PUT"),
            ] {
                let answer = try await server.ask(
                    path, method: .init(rawValue: method), headers: [("Meridian-Release", "0.0.9")])
                #expect(answer.status == 403)
                #expect(
                    answer.text.contains(
                        "no client older than \(Release.oldestClient) understands, and yours is 0.0.9; nothing was done: install"
                    ),
                    "\(answer.text)")
            }
        }
    }

    @Test("a release is three numbers, and comes before another by the first that differs")
    func order() throws {
        let releases = ["0.0.9", "0.1.0", "0.1.10", "0.2.0", "1.0.0", "10.0.0"].compactMap { Release($0) }
        #expect(releases.count == 6 && releases == releases.shuffled().sorted())
        #expect(releases.map(\.description).compactMap { Release($0) } == releases)
        for text in ["", "1", "1.2", "1.2.3.4", "1..3", "a.b.c", "+1.0.0", "1.2.99999999999999999999"] {
            #expect(Release(text) == nil, "\(text)")
        }
        #expect(Release(0, 2, 0).refusal(ofClient: Release(0, 1, 0), oldest: Release(0, 1, 0)) == nil)
        #expect(Release(0, 2, 0).advice(onServer: Release(0, 2, 0)) == nil)
    }
}
