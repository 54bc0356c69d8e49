public import CivilTime
public import Mentoring

/// One change, and who made it.
public struct LogEntryView: Codable, Hashable, Sendable {
    /// Its number; later ones are greater.
    public var id: Identifier<LogEntry>
    /// When it was made.
    public var moment: Instant
    /// Who made it; nil for what came by itself, and for whoever did not say who they are.
    public var actor: EmailAddress?
    /// That an administrator of the server made it, whom a program's organizers are not told by name.
    public var byAdministrator: Bool?
    /// How it came in.
    public var way: LogEntry.Way
    /// What was done, by the name of the operation.
    public var action: String
    /// The program in which it was done; nil for what concerns all.
    public var program: Program.Name?
    /// The codes, numbers and addresses of what it was done to, and to whom.
    public var subject: String?
    /// The names of the fields that were given.
    public var fields: [String]
    /// The names of those whose addresses stand in the entry, by address, where they are nobody else's there.
    public var names: [String: String]?

    package init(
        id: Identifier<LogEntry>, moment: Instant, actor: EmailAddress?, way: LogEntry.Way, action: String,
        program: Program.Name?, subject: String?, fields: [String], names: [String: String]? = nil
    ) {
        self.id = id
        self.moment = moment
        self.actor = actor
        self.way = way
        self.action = action
        self.program = program
        self.subject = subject
        self.fields = fields
        self.names = names
    }
}
