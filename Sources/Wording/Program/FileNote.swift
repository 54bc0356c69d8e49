package import MentoringAPI

/// What applying a program's file does to one thing, or leaves as it is, with the facts.
package enum FileNote: Hashable, Sendable {
    /// Something is there that was not.
    case added(Added)
    /// Something is otherwise than it was.
    case changed(Changed)
    /// Something is there no more.
    case removed(Removed)
    /// Somebody changed it since the file was applied last, and it stays.
    case kept(Kept)
    /// The database has it and the file does not.
    case extra(Extra)
    /// Nothing is done by it.
    case hint(Hint)

    /// What is answered.
    package var change: ProgramChange {
        switch self {
        case .added(let what): ProgramChange(kind: .added, what: what.text)
        case .changed(let what): ProgramChange(kind: .changed, what: what.text)
        case .removed(let what): ProgramChange(kind: .removed, what: what.text)
        case .kept(let what): ProgramChange(kind: .kept, what: what.text, versions: what.versions)
        case .extra(let what): ProgramChange(kind: .extra, what: what.text)
        case .hint(let what): ProgramChange(kind: .hint, what: what.text)
        }
    }

    /// Something with what is to be said of it: what speaks against its hours, then what it may not have been meant to be.
    static func remarked(_ words: String, hours: [String], but remarks: [String]) -> String {
        ([words] + hours + remarks.map { "it \($0)" }).joined(separator: "; ")
    }
}
