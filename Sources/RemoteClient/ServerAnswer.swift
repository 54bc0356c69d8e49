import Foundation
import Mentoring
import MentoringAPI

/// What a server said, whatever it is.
struct ServerAnswer {
    let status: Int
    let contentType: String?
    /// Where it says that the thing is.
    let location: String?
    /// Which release it says that it is.
    let release: String?
    let body: Data

    /// Whether it says of itself that it is JSON (RFC 8259 §11, RFC 6839 §3.1).
    var isJSON: Bool {
        let type = (contentType ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }

    /// What came, in a few words for a person.
    var summary: String { "HTTP \(status), \(OneLine.shown(contentType ?? "no content type")), \(body.count) bytes" }

    /// Whether it says of itself that it is a server of a release of ours.
    private var isOurs: Bool { isJSON && release.map { Release($0) != nil } ?? false }

    /// What to do where it and this release do not understand each other; nil where it is of this one, or is none of ours.
    private var advice: String? {
        guard let release else { return isJSON ? Release.current.adviceOnSilence : nil }
        return Release(release).flatMap { Release.current.advice(onServer: $0) }
    }

    /// What was asked for, where it can be read.
    func value<Value: Decodable>(_ type: Value.Type) -> Value? {
        isJSON ? try? JSONDecoder().decode(Value.self, from: body) : nil
    }

    /// That it cannot be read, and what it tells all the same of what became of what was asked.
    var unread: UnreadAnswer {
        guard isOurs else {
            let words = "did not answer as a Meridian server does (\(summary)); \(advice ?? "check --server")"
            // Whatever stands in between and refuses something does not pass it on.
            return UnreadAnswer(words, (400..<500).contains(status) ? .undone : .unknown)
        }
        return UnreadAnswer(
            "answered what is not understood here", status == 200 ? .done : .unknown,
            advice: advice ?? "tell who runs the server (\(summary))")
    }

    /// What a Meridian server says of why it did not do it; nil when it was something else that answered.
    var problem: ProblemDocument? { try? JSONDecoder().decode(ProblemDocument.self, from: body) }

    /// The error that the answer stands for.
    /// - Parameters:
    ///   - url: what was asked.
    ///   - server: where.
    ///   - hasToken: whether who asks was said.
    ///   - isRepeated: whether the same change had been asked for before, and may have been made.
    /// - Returns: a `Refusal`, `BadInput`, `Unreachable` or `UnreadAnswer`.
    func failure(at url: String, of server: String, hasToken: Bool, isRepeated: Bool = false) -> any Error {
        // Whoever is refused now may have done it themself just before, by ending the right to it.
        let doubt = "no answer came at first, and it may have been done then: look before you ask for it again"
        if (300..<400).contains(status) {
            let target = location.map { " to \(OneLine.shown($0))" } ?? ""
            let outcome = isRepeated ? doubt : "nothing was done"
            return Unreachable(
                "\(url) sends on\(target), which is not followed; \(outcome). If that is the server, name it with --server or MERIDIAN_SERVER"
            )
        }
        if status == 401, hasToken, isRepeated {
            // What is answered to a repeated request is kept for whoever asks, who is nobody any more once this has ended their token.
            return Unreachable(
                "\(url) gave no answer at first, and then did not know the token any more: it may have been done, since who erases themself, signs out or revokes their own token ends it by that. To see whether it was, sign in anew: meridian login \(server); who is erased is nobody there"
            )
        }
        if status == 401 {
            return Refusal(
                .notAllowed,
                hasToken
                    ? "the server does not know the token, be it that of MERIDIAN_TOKEN or that of meridian login: it was revoked, has expired, or is for another server; a new one comes by mail: meridian login \(server)"
                    : "this needs a token, which comes by mail: meridian login \(server); or set MERIDIAN_TOKEN to one that an organizer made (meridian token create)"
            )
        }
        guard let problem else { return unread }
        // What was asked was held to this release's own rules before it was sent.
        let isNotUnderstood = problem.error == Failure.Kind.badInput.rawValue || problem.detail == Failure.noAddress
        let remarks = [isNotUnderstood ? advice : nil, isRepeated ? doubt : nil].compactMap { $0.map { "; \($0)" } }
        let detail = OneLine.shown(problem.detail) + remarks.joined()
        guard let kind = Failure.Kind(rawValue: problem.error) else {
            return Unreachable("\(url) could not do it (HTTP \(status)): \(detail)")
        }
        // What went wrong there is said with its address; what was wrong with what was asked is said as it is here.
        return Failure(kind, kind.status < 500 ? detail : "\(url): \(detail)").error
    }
}

/// The members of a problem document (RFC 9457) that say what happened.
struct ProblemDocument: Decodable {
    let error: String
    let detail: String
}
