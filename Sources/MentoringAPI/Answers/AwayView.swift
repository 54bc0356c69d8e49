public import CivilTime
public import Mentoring

/// An absence as listings show it.
public struct AwayView: Codable, Hashable, Sendable {
    /// Its number.
    public var id: Identifier<Away>
    /// Whose it is, by name; nil where it was asked of an earlier release.
    public var person: String?
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    /// The program in which alone it holds, since its organizers said so; nil for everywhere.
    public var program: Program.Name?
    /// The codes of announced sessions, and of weeks of duties, that the person has on these days; the next plan gives them
    /// to others, or calls off what nobody else can take.
    public var affects: [String]
    /// The codes of what is only planned then, sessions and weeks of duties: the next plan makes it anew.
    public var replanned: [String]
    /// Whether it was there before it was added; nil in lists.
    public var wasKnown: Bool?
    /// Whether its last day was over when it was added, so that it changes nothing; nil where it was not, and in lists.
    public var wasOver: Bool?

    package init(
        id: Identifier<Away>, person: String, from: LocalDate, to: LocalDate, program: Program.Name? = nil,
        affects: [String], replanned: [String]
    ) {
        self.id = id
        self.person = person
        self.from = from
        self.to = to
        self.program = program
        self.affects = affects
        self.replanned = replanned
    }
}
