public import CivilTime
public import Mentoring

/// Who somebody is by what they act with.
public struct Myself: Codable, Hashable, Sendable {
    /// What they are in one program.
    public struct Part: Codable, Hashable, Sendable {
        /// The program.
        public var program: Program.Name
        /// The highest that they are there, by what they act with.
        public var role: Role

        package init(program: Program.Name, role: Role) {
            self.program = program
            self.role = role
        }
    }

    /// The address.
    public var email: EmailAddress
    /// The name.
    public var name: String
    /// Where they read the clock.
    public var zone: TimeZoneID
    /// Whether they are reminded of sessions.
    public var reminders: Reminders
    /// The programs in which they are something, by name.
    public var programs: [Part]

    package init(_ person: Person, reminders: Reminders, programs: [Part]) {
        email = person.email
        name = person.name
        zone = person.zone
        self.reminders = reminders
        self.programs = programs
    }
}
