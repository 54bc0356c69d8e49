import Foundation
import Subprocess

/// `meridian serve` on a free port, until it is stopped or nobody holds this value any more.
final class RunningServer: Sendable {
    /// Where it listens.
    let address: String
    private let serving: Task<Void, any Error>

    /// - Throws: `Silent` when it does not say where it listens.
    init(of runner: CommandRunner, environment: [String: String], options: [String] = []) async throws {
        // The address that commands on a database take for the server's.
        let arguments = ["serve", "--port", "0", "--no-mail", "--base-url", "http://127.0.0.1:8080"] + options
        var configuration = runner.configuration(arguments, environment)
        configuration.platformOptions.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(60))]
        let (errors, heard) = AsyncStream.makeStream(of: String.self)
        serving = Task { [configuration] in
            defer { heard.finish() }
            _ = try await run(configuration, input: .none, output: .discarded, error: .sequence) { server in
                // What it says later is of no interest, but it has to be taken.
                for try await line in server.standardError.strings() { heard.yield(line) }
            }
        }
        var said: [String] = []
        for await line in errors {
            said.append(line)
            guard let found = line.firstMatch(of: /listening on (http:\/\/[0-9.]+:[0-9]+)\//) else { continue }
            address = String(found.output.1)
            return
        }
        throw Silent(said: said.joined(separator: "\n"))
    }

    deinit { serving.cancel() }

    /// Stops it gracefully.
    func stop() async {
        serving.cancel()
        _ = await serving.result
    }

    struct Silent: Error { let said: String }
}
