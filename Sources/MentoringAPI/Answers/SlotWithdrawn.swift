public import CivilTime
public import Mentoring

/// A slot that is no longer offered.
public struct SlotWithdrawn: Codable, Hashable, Sendable {
    /// The slot.
    public var withdrawn: Identifier<Slot>
    /// The codes of the announced sessions to come that were made from it: they stay.
    public var stays: [String]
    /// The codes of the tentative ones: the next plan makes them anew.
    public var replanned: [String]
    /// The slot as publishing it makes it once more; nil where that would make another, on another clock or without the days that
    /// were left out.
    public var again: SlotOffered?

    package init(
        withdrawn: Identifier<Slot>, stays: [String] = [], replanned: [String] = [], again: SlotOffered? = nil
    ) {
        self.again = again
        self.withdrawn = withdrawn
        self.stays = stays
        self.replanned = replanned
    }
}

/// A slot as whoever publishes it says it.
public struct SlotOffered: Codable, Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// Whose it is.
    public var mentor: EmailAddress
    /// Their name, where it is nobody else's there.
    public var name: String?
    /// Whether whoever withdrew it is meant where nobody is named; nil where it was asked of an earlier release.
    public var isOwn: Bool?
    /// Its days and a time, as `Tue 17:00` or `every other Thu 20:00 Europe/Berlin`; with a rule the time alone.
    public var when: String
    /// The RRULE value, where it takes more than a few words to say.
    public var rrule: String?
    /// The first day, when there is one.
    public var from: LocalDate?
    /// The last day, when there is one.
    public var until: LocalDate?
    /// How gladly: 0 is best, 3 is only if need be.
    public var prefer: Int

    package init(_ slot: Slot, of mentor: EmailAddress, name: String? = nil, isOwn: Bool) {
        program = slot.program
        self.mentor = mentor
        self.name = name
        self.isOwn = isOwn
        let pattern = slot.pattern
        when = (pattern.typed ?? "\(pattern.at)") + (slot.isZoneNamed ? " \(slot.zone)" : "")
        rrule = pattern.typed == nil ? pattern.rule : nil
        from = pattern.from
        until = pattern.until
        prefer = pattern.preference
    }
}
