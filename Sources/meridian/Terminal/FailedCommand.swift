import ArgumentParser
import Glibc
import Mentoring
import MentoringAPI

/// How a command that failed leaves: words on stderr, and the exit code that INTERFACE promises.
struct FailedCommand {
    private let error: any Error

    init(_ error: any Error) { self.error = error }

    /// Says what happened and ends the process.
    func leave() -> Never {
        guard let failure else { leaveAsTheCommandLineHasIt() }
        let problem = Problem(error: failure.kind.rawValue, detail: failure.words)
        if CommandLine.arguments.contains("--json"), let json = try? JSONText.of(problem) {
            Terminal.complain(json: json)
        } else {
            // All that is wrong with a file is a line each.
            let lines = failure.words.split(separator: "\n").map { OneLine.shown(String($0)) }
            Terminal.complain("meridian: \(lines.joined(separator: "\n"))")
        }
        exit(failure.kind.exitCode)
    }

    /// What ArgumentParser says: help and the like on stdout, what was wrong on stderr.
    private func leaveAsTheCommandLineHasIt() -> Never {
        let code = Meridian.exitCode(for: error)
        let message = Meridian.fullMessage(for: error)
        guard code == .success else {
            if !message.isEmpty { Terminal.complain(message) }
            exit(code.rawValue)
        }
        do {
            if !message.isEmpty { try Terminal.say(message) }
            exit(0)
        } catch {
            FailedCommand(error).leave()
        }
    }

    /// A failure of ours; nil for one of the command line's.
    private var failure: Failure? {
        switch error {
        case let failure as OutputFailure: Failure(.output, failure.description)
        case is ExitCode, is CleanExit, is ValidationError: nil
        case let other where isOfTheCommandLine && Failure(other).kind == .unforeseen: nil
        default: Failure(error)
        }
    }

    /// Whether ArgumentParser made the error: it knows how to explain it, and exits with 0 or 64.
    private var isOfTheCommandLine: Bool {
        let code = Meridian.exitCode(for: error)
        return code == .validationFailure || code == .success
    }

    private struct Problem: Encodable {
        let error: String
        let detail: String
    }
}
