public import Mentoring

/// What somebody's removal from a program, or their being blocked, does to each person; or would do.
public struct DepartureView: Codable, Hashable, Sendable {
    /// One effect on one person.
    public struct Effect: Codable, Hashable, Sendable {
        /// Whose name.
        public var person: String
        /// The program.
        public var program: Program.Name
        /// The session or the week of a duty, where it is about one.
        public var session: String?
        /// What happens to them.
        public var what: String

        package init(person: String, program: Program.Name, session: String? = nil, what: String) {
            self.person = person
            self.program = program
            self.session = session
            self.what = what
        }
    }

    /// Who leaves; the address where it is nobody's here.
    public var person: String
    /// Whether it was done, or is only said.
    public var done: Bool
    /// The effects, those on who leaves first; the order is that of the sessions.
    public var effects: [Effect]
    /// How many people are told by mail now.
    public var told: Int

    package init(person: String, done: Bool, effects: [Effect], told: Int) {
        self.person = person
        self.done = done
        self.effects = effects
        self.told = told
    }
}
