import Mentoring

/// What applying a program file does, or leaves as it is.
public struct ProgramChange: Codable, Hashable, Sendable, CustomStringConvertible {
    /// What happens to the thing.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case added, changed, removed
        /// Somebody changed it since the file was applied last: it stays, whatever the file says.
        case kept
        /// The database has it and the file does not.
        case extra
        /// Nothing is done by it: something of the file looks like what the database knows otherwise, or the next plan does
        /// something.
        case hint
    }

    /// What happens.
    public var kind: Kind
    /// To what, in words.
    public var what: String

    package init(kind: Kind, what: String) {
        self.kind = kind
        self.what = what
    }

    /// Whether anything becomes different by it.
    public var isChange: Bool {
        switch kind {
        case .added, .changed, .removed: true
        case .kept, .extra, .hint: false
        }
    }

    /// `added slot of Akira Sato: Tue 17:00`, `kept: Akira’s own max-per-month 1; the file says 2`.
    public var description: String {
        switch kind {
        case .added, .changed, .removed: "\(kind.rawValue) \(what)"
        case .kept: "kept: \(what)"
        case .extra: "not in the file: \(what)"
        case .hint: "hint: \(what)"
        }
    }
}
