public import CivilTime
public import Mentoring

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

    /// Of what stays though the file says something else: what the file said last, what is in force, and what it says now.
    public struct Versions: Codable, Hashable, Sendable {
        /// Of what, such as `Akira’s own max-per-month`.
        public var what: String
        /// What the file said when it was applied last; nil where it had said nothing of it.
        public var applied: String?
        /// What is in force.
        public var inForce: String
        /// By which way that was set; nil where nothing is written down of it.
        public var way: LogEntry.Way?
        /// Who set it, if that is written down.
        public var by: EmailAddress?
        /// When.
        public var set: Instant?
        /// What the file says now.
        public var file: String

        package init(
            what: String, applied: String?, inForce: String, way: LogEntry.Way?, by: EmailAddress?, set: Instant?,
            file: String
        ) {
            self.what = what
            self.applied = applied
            self.inForce = inForce
            self.way = way
            self.by = by
            self.set = set
            self.file = file
        }
    }

    /// What happens.
    public var kind: Kind
    /// To what, in words.
    public var what: String
    /// Of what was changed since by somebody, the three that differ.
    public var versions: Versions?

    package init(kind: Kind, what: String, versions: Versions? = nil) {
        self.kind = kind
        self.what = what
        self.versions = versions
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
