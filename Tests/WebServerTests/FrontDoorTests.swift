import MentoringService
import NIOHTTP1
import Persistence
import Testing
import WebServer
import WebServerFixture

@Suite("The front door")
struct FrontDoorTests {
    @Test(
        "answers from memory what the router answers",
        arguments: ["/nova", "/", "/nova.ics", "/nova/season.svg", "/nova.txt"])
    func same(path: String) async throws {
        try await LiveServer.run { server in
            let made = try await server.ask(path)
            let tag = try #require(made["ETag"])
            for (method, headers, status) in [
                (.GET, [], 200), (.HEAD, [], 200), (.GET, [("if-NONE-match", tag)], 304),
                (.GET, [("If-None-Match", "\"a\""), ("If-None-Match", tag)], 304),
            ] as [(HTTPMethod, [(String, String)], UInt)] {
                let ready = try await server.ask(path, method: method, headers: headers)
                #expect(ready.status == status && ready.body == (method == .GET && status == 200 ? made.body : []))
                for (name, value) in made.headers where name != "Date" {
                    let isOfBody = status == 304 && ["Content-Type", "Content-Length"].contains(name)
                    #expect(ready[name] == (isOfBody ? nil : value), "\(name) of \(method) \(status)")
                }
                #expect(ready["Date"] != nil && ready.headers.count == made.headers.count - (status == 304 ? 2 : 0))
            }
            let ready = try await server.ask("/metrics").text
            #expect(ready.contains(/result="not_modified"\} 2\n/) && ready.contains(/result="hit"\} 2\n/))
        }
    }

    @Test("keeps to the order of requests, be they answered from memory or by the router")
    func order() async throws {
        try await LiveServer.run(service: Season2027().service(), limits: .patient) { server in
            _ = try await server.ask("/nova")
            let connection = try RawConnection(port: server.port)
            let paths = ["/nova", "/api/v1/programs", "/nova", "/nova/nova-202701-w01-asia", "/nova", "/nova"]
            connection.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
            connection.send("GET /nova HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc")
            connection.send("HEAD /nova HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let answers = await connection.wholeAnswer().split(separator: "HTTP/1.1 ")
            #expect(answers.count == 8 && answers.allSatisfy { $0.hasPrefix("200") })
            for place in [0, 2, 4, 5, 6] {
                #expect(answers[place].contains("<title>Nova core reviewer training</title>"))
            }
            #expect(answers[1].contains("application/json") && answers[3].contains("nova-202701-w01-asia</code>"))
            #expect(answers[7].contains("Connection: close") && answers[7].hasSuffix("\r\n\r\n"))
            #expect(!connection.wasReset)
        }
    }

    @Test(
        "hangs up after an answer from memory when that is the last",
        arguments: ["GET /nova HTTP/1.0\r\n\r\n", "GET /nova HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n"])
    func last(request: String) async throws {
        try await LiveServer.run(service: Season2027().service(), limits: .patient) { server in
            _ = try await server.ask("/nova")
            let connection = try RawConnection(port: server.port)
            connection.send(request)
            let answer = await connection.wholeAnswer()
            #expect(answer.contains("200 OK") && answer.contains("Connection: close") && answer.hasSuffix("</html>\n"))
            #expect(!connection.wasReset)
        }
    }

    @Test("answers all of those who say at once that nothing follows")
    func halfClosed() async throws {
        try await LiveServer.run(service: Season2027().service(), limits: .patient) { server in
            let page = try await server.ask("/nova").text
            for number in [1, 2, 200] {
                let connection = try RawConnection(port: server.port)
                for _ in 0..<number { connection.send("GET /nova HTTP/1.1\r\nHost: a\r\n\r\n") }
                connection.finish()
                let answers = await connection.wholeAnswer().split(separator: "HTTP/1.1 200 OK\r\n")
                #expect(answers.count == number && answers.allSatisfy { $0.hasSuffix(page) } && !connection.wasReset)
            }
        }
    }

    @Test("hangs up on whoever asks nothing more, in order")
    func idle() async throws {
        var limits = ServerLimits.patient
        // Longer than a busy machine takes to hand a request over.
        limits.idle = .seconds(2)
        try await LiveServer.run(service: Season2027().service(), limits: limits) { server in
            _ = try await server.ask("/nova")
            for path in ["/nova", "/healthz", nil] {
                let connection = try RawConnection(port: server.port)
                if let path { connection.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
                let answer = await connection.wholeAnswer()
                #expect(answer.hasPrefix("HTTP/1.1 200") == (path != nil) && !connection.wasReset)
            }
        }
    }
}
