import ArgumentParser
import Glibc
import Mentoring
import MentoringAPI

/// How a command that failed leaves: words on stderr, and the exit code that INTERFACE promises.
struct FailedCommand {
    private let error: any Error
    private let typed: OrderedArguments

    init(_ error: any Error, typed: OrderedArguments) {
        self.error = error
        self.typed = typed
    }

    /// Says what happened and ends the process.
    func leave() -> Never {
        guard let failure else { leaveAsTheCommandLineHasIt() }
        if !complain(json: failure.kind, failure.words) {
            // All that is wrong with a file is a line each.
            let lines = failure.words.split(separator: "\n").map { OneLine.shown(String($0)) }
            let words = "meridian: \(lines.joined(separator: "\n"))"
            if failure.kind == .usage { complain(words) } else { Terminal.complain(words) }
        }
        exit(failure.kind.exitCode)
    }

    /// Says it as JSON.
    /// - Returns: whether that was wanted.
    private func complain(json kind: Failure.Kind, _ words: String) -> Bool {
        guard typed.wantsJSON, let json = try? JSONText.of(Problem(error: kind.rawValue, detail: words)) else {
            return false
        }
        Terminal.complain(json: json)
        return true
    }

    /// What ArgumentParser says: help and the like on stdout, what was wrong on stderr.
    private func leaveAsTheCommandLineHasIt() -> Never {
        let code = Meridian.exitCode(for: error)
        guard code == .success else {
            let message = Meridian.fullMessage(for: error, columns: Self.unbroken)
            if !message.isEmpty, code != .validationFailure || !complain(json: .usage, Meridian.message(for: error)) {
                complain(message)
            }
            exit(code.rawValue)
        }
        do {
            let help = HelpText(Meridian.fullMessage(for: error, columns: Self.unbroken))
            if !help.isEmpty { try Terminal.say(help.wrapped(to: Terminal.columns(of: STDOUT_FILENO) ?? 80)) }
            exit(0)
        } catch {
            FailedCommand(error, typed: typed).leave()
        }
    }

    /// Lines as long as they come: HelpText breaks them where a command stays whole.
    private static let unbroken = 1 << 20

    /// Says what is wrong with the command line, in lines that a terminal has room for.
    private func complain(_ usage: String) {
        Terminal.complain(HelpText(usage).wrapped(to: Terminal.columns(of: STDERR_FILENO) ?? .max))
    }

    /// A failure of ours; nil for one of the command line's.
    private var failure: Failure? {
        switch error {
        case let failure as OutputFailure: Failure(.output, failure.description)
        case let wrong as WrongUsage: Failure(.usage, wrong.words)
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
