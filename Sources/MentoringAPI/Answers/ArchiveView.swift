public import Mentoring

/// What archiving a program does, or would do.
public struct ArchiveView: Codable, Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// Whether it is archived now.
    public var archived: Bool
    /// What that means for each thing that was to come.
    public var effects: [String]

    package init(program: Program.Name, archived: Bool, effects: [String]) {
        self.program = program
        self.archived = archived
        self.effects = effects
    }
}
