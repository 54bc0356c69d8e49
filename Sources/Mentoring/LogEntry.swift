public import CivilTime

/// One change as it is written down in the transaction that makes it: who did what to what, and by which way.
///
/// It holds no secret and no text that anybody wrote: of what was given there are only the names of the fields.
public struct LogEntry: Hashable, Sendable {
    /// How a change came in.
    public enum Way: String, Sendable, Codable, CaseIterable {
        /// A command on the database's own machine.
        case command
        /// The JSON API, commands with `--server` among them.
        case api
        /// A form on a page.
        case web
        /// A mail.
        case mail
        /// A program's file, by whichever way it was applied.
        case file
        /// Nobody: its time had come.
        case itself
    }

    /// Grows with each entry.
    public var id: Identifier<LogEntry>
    /// When it was done.
    public var moment: Instant
    /// Who did it; nil for what came by itself, and for whoever did not say who they are.
    public var actor: EmailAddress?
    /// What they were in the program then, or became by it, if they could do it as that; nil for others, such as administrators.
    public var role: Role?
    /// How it came in.
    public var way: Way
    /// What was done, by the name that the API has for it, such as `moveSession`.
    public var action: String
    /// The program in which it was done; nil for what concerns all.
    public var program: Program.Name?
    /// The codes, numbers and addresses of what it was done to, and to whom.
    public var subject: String?
    /// The names of the fields that were given, in the order of the alphabet.
    public var fields: [String]

    /// An entry with every part given.
    public init(
        id: Identifier<LogEntry> = .unassigned, moment: Instant, actor: EmailAddress?, role: Role?, way: Way,
        action: String,
        program: Program.Name?, subject: String?, fields: [String]
    ) {
        self.id = id
        self.moment = moment
        self.actor = actor
        self.role = role
        self.way = way
        self.action = action
        self.program = program
        self.subject = subject
        self.fields = fields
    }
}
