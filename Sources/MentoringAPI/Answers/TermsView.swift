public import Mentoring

/// What somebody set of themself, or was set of them, and what that does; or would do.
public struct TermsView: Codable, Hashable, Sendable {
    /// One thing that is another than before.
    public struct Change: Codable, Hashable, Sendable {
        /// What it is, such as `zone`.
        public var what: String
        /// What it was.
        public var before: String
        /// What it is from now on.
        public var after: String

        package init(what: String, before: String, after: String) {
            self.what = what
            self.before = before
            self.after = after
        }
    }

    /// Whose name.
    public var person: String
    /// Whether it was done, or is only said.
    public var done: Bool
    /// What is another than before.
    public var changes: [Change]
    /// What follows for them, by program and session.
    public var effects: [DepartureView.Effect]
    /// The programs whose next plan follows it.
    public var planned: [Program.Name]

    package init(
        person: String, done: Bool, changes: [Change], effects: [DepartureView.Effect], planned: [Program.Name]
    ) {
        self.person = person
        self.done = done
        self.changes = changes
        self.effects = effects
        self.planned = planned
    }
}
