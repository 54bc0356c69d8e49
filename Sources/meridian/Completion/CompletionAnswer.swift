import ArgumentParser
import Glibc
import Mentoring

/// What a shell is told when somebody presses Tab.
///
/// A line for each way to go on, and behind a tab what it is; `:files` and `:folders` leave it to the shell. Whatever goes wrong, the
/// answer is empty, and it comes within `patience`: nobody waits for a shell, nor reads an error in the middle of what they type.
enum CompletionAnswer {
    /// The first argument of a shell's question; no option begins with three dashes.
    static let question = "---complete"

    /// Microseconds.
    private static let patience: UInt32 = 700_000

    /// Answers a question: `words WORD…`, the words after the program's name, or `line LINE PIECE`, bash's line and what it replaces.
    static func give(to question: [String]) async -> Never {
        // A locked database or a far server can hold up every thread there is.
        signal(SIGALRM) { _ in _exit(0) }
        ualarm(patience, 0)
        let form = question.first
        let line = form == "line" && question.count == 3 ? ShellLine(question[1]) : nil
        let request = CompletionRequest(Array(line?.words.dropFirst() ?? question.dropFirst()))
        let lines = await answer(to: request).map { candidate in
            guard let line else { return candidate.word + (candidate.remark.isEmpty ? "" : "\t\(candidate.remark)") }
            return candidate.word.hasPrefix(":") ? candidate.word : line.typed(candidate.word, replacing: question[2])
        }
        if !lines.isEmpty { try? Terminal.say(lines.joined(separator: "\n")) }
        exit(0)
    }

    /// The ways to go on that begin as the word does, each once.
    static func answer(to request: CompletionRequest) async -> [Candidate] {
        let all: [Candidate]
        switch request.wanted {
        case .words(let words): all = words
        case .value(.file): return [Candidate(word: ":files")]
        case .value(.folder): return [Candidate(word: ":folders")]
        case .value(let value):
            guard let common = try? CommonOptions.parse(request.place + ["--quiet"]) else { return [] }
            all = await CompletionSource(common: common, request: request).candidates(for: value)
        }
        return all.filter { $0.word.hasPrefix(request.typed) && OneLine.shown($0.word) == $0.word }.map {
            Candidate(word: request.before + $0.word, remark: OneLine.shown($0.remark))
        }
    }
}
