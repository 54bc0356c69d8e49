import Foundation
import Mentoring
import MentoringAPI
import MentoringService

/// Lets processes of this program run at once, round after round, and hears how each of them fared.
///
/// They wait at the end of a pipe, into which one write puts a byte for each. Two such pipes take turns, so that nobody who
/// is quick runs twice in a round.
final class StartLine {
    private let gates: [Channel]
    private let reports: Channel
    private let racers: [pid_t]

    /// Starts the processes with `arguments`, to which each one's number and its ends of the pipes are added.
    /// - Throws: `Unreachable` when they cannot be started.
    init(racers count: Int, arguments: [String]) throws {
        gates = try [Channel(), Channel()]
        reports = try Channel()
        let ends = gates.map(\.reading) + [reports.writing]
        for end in ends { _ = fcntl(end, F_SETFD, 0) }
        racers = try (0..<count).map { try Self.spawn(arguments + [String($0)] + ends.map { String($0) }) }
        for end in ends { close(end) }
    }

    /// Lets everybody go, and waits until all have told how they fared.
    /// - Returns: the outcomes, by the number of the process.
    /// - Throws: `Unreachable` when somebody is not heard of for a minute.
    func run(round: Int) throws -> [Outcome] {
        try gates[round % 2].send([UInt8](repeating: 1, count: racers.count))
        var outcomes = [Outcome](repeating: .failed, count: racers.count)
        for _ in racers {
            guard let bytes = try reports.receive(Report.size, patience: .seconds(60)) else { break }
            let report = Report(bytes: bytes)
            outcomes[report.racer] = report.outcome
        }
        return outcomes
    }

    /// Ends the race for everybody.
    func end() {
        for gate in gates { close(gate.writing) }
        for racer in racers { waitpid(racer, nil, 0) }
    }

    private static func spawn(_ arguments: [String]) throws -> pid_t {
        var process: pid_t = 0
        var strings = (["Races"] + arguments).map { strdup($0) } + [nil]
        defer { for string in strings { free(string) } }
        let error = posix_spawn(&process, "/proc/self/exe", nil, nil, &strings, environ)
        guard error == 0 else { throw Unreachable("a process cannot be started: \(String(cString: strerror(error)))") }
        return process
    }
}

/// A pipe that is not handed down to other processes, unless its ends are told to be.
struct Channel {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Channel.failure }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.init(reading: ends[0], writing: ends[1])
    }

    init(reading: Int32, writing: Int32) {
        self.reading = reading
        self.writing = writing
    }

    func send(_ bytes: [UInt8]) throws {
        guard write(writing, bytes, bytes.count) == bytes.count else { throw Channel.failure }
    }

    /// So many bytes; nil when the other side has closed its end.
    func receive(_ count: Int, patience: Duration? = nil) throws -> [UInt8]? {
        var readable = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        let milliseconds = patience.map { Int32($0.components.seconds * 1000) } ?? -1
        guard poll(&readable, 1, milliseconds) == 1 else { throw Channel.failure }
        var bytes = [UInt8](repeating: 0, count: count)
        let received = read(reading, &bytes, count)
        guard received != 0 else { return nil }
        guard received == count else { throw Channel.failure }
        return bytes
    }

    private static var failure: Unreachable {
        Unreachable("another process of the race is not heard of: \(String(cString: strerror(errno)))")
    }
}
