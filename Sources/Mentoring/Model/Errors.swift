/// What a command asked for could not be granted; nothing was changed.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of reason, which scripts may rely on.
    public enum Reason: String, Sendable, Codable {
        case full, frozen, conflict
        case notFound = "not-found"
        case notAllowed = "not-allowed"
    }

    /// Why.
    public let reason: Reason
    /// The same for a person: what happened, where, and what to do.
    public let description: String

    /// A refusal with its explanation.
    public init(_ reason: Reason, _ description: String) {
        self.reason = reason
        self.description = description
    }

    /// Something that was named is not there; the message offers the nearest names.
    public static func notFound(_ what: String, _ name: String, nearest: [String] = []) -> Refusal {
        let advice = nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
        return Refusal(.notFound, "there is no \(what) \(OneLine.shown(name))\(advice)")
    }
}

/// Input that means nothing: an unknown zone, a date that is none, a rule that cannot be read.
///
/// Nothing was changed.
public struct BadInput: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file it came from, when it came from one.
    public var file: String?
    /// The line in that file, counted from 1.
    public var line: Int?
    /// What is wrong and what was expected.
    public let message: String

    /// Bad input from a file's line, or from the command line when both are nil.
    public init(_ message: String, file: String? = nil, line: Int? = nil) {
        self.message = message
        self.file = file
        self.line = line
    }

    /// `FILE:LINE: message`, as compilers and editors have it.
    public var description: String {
        [file.map(OneLine.shown), line.map(String.init)].compactMap(\.self).map { $0 + ":" }.joined()
            + (file == nil && line == nil ? "" : " ") + message
    }
}

/// The database could not be opened, read or written.
public struct StorageFailure: Error, Sendable, CustomStringConvertible {
    /// What failed, where, and what to do.
    public let description: String

    /// A failure in words for the person at the terminal.
    public init(_ description: String) { self.description = description }
}

/// Something outside this machine's reach did not answer: a server, or sendmail.
public struct Unreachable: Error, Sendable, CustomStringConvertible {
    /// What was tried, and what to do.
    public let description: String

    /// A failure in words for the person at the terminal.
    public init(_ description: String) { self.description = description }
}
