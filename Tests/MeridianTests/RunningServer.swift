import Foundation

/// `meridian serve` on a free port.
final class RunningServer {
    /// Where it listens.
    let address: String
    private let process = Process()
    private let errors = Pipe()

    /// - Throws: `Silent` when it does not say where it listens.
    init(_ executable: URL, in folder: URL, environment: [String: String], options: [String] = []) throws {
        process.executableURL = executable
        // The address that commands on a database take for the server's.
        process.arguments = ["serve", "--port", "0", "--no-mail", "--base-url", "http://127.0.0.1:8080"] + options
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var said = ""
        var found: Substring?
        while found == nil {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Silent(said: said) }
            said += String(decoding: data, as: UTF8.self)
            found = said.firstMatch(of: /listening on (http:\/\/[0-9.]+:[0-9]+)\//)?.output.1
        }
        address = String(found ?? "")
        // What else it says is of no interest, but it has to be taken.
        errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
    }

    /// Stops it gracefully.
    func stop() {
        process.terminate()
        process.waitUntilExit()
        errors.fileHandleForReading.readabilityHandler = nil
    }

    struct Silent: Error { let said: String }
}
