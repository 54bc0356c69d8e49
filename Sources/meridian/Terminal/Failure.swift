import ArgumentParser
import Glibc
import Mentoring
import TimeZoneCatalog

/// How a command that failed leaves: words on stderr, and the exit code that INTERFACE promises.
struct Failure {
    private let error: any Error

    init(_ error: any Error) { self.error = error }

    /// Says what happened and ends the process.
    func leave() -> Never {
        guard let (status, kind, words) = known else { leaveAsTheCommandLineHasIt() }
        if CommandLine.arguments.contains("--json"), let json = try? JSONText.of(Problem(error: kind, detail: words)) {
            Terminal.complain(json: json)
        } else {
            Terminal.complain("meridian: \(OneLine.shown(words))")
        }
        exit(status)
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
            Failure(error).leave()
        }
    }

    /// Exit code, kind and words of a failure of ours; nil for one of the command line's.
    private var known: (status: Int32, kind: String, words: String)? {
        switch error {
        case let refusal as Refusal: (1, refusal.reason.rawValue, refusal.description)
        case let unknown as Caller.Unknown: (64, "usage", unknown.description)
        case let bad as BadInput: (65, "bad-input", bad.description)
        case let unknown as TimeZoneCatalogError: (65, "bad-input", unknown.message)
        case let unreachable as Unreachable: (69, "unreachable", unreachable.description)
        case let failure as StorageFailure: (74, "storage", failure.description)
        case let failure as OutputFailure: (74, "output", failure.description)
        case is ExitCode, is CleanExit, is ValidationError: nil
        default: isOfTheCommandLine ? nil : (74, "failure", "\(error)")
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
