import Foundation
import Glibc
import Subprocess
import SystemPackage

extension CommandRunner {
    /// Runs the program on a terminal of so many columns and rows.
    /// - Returns: what the terminal got as output, and what stderr got, which is no terminal unless `complaining` there.
    func run(
        onTerminalOf columns: Int, rows: Int = 10_000, _ arguments: [String], extra: [String: String] = [:],
        complaining: Bool = false
    ) async throws -> Outcome {
        let terminal = try PseudoTerminal(columns: columns, rows: rows)
        async let output = terminal.everythingWritten()
        let ended: (status: TerminationStatus, errors: String)
        do {
            ended = try await start(arguments, ["TERM": "xterm"].merging(extra) { $1 }, on: terminal, complaining)
        } catch {
            terminal.end()
            throw error
        }
        terminal.end()
        guard case .exited(let status) = ended.status else {
            throw Killed(arguments: arguments, status: ended.status)
        }
        return Outcome(status: status, output: await output, errors: ended.errors)
    }

    private func start(
        _ arguments: [String], _ extra: [String: String], on terminal: PseudoTerminal, _ complaining: Bool
    ) async throws -> (status: TerminationStatus, errors: String) {
        let configuration = configuration(arguments, environment.merging(extra) { $1 })
        let end = FileDescriptor(rawValue: terminal.programsEnd)
        return try await Self.places.hold {
            guard !complaining else {
                let result = try await Subprocess.run(
                    configuration, input: .none, output: .fileDescriptor(end, closeAfterSpawningProcess: false),
                    error: .fileDescriptor(end, closeAfterSpawningProcess: false))
                return (result.terminationStatus, "")
            }
            let result = try await Subprocess.run(
                configuration, input: .none, output: .fileDescriptor(end, closeAfterSpawningProcess: false),
                error: .string(limit: 1 << 20))
            return (result.terminationStatus, result.standardError)
        }
    }
}

/// A terminal that a program writes on (pty(7)), and that changes nothing of what is written.
private struct PseudoTerminal: Sendable {
    /// What a program writes to.
    let programsEnd: Int32
    private let readersEnd: Int32

    struct Unavailable: Error {
        let errno: Int32
    }

    init(columns: Int, rows: Int) throws {
        var (readersEnd, programsEnd): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&readersEnd, &programsEnd, nil, nil, &size) == 0 else { throw Unavailable(errno: errno) }
        for end in [readersEnd, programsEnd] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var modes = termios()
        tcgetattr(programsEnd, &modes)
        modes.c_oflag &= ~tcflag_t(OPOST)
        tcsetattr(programsEnd, TCSANOW, &modes)
        (self.readersEnd, self.programsEnd) = (readersEnd, programsEnd)
    }

    /// Says that nobody writes any more; that its last writer is gone is no sign, since others may have inherited its end.
    func end() {
        var mark: UInt8 = 0
        _ = write(programsEnd, &mark, 1)
        close(programsEnd)
    }

    /// What was written until then.
    func everythingWritten() async -> String {
        await withCheckedContinuation { continuation in
            // Reading waits, which none of the tasks' own threads may.
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 1 << 16)
                while bytes.last != 0 {
                    let count = read(readersEnd, &piece, piece.count)
                    guard count > 0 else { break }
                    bytes += piece[..<count]
                }
                close(readersEnd)
                continuation.resume(returning: String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
            }
        }
    }
}
