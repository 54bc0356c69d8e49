import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

@testable import WebServer

/// A file of the size that is promised goes through a form, in which a letter may be written as nine bytes.
@Suite("A file in a form")
struct LargeFormTests {
    private static let path = "/me/look/put/sessions/nova-202701-w01-asia/attendance"

    /// The log of a chat of so many bytes, in which nearly every letter has three.
    private static func log(of bytes: Int) -> String {
        let line = "2027-01-05 17:01:00 <pri> 今日の訓練で最初の変更を読みました\n"
        let text = String(repeating: line, count: bytes / line.utf8.count)
        return text + String(repeating: "x", count: bytes - text.utf8.count)
    }

    private static func fields(_ log: String) -> [(String, String)] {
        [
            // A browser ends each line with two bytes, which are six then.
            ("chat", log.replacing("\n", with: "\r\n")), ("zone", "Asia/Tokyo"), ("ignored", ""), ("log", ""),
            ("present", ""), ("also", "true"), ("form-fields", "chat zone ignored log"), ("form-page", "/me"),
        ]
    }

    @Test("of 1 MiB is read, and one byte more is refused in words that say so")
    func limit() async throws {
        try await Cast.run(as: .mentor, at: "2027-01-06T10:00:00Z") { akira, _ in
            let most = try await akira.post(Self.path, Self.fields(Self.log(of: 1 << 20)))
            #expect(most.status == 200 && most.text.contains("Priya as pri"), "\(most.text.prefix(2000))")
            let more = try await akira.post(Self.path, Self.fields(Self.log(of: 1 << 20 + 1)))
            #expect(more.status == 400 && more.text.contains("at most 1 MiB"), "\(more.text.prefix(2000))")
        }
    }

    @Test("larger than any could be is refused before it is read, as is a long form without a file")
    func refused() async throws {
        try await Cast.run(as: .mentor) { akira, _ in
            for (path, limit) in [
                (Self.path, "a file of at most 1 MiB among them"),
                ("/api/v1/programs/nova/slots/import", "at most \(ServerLimits.bodyBytes) are taken\""),
            ] {
                let connection = try RawConnection(port: akira.server.port)
                let head =
                    "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: \(ServerLimits.fileFormBytes + 1)\r\n\r\n"
                connection.send(head)
                let answer = await connection.oneAnswer()
                #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains(limit), "\(answer)")
            }
            let reason = String(repeating: "x", count: ServerLimits.ownFormBytes)
            let long = try await akira.post(
                "/me/do/post/sessions/nova-202701-w01-asia/cancellation", [("reason", reason)])
            #expect(long.status == 413 && long.text.contains("at most \(ServerLimits.ownFormBytes) bytes"))
        }
    }
}
