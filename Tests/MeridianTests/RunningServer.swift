import Foundation
import Subprocess
import Synchronization

/// `meridian serve` on a free port, until it is stopped or nobody holds this value any more.
final class RunningServer: Sendable {
    /// Where it listens.
    let address: String
    private let serving: Task<TerminationStatus, any Error>
    private let process = RunningProcess()

    /// On a free port, with the address that commands on a database take for the server's.
    static let options = ["--port", "0", "--no-mail", "--base-url", "http://127.0.0.1:8080"]

    /// - Parameters:
    ///   - configuration: how `meridian serve` is started.
    ///   - folder: where its database is.
    /// - Throws: `Silent` when it does not say where it listens.
    init(_ configuration: Configuration, in folder: WorkingFolder) async throws {
        let (errors, heard) = AsyncStream.makeStream(of: String.self)
        serving = Task { [process] in
            defer { heard.finish() }
            let outcome = try await run(configuration, input: .none, output: .discarded, error: .sequence) { server in
                process.id.withLock { $0 = server.processIdentifier.value }
                defer { process.id.withLock { $0 = nil } }
                // What it says later is of no interest, but it has to be taken.
                for try await line in server.standardError.strings() { heard.yield(line) }
            }
            withExtendedLifetime(folder) {}
            return outcome.terminationStatus
        }
        var said: [String] = []
        for await line in errors {
            said.append(line)
            guard let found = line.firstMatch(of: /listening on (http:\/\/[0-9.]+:[0-9]+)\//) else { continue }
            address = String(found.output.1)
            return
        }
        _ = try await serving.value
        throw Silent(said: said.joined(separator: "\n"))
    }

    deinit { process.send(SIGTERM) }

    /// Stops it gracefully.
    /// - Parameter signal: as a service manager does, or Ctrl-C (`SIGINT`).
    /// - Returns: how it ended; nil when that could not be seen.
    @discardableResult
    func stop(by signal: Int32 = SIGTERM) async -> TerminationStatus? {
        process.send(signal)
        return try? await serving.value
    }

    /// The process, as long as there is one.
    private final class RunningProcess: Sendable {
        let id = Mutex<pid_t?>(nil)

        func send(_ signal: Int32) { id.withLock { if let id = $0 { kill(id, signal) } } }
    }

    struct Silent: Error { let said: String }
}
