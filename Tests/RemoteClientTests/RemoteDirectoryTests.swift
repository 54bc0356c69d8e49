import CivilTime
import Mentoring
import RemoteClient
import Testing
import WebServerFixture

@Suite("A directory on a server")
struct RemoteDirectoryTests {
    @Test("answers as the office does")
    func sameAnswers() async throws {
        let season = Season2027(title: "Nova · 新星 \"<&>\\", mentor: "Zoë / \u{7F}é")
        let office = try await season.office()
        let viewers = [nil, "Asia/Kolkata", "America/St_Johns", "Etc/GMT+5"].map {
            Viewer(zone: $0.flatMap { TimeZoneID($0) })
        }
        try await LiveServer.run(season) { server in
            let remote = try RemoteDirectory(server: server.base)
            #expect(try await remote.programs() == office.programs())
            #expect(try await remote.program("nova") == office.program("nova"))
            for viewer in viewers {
                for upcoming in [true, false] {
                    let local = try await office.sessions(of: "nova", upcoming: upcoming, for: viewer)
                    #expect(try await remote.sessions(of: "nova", upcoming: upcoming, for: viewer) == local)
                    #expect(local.count == (upcoming ? 3 : 4))
                }
                for code in ["nova-w01-asia", "nova-w01-europe", "NOVA-w02-asia"] {
                    let local = try await office.session(code, for: viewer)
                    #expect(try await remote.session(code, for: viewer) == local)
                }
            }
        }
    }

    @Test(
        "refuses as the office does, word for word",
        arguments: [
            "nvoa", "nova-w01-aisa", "Nova", "..", "a/b", "ü x", "a?b#c&d=e%41", "%", "🌏", "api", "line\nbreak",
            "\u{1B}[31m",
        ])
    func sameRefusals(name: String) async throws {
        let office = try await Season2027().office()
        try await LiveServer.run { server in
            let remote = try RemoteDirectory(server: server.base + "/")
            for ask in Self.questions(name) {
                let local = await #expect(throws: Refusal.self) { try await ask(office) }
                let far = await #expect(throws: Refusal.self) { try await ask(remote) }
                #expect(far == local)
            }
        }
    }

    @Test("tells of an unknown zone as the office does")
    func unknownZone() async throws {
        let viewer = Viewer(zone: TimeZoneID("Europe/Berln"))
        let office = try await Season2027().office()
        var words = ""
        do { _ = try await office.session("nova-w01-asia", for: viewer) } catch { words = "\(error)" }
        #expect(words.hasPrefix("no time zone Europe/Berln; did you mean Europe/Berlin"))
        try await LiveServer.run { server in
            let remote = try RemoteDirectory(server: server.base)
            let failure = await #expect(throws: BadInput.self) {
                try await remote.session("nova-w01-asia", for: viewer)
            }
            #expect(failure?.description == words)
        }
    }

    private static func questions(
        _ name: String
    ) -> [@Sendable (any SessionDirectory) async throws -> Void] {
        [
            { _ = try await $0.program(name) },
            { _ = try await $0.sessions(of: name, upcoming: true, for: Viewer()) },
            { _ = try await $0.session(name, for: Viewer()) },
        ]
    }
}
