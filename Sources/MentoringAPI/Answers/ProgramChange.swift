import Mentoring

/// One difference between a program file and the database.
public struct ProgramChange: Codable, Hashable, Sendable, CustomStringConvertible {
    /// What happens to the thing.
    public enum Kind: String, Codable, CaseIterable, Sendable { case added, changed, removed, hint }

    /// What happens.
    public var kind: Kind
    /// To what, in words.
    public var what: String

    package init(kind: Kind, what: String) {
        self.kind = kind
        self.what = what
    }

    /// `added slot of Akira Sato: Tue 17:00`.
    public var description: String { "\(kind.rawValue) \(what)" }
}
