public import Mentoring

/// What erasing a person does, or would do.
public struct ErasureView: Codable, Hashable, Sendable {
    /// Whose name; once it is done, what stands for it.
    public var person: String
    /// Whether it is whoever asked.
    public var oneself: Bool
    /// Whether it was done, or is only said.
    public var done: Bool
    /// What it does to each person in each program, those on who is erased first.
    public var effects: [DepartureView.Effect]
    /// What ends or is forgotten besides, and what stays, in the order in which it is told.
    public var besides: [String]
    /// The programs whose file listed them when it was applied last: what is applied of it again would enter them as somebody new.
    public var listedIn: [Program.Name]
    /// How many people are told by mail now, who is erased included.
    public var told: Int

    package init(
        person: String, oneself: Bool, done: Bool, effects: [DepartureView.Effect], besides: [String],
        listedIn: [Program.Name], told: Int
    ) {
        self.person = person
        self.oneself = oneself
        self.done = done
        self.effects = effects
        self.besides = besides
        self.listedIn = listedIn
        self.told = told
    }
}
