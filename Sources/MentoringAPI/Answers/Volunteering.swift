public import Mentoring

/// A duty of a program in which somebody takes part, and whether they take turns at it.
public struct Volunteering: Sendable {
    /// The program.
    public let program: Program.Name
    /// What people call the program.
    public let programTitle: String
    /// The duty.
    public let duty: Duty.Name
    /// What people call the duty.
    public let title: String
    /// Whether they take turns at it.
    public let isTheirs: Bool

    package init(program: Program.Name, programTitle: String, duty: Duty.Name, title: String, isTheirs: Bool) {
        self.program = program
        self.programTitle = programTitle
        self.duty = duty
        self.title = title
        self.isTheirs = isTheirs
    }
}
