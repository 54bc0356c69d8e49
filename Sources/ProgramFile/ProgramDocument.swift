public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A program file as its author meant it: the program, its path to core, its freezes, its mentors with slots and absences, and
/// its duties with their volunteers.
public struct ProgramDocument: Hashable, Sendable {
    /// A mentor as a program file has one.
    public struct MentorEntry: Hashable, Sendable {
        /// The name other participants see.
        public var name: String
        /// The address, which tells people apart.
        public var email: EmailAddress
        /// The addresses that they had before.
        public var formerly: [EmailAddress] = []
        /// Where the mentor reads the clock.
        public var zone: TimeZoneID
        /// The region whose sessions they lead; nil is that of the zone in which they are.
        public var region: Region?
        /// Share of the load.
        public var weight: Int
        /// Weeks between turns.
        public var minGapWeeks: Int
        /// Sessions in a calendar month.
        public var maxPerMonth: Int
        /// The areas in which they are the one to ask.
        public var knows: [Program.Area] = []
        /// When they can lead.
        public var slots: [SlotEntry]
        /// When they cannot.
        public var away: [DayRange]
        /// Where the entry stands.
        public var place: FilePlace

        package init(
            name: String, email: EmailAddress, formerly: [EmailAddress] = [], zone: TimeZoneID, region: Region?,
            weight: Int, minGapWeeks: Int, maxPerMonth: Int, knows: [Program.Area] = [], slots: [SlotEntry],
            away: [DayRange], place: FilePlace = FilePlace()
        ) {
            self.name = name
            self.email = email
            self.formerly = formerly
            self.zone = zone
            self.region = region
            self.weight = weight
            self.minGapWeeks = minGapWeeks
            self.maxPerMonth = maxPerMonth
            self.knows = knows
            self.slots = slots
            self.away = away
            self.place = place
        }
    }

    /// A slot as a program file has one.
    public struct SlotEntry: Hashable, Sendable {
        /// When it is.
        public var pattern: SlotPattern
        /// On which clock; nil is the mentor's, whatever that is by now.
        ///
        /// A mentor who moves takes such slots along: they are times on their wall.
        public var zone: TimeZoneID?

        package init(pattern: SlotPattern, zone: TimeZoneID? = nil) {
            self.pattern = pattern
            self.zone = zone
        }
    }

    /// Who takes turns at a duty, as a program file has them.
    public struct VolunteerEntry: Hashable, Sendable {
        /// The name other participants see.
        public var name: String
        /// The address, which tells people apart.
        public var email: EmailAddress
        /// The addresses that they had before.
        public var formerly: [EmailAddress]
        /// Where they read the clock.
        public var zone: TimeZoneID
        /// Where the entry stands.
        public var place: FilePlace

        package init(
            name: String, email: EmailAddress, formerly: [EmailAddress] = [], zone: TimeZoneID,
            place: FilePlace = FilePlace()
        ) {
            self.name = name
            self.email = email
            self.formerly = formerly
            self.zone = zone
            self.place = place
        }
    }

    /// A duty and its volunteers.
    public struct DutyEntry: Hashable, Sendable {
        /// The duty.
        public var duty: Duty
        /// In the order of the file.
        public var volunteers: [VolunteerEntry]

        package init(duty: Duty, volunteers: [VolunteerEntry]) {
            self.duty = duty
            self.volunteers = volunteers
        }
    }

    /// The program.
    public var program: Program
    /// The addresses of those with an organizer's rights, in the order of the alphabet.
    public var organizers: [EmailAddress] = []
    /// The stages that lead to core reviewer, first to last.
    public var stages: [Stage] = []
    /// Its freezes.
    public var freezes: [Freeze]
    /// Its mentors, in the order of the file.
    public var mentors: [MentorEntry]
    /// What falls to one volunteer a week.
    public var duties: [DutyEntry] = []
    /// Where its seasons stand.
    public var seasonsPlace = FilePlace()
    /// Where the program is named.
    public var place = FilePlace()
    /// Where its organizers stand.
    public var organizersPlace = FilePlace()

    package init(
        program: Program, organizers: [EmailAddress] = [], stages: [Stage] = [], freezes: [Freeze],
        mentors: [MentorEntry], duties: [DutyEntry] = []
    ) {
        self.program = program
        self.organizers = organizers
        self.stages = stages
        self.freezes = freezes
        self.mentors = mentors
        self.duties = duties
    }
}
