import Foundation
import FoundationNetworking
import Testing

/// A season as people live it: the organizer's machine, the server on it, the mail that leaves it, and a clock that the
/// script sets.
///
/// Whatever somebody reads is searched for the addresses of the others.
final class TrainingSeason {
    private let machine: CommandRunner
    private(set) var now = ""
    /// The server as it was started at `now`; nobody has asked it anything yet when there is none.
    private var server: RunningServer?

    init() throws { machine = try CommandRunner() }

    /// Sets the clock to a moment (RFC 3339).
    func at(_ moment: String) async {
        now = moment
        // A server's clock stands still, so each moment has its own.
        await server?.stop()
        server = nil
    }

    /// Where the database is.
    var database: String { machine.folder.appending(path: "meridian.db").path }

    // MARK: On the organizer's machine

    /// What a command of the organizer prints, who has the database before them.
    @discardableResult
    func organizer(_ line: String) async throws -> String {
        let outcome = try await machine.run(arguments: words(of: line), extra: ["MERIDIAN_NOW": now])
        try #require(outcome.status == 0, "meridian \(line): \(outcome.errors)")
        return outcome.output
    }

    /// Writes a file for a command to read.
    func write(_ text: String, as name: String) throws { _ = try machine.write(text, as: name) }

    /// Does what is due and delivers what waits: the mail that leaves now, by recipient.
    func mail() async throws -> [SentMail] {
        try await organizer("outbox send --to-dir mail")
        let folder = machine.folder.appending(path: "mail")
        // A run without mail makes none.
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        defer { try? FileManager.default.removeItem(at: folder) }
        let mails = try files.map { try SentMail(String(contentsOf: $0, encoding: .utf8)) }
        for mail in mails { expectNobodyElse(than: mail.to, in: mail.everything) }
        return mails.sorted { ($0.to, $0.subject) < ($1.to, $1.subject) }
    }

    // MARK: Over the network

    /// Somebody who acts with a token that the organizer made.
    func participant(_ email: String, role: String = "trainee") async throws -> Participant {
        let token = try await organizer("token create \(email) --role \(role)").prefix { $0 != "\n" }
        return Participant(email: email, token: String(token), season: self)
    }

    /// Somebody without a token.
    func stranger(_ email: String) -> Participant { Participant(email: email, token: nil, season: self) }

    /// Runs a command against the server, as whoever has the token.
    func run(_ line: String, token: String?) async throws -> CommandRunner.Outcome {
        var environment = ["MERIDIAN_NOW": now, "MERIDIAN_SERVER": try await running().address]
        environment["MERIDIAN_TOKEN"] = token
        return try await machine.run(arguments: words(of: line), extra: environment)
    }

    /// What a browser or a calendar application gets for one of the server's addresses, whatever host that names.
    func read(_ address: String, as reader: String? = nil) async throws -> String {
        let path = try #require(URLComponents(string: address)).path
        let server = try await running()
        let url = try #require(URL(string: server.address + path))
        let (data, response) = try await URLSession.shared.data(from: url)
        #expect((response as? HTTPURLResponse)?.statusCode == 200, "\(path)")
        let text = String(decoding: data, as: UTF8.self)
        expectNobodyElse(than: reader, in: text)
        return text
    }

    private func running() async throws -> RunningServer {
        if let server { return server }
        let environment = machine.environment.merging(["MERIDIAN_NOW": now]) { $1 }
        let started = try await machine.serve(environment, "--open-sign-up")
        server = started
        return started
    }
}

/// Expects that a text holds no address of a person but its reader's.
func expectNobodyElse(than reader: String?, in text: String) {
    #expect(addresses(in: text).subtracting([reader].compactMap(\.self)).isEmpty)
}

/// The addresses of people in a text.
func addresses(in text: String) -> Set<String> {
    // Lines of calendars are folded, maybe within an address.
    let unfolded = text.replacing("\r\n ", with: "")
    return Set(unfolded.matches(of: /[a-z]+@(?:mentors|trainees)\.example/).map { String($0.output) })
}

/// The words of a command line; what stands between apostrophes is one.
private func words(of line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
        index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
}
