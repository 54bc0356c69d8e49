import NIOHTTP1
import Testing
import WebServerFixture

@Suite("Pages on the wire")
struct CompressionTests {
    private static let gzip = [("Accept-Encoding", "gzip, br")]

    @Test(
        "are compressed for whoever takes them so, with a tag of their own, and say the same",
        arguments: [
            "/", "/nova", "/nova/seasons/202701", "/nova/nova-202701-w01-asia", "/nova/season.svg", "/meridian.css",
            "/icon.svg",
        ])
    func compressed(path: String) async throws {
        try await LiveServer.run { server in
            let plain = try await server.ask(path)
            #expect(plain["Content-Encoding"] == nil)
            for _ in 1...2 {
                let small = try await server.ask(path, headers: Self.gzip)
                #expect(small.status == 200 && small["Content-Encoding"] == "gzip")
                #expect(small["Content-Type"] == plain["Content-Type"] && small.body.count < plain.body.count)
                #expect(small["Content-Length"] == String(small.body.count))
                #expect(gunzipped(small.body) == plain.body)
                #expect(small["Content-Security-Policy"] == plain["Content-Security-Policy"])
                let head = try await server.ask(path, method: .HEAD, headers: Self.gzip)
                #expect(head.body.isEmpty && head["Content-Length"] == small["Content-Length"])
                #expect(head["ETag"] == small["ETag"] && head["Content-Encoding"] == "gzip")
                for answer in [plain, small, head] {
                    #expect(answer["Vary"]?.contains("Accept-Encoding") == true)
                }
                // A copy in one coding is not taken for one in the other.
                let (whole, short) = (try #require(plain["ETag"]), try #require(small["ETag"]))
                #expect(whole != short)
                for (known, headers, status) in [
                    (short, Self.gzip, 304), (whole, [], 304), ("W/\(short)", Self.gzip, 304), (whole, Self.gzip, 200),
                    (short, [], 200), ("\(whole), \(short)", Self.gzip, 304), ("*", Self.gzip, 304),
                ] as [(String, [(String, String)], UInt)] {
                    let answer = try await server.ask(path, headers: headers + [("If-None-Match", known)])
                    #expect(answer.status == status, "\(known) \(headers)")
                    #expect(answer["ETag"] == (headers.isEmpty ? whole : short))
                    #expect(answer.body.isEmpty == (status == 304) && answer["Vary"] == plain["Vary"])
                }
            }
        }
    }

    @Test("the program's page takes at most 15 KB of it")
    func size() async throws {
        let page = try await LiveServer.run { try await $0.ask("/nova?zone=Europe/Berlin", headers: Self.gzip) }
        #expect(page.status == 200 && page.body.count < 15_000, "\(page.body.count)")
    }

    @Test(
        "go out as they are where somebody's own are made, and calendars always do",
        arguments: ["/nova.ics", "/nova/join", "/nova?a", "/api/v1/programs", "/healthz", "/nowhere"])
    func plain(path: String) async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let answer = try await server.ask(
                path, headers: Self.gzip + [("Cookie", "__Host-meridian=" + String(repeating: "a", count: 52))])
            #expect(answer["Content-Encoding"] == nil)
        }
    }

    @Test("a part of one is asked for in vain: the whole comes")
    func range() async throws {
        try await LiveServer.run { server in
            for headers in [[], Self.gzip] {
                let whole = try await server.ask("/nova", headers: headers)
                let answer = try await server.ask("/nova", headers: headers + [("Range", "bytes=0-9")])
                #expect(answer.status == 200 && answer.body == whole.body)
            }
        }
    }
}
