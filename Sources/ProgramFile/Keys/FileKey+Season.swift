import Mentoring
import TimeZoneCatalog

// Seasons, and how a program meets: what stands at the top of a file holds for a season that says nothing else.

extension FileKey {
    static let season = FileKey(
        "season", .words("a mapping of name, start, weeks, and what is otherwise in it than at the top"),
        .requiredUnless(["seasons"]),
        effect: "The numbered weeks for which sessions are planned and shared out.",
        why: "A season is planned as a whole, so that turns are fair over it; what it left uneven counts in the next.",
        example: "season: { name: 2027a, start: 2027-01-04, weeks: 26 }",
        keys: ofSeason)

    static let seasons = FileKey(
        "seasons", .list(of: "mappings as under season, of which no two overlap", atMost: Limits.seasons),
        .requiredUnless(["season"]),
        effect: """
            Several seasons instead of one. Each may have its own cadence, meets, when-frozen, session, regions, announce-weeks \
            and notice-hours; what stands at the top holds for the others.
            """,
        why: "To plan the next season while one runs, or to change how often you meet from a day on.",
        example: """
            seasons:
              - { name: 2027a, start: 2027-01-04, weeks: 26 }
              - { name: 2027b, start: 2027-07-05, weeks: 26, cadence: one-region-a-week }
            """,
        keys: ofSeason)

    /// The keys of a season.
    static let ofSeason =
        [
            FileKey(
                "name", .words("1 to 16 lower-case letters and digits, unique in the program"),
                .value("\"202701\"", "the year and the month of its start, as in 202701"),
                effect:
                    "The season in the codes of its sessions: nova-2027a-w03-asia. A season that was announced keeps its name.",
                why: "A name that people use: your release's, such as 2027a or liberty.",
                example: "name: 2027a"),
            FileKey(
                "start", .words("a date such as 2027-01-04, a Monday"), .required,
                effect: "The Monday on which week 1 begins.",
                why: "Start some weeks after you apply the file: mentors publish slots before, and trainees join.",
                example: "start: 2027-01-04"),
            FileKey(
                "weeks", .number(Season.lengths), .required,
                effect: "How many weeks it has, those without a meeting included.",
                why:
                    "About half a year: long enough that turns come out fair, short enough to change the terms afterwards.",
                example: "weeks: 26"),
        ] + ([session.optional(asAbove, keys: ofSeasonSession)] + terms.map { $0.optional(asAbove) })

    private static let asAbove = "as at the top of the file"

    static let session = FileKey(
        "session", .words("a mapping of minutes, capacity"), .required,
        effect: "How long a session is, and how many can take part.",
        why: """
            An hour for a dozen people is a good start; both can change: the seats of all sessions to come, the length of those \
            that are not announced yet.
            """,
        example: "session: { minutes: 60, capacity: 12 }", keys: ofSession)

    /// The keys with which a file, or one of its seasons, says how a program meets, beside `session`.
    static let terms = [
        FileKey(
            "cadence", .choice(Cadence.self), .value("every-region"),
            effect: """
                every-region: each region has a session in each week that meets; one-region-a-week: one session a week, and the \
                regions take turns in their order.
                """,
            why: "one-region-a-week where mentors or trainees are too few for a session everywhere.",
            example: "cadence: one-region-a-week"),
        FileKey(
            "meets", .meets, .value("every-week"),
            effect: """
                Which weeks meet: every so many, counted from the season's first, or those that hold such weekdays of the month.
                """,
            why: "Every two weeks halves the load of the mentors. The month's 2nd and 4th are easy to remember.",
            example: "meets: every-2-weeks", keys: ofMeets),
        FileKey(
            "when-frozen", .choice(WhenFrozen.self), .value("skip"),
            effect: """
                What becomes of a meeting whose whole week is frozen. skip: it is left out; postpone: it moves to the first week \
                without a meeting before the next; where there is none, it is left out.
                """,
            why:
                "postpone where you meet seldom, so that a freeze does not cost a month. It needs weeks that do not meet.",
            example: "when-frozen: postpone"),
        FileKey(
            "regions", .words("a list of \(Taken.regions); one with its title is { asia: APAC }"),
            .value("[\(Region.allCases.map(\.rawValue).joined(separator: ", "))]"),
            effect: """
                The parts of the world that have sessions, in the order of their turns. Each mentor's zone lies in one: Oceania in \
                asia, Africa and the Middle East in europe.
                """,
            why:
                "Leave out a region without mentors, else its turns are all open. Its trainees can enroll in any other.",
            example: "regions: [asia, europe]", keys: ofRegion),
        FileKey(
            "announce-weeks", .number(TrainingTerms.reaches), .value("\(TrainingTerms.usualReach)"),
            effect: """
                How many weeks ahead sessions are announced: fixed, and told to those concerned. Later ones are tentative and may \
                still change. With 0 only plan --publish --weeks N announces.
                """,
            why:
                "More, and people can plan their month; fewer, and a new freeze or absence changes less that was promised.",
            example: "announce-weeks: 6"),
        FileKey(
            "notice-hours", .number(PlanningNotice.hours), .value("\(PlanningNotice.usualHours)"),
            effect: "Sessions are not planned nearer than this. What is announced or agreed on stays, however near.",
            why: "So that no mentor learns in the morning that they lead in the evening.",
            example: "notice-hours: 72"),
    ]

    static let ofMeets = [
        FileKey(
            "weeks-of-month",
            .words(
                "a list of different numbers from \(MeetingWeeks.ordinals.lowerBound) to \(MeetingWeeks.ordinals.upperBound)"
            ), .required,
            effect:
                "The weeks that hold the month's first, second … such weekday meet. A month without a fifth has none.",
            why: "For groups that know their meeting as “every second Tuesday of the month”.",
            example: "weeks-of-month: [2, 4]"),
        FileKey(
            "of", .weekday, .value("thu"),
            effect: "The weekday that is counted. It says which weeks meet, and not on which day: slots say that.",
            why: "The day on which most of your slots are, so that “the 2nd Tuesday” is one.",
            example: "of: tue"),
    ]

    static let ofSession = [
        FileKey(
            "minutes", .number(Program.lengths), .required, effect: "How long a session is.",
            why: "An hour is enough for one change and the questions that it raises.", example: "minutes: 60"),
        FileKey(
            "capacity", .number(Program.capacities), .required,
            effect: "How many seats it has; who comes later waits, and moves up when somebody leaves.",
            why: "As many as can talk about one change: about a dozen.", example: "capacity: 12"),
    ]

    static let ofSeasonSession = ofSession.map { $0.optional(asAbove) }

    /// One of them stands in an entry of `regions` that has a title.
    static let ofRegion = Region.allCases.map { region in
        FileKey(
            region.rawValue, .words("its title, at most \(RegionTitles.longest) characters"),
            .value(region.usualTitle),
            effect: """
                What the program calls this region on pages, in mails and in tables, instead of \(region.usualTitle). Codes and \
                commands keep \(region.rawValue).
                """,
            why: "Your people may know the region by another name.", example: "\(region.rawValue): \(region.otherTitle)"
        )
    }
}

extension Region {
    /// What many call it.
    fileprivate var otherTitle: String {
        switch self {
        case .asia: "APAC"
        case .europe: "EMEA"
        case .americas: "AMER"
        }
    }
}
