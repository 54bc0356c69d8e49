/// What somebody does at the time of a session, in whichever program: nobody is in two places at once.
public struct Engagement: Hashable, Sendable {
    /// The session; never one that is cancelled.
    public let session: Session
    /// Whether they lead it; else they have a seat in it, or wait for one.
    public let leads: Bool
    /// Whether they wait for a seat in it.
    public let waits: Bool

    /// An engagement with every part given.
    public init(session: Session, leads: Bool, waits: Bool = false) {
        self.session = session
        self.leads = leads
        self.waits = waits
    }

    /// Whether it goes before a session that they are to lead: a seat in what may still change does not.
    public var isBinding: Bool { leads || session.status != .tentative }

    /// Whether the people of a program may know of it, of somebody as their program shows them.
    ///
    /// Whoever was merely named there never said that they take part, so that what they do elsewhere is not told, as with days off.
    public func isTold(of person: Person, in program: Program.Name) -> Bool {
        session.code.program == program || person.givenZone == nil
    }

    /// What it is, as others of a program are told it: what somebody does elsewhere, or learns from, is not theirs to know.
    ///
    /// Whoever organizes `others` is told which session of those it is.
    public func what(in program: Program.Name, seeing others: Set<Program.Name> = []) -> String {
        if others.contains(session.code.program) { return "\(session.code)" }
        guard leads else { return "another session" }
        return session.code.program == program ? "\(session.code)" : "a session of another program"
    }

    /// The same, after their name.
    public func words(in program: Program.Name, seeing others: Set<Program.Name> = []) -> String {
        "\(leads ? "leads" : "attends") \(what(in: program, seeing: others))"
    }
}
