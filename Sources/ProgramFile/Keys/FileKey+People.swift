import Mentoring
import TimeZoneCatalog

// Mentors with slots and absences, and duties with their volunteers.

extension FileKey {
    static let ofMentor = [
        personName, address, formerly, clock,
        FileKey(
            "region", .choice(Region.self), .otherwise("the region in which their zone lies"),
            effect: "The region whose sessions they lead.",
            why: "Somebody in Europe who stays up late may lead for the Americas.",
            example: "region: americas"),
        FileKey(
            "weight", .number(Mentor.weights), .value("1"),
            effect: FieldWord.weight.meaning.asSentence,
            why: "Higher for who has time for more turns; all the same where all are to lead equally often.",
            example: "weight: 2"),
        FileKey(
            "min-gap-weeks", .number(Mentor.gaps), .value("2"),
            effect: FieldWord.gap.meaning.asSentence,
            why: """
                Nobody is to lead two weeks running. 1 allows it: one mentor alone for a region that meets every week, or that \
                postpones meetings, needs it. More gives rest.
                """,
            example: "min-gap-weeks: 3"),
        FileKey(
            "max-per-month", .number(Mentor.monthlyLimits), .value("2"),
            effect: FieldWord.month.meaning.asSentence,
            why: "A promise to who has little time; it is kept even if a turn stays open.",
            example: "max-per-month: 1"),
        FileKey(
            "knows", .words("a list of areas of this program"), .value("[]", "none"),
            effect: "Reviews in these areas rank higher in the sessions that they lead.",
            why: "A session is worth most where its mentor knows the code.",
            example: "knows: [scheduler]", needs: ["areas"]),
        FileKey(
            "slots", .list(of: "mappings", atMost: Limits.slots),
            .value("[]", "none but those that they publish themselves"),
            effect: "When they can lead. Without a slot in a week they lead nothing in it.",
            why: "The more slots, the better the hours for everybody. Mentors publish more with meridian slot publish.",
            example: """
                slots:
                  - { every: "Tue 17:00" }
                  - { every: "Thu 10:00", prefer: 1 }
                """,
            keys: ofSlot),
        FileKey(
            "away", .list(of: "mappings", atMost: Limits.absences), .value("[]", "never"),
            effect: "Days on which they lead nothing.",
            why: "Holidays that are known. meridian away add adds others later.",
            example: """
                away:
                  - { from: 2027-04-05, to: 2027-04-18 }
                """,
            keys: ofAbsence),
    ]

    static let ofSlot = [
        FileKey(
            "every", .words("days and an hour as people say them, such as \"Tue 17:00\" or \"2nd Tue 5pm\", in quotes"),
            .requiredUnless(["rrule"]),
            effect:
                "It is on those days, every week unless it says otherwise, on the mentor's own clock, summer and winter.",
            why: "The usual way to say it; docs/times.md has every spelling.", example: "every: \"Tue 17:00\""),
        FileKey(
            "rrule", .words("a recurrence rule of RFC 5545 without UNTIL and COUNT"), .requiredUnless(["every"]),
            effect: "On which days it is, if not every week; at says the hour.",
            why: "For what words do not say.",
            example: """
                rrule: "FREQ=MONTHLY;BYDAY=1FR"
                at: "10:00"
                """),
        FileKey(
            "at", .time, .requiredUnless(["every"]),
            effect: "When a session would begin, on the mentor's own clock.", why: "An rrule says days, not hours.",
            example: """
                rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
                at: "20:00"
                """),
        FileKey(
            "zone", .zone, .otherwise("the mentor's, also after they move"),
            effect: "The clock on which this slot is.",
            why: "For who leads from an office elsewhere, and does not take the slot along when they move.",
            example: "zone: Europe/Berlin"),
        FileKey(
            "from", .day, .otherwise("the season's first day"),
            effect: "The first day on which it can be; weeks of an INTERVAL are counted from it.",
            why: "From when on they have time; and which of two weeks “every other week” means.",
            example: "from: 2027-01-14"),
        FileKey(
            "until", .day, .otherwise("the season's last day"), effect: "The last day on which it can be.",
            why: "Where a timetable changes in the middle of a season.", example: "until: 2027-04-30"),
        FileKey(
            "except", .list(of: "dates", atMost: Limits.exceptions), .value("[]", "none"),
            effect: "Days that it leaves out.",
            why: "One date on which this hour is taken; away is for days without any slot.",
            example: "except: [2027-01-26]"),
        FileKey(
            "prefer", .number(SlotPattern.preferences), .value("0"),
            effect: FieldWord.prefer.meaning.asSentence,
            why: "So that an hour you would rather not have is used only where nothing better serves.",
            example: "prefer: 2"),
    ]

    static let ofAbsence = [firstDay, lastDay]

    static let ofDuty = [
        FileKey(
            "name", .words("1 to 32 lower-case letters and digits, no region's name"), .required,
            effect: "The short name of the duty, in the codes of its weeks: nova-2027a-w03-triage.",
            why: "Commands and calendars name it.", example: "name: triage"),
        FileKey(
            "title", .line, .required, effect: "What people call it.", why: "It heads the weeks in calendars.",
            example: "title: Bug triage"),
        FileKey(
            "link", .line, .otherwise("none"),
            effect: "Where the work is found: it stands in the calendars of those whose week it is.",
            why: "Whoever has the week begins with one click.",
            example: "link: https://bugs.launchpad.net/nova/+bugs?field.status=NEW"),
        FileKey(
            "min-gap-weeks", .number(Mentor.gaps), .value("2"),
            effect: "A volunteer's weeks lie at least so many weeks apart.", why: "1 lets somebody have two running.",
            example: "min-gap-weeks: 4"),
        FileKey(
            "max-per-month", .number(Duty.monthlyLimits), .value("2"),
            effect: "The most weeks of one volunteer among those that begin in a calendar month.",
            why: "More only where volunteers are few.", example: "max-per-month: 1"),
        FileKey(
            "volunteers",
            .list(of: "addresses of mentors of this file, or mappings of others", atMost: Limits.mentors),
            .value("[]", "none but those who volunteer themselves"),
            effect:
                "Those among whom the weeks are shared equally. Whoever also leads that week is spared if it can be helped.",
            why: "Anybody in the program can join them with meridian duty volunteer.",
            example: """
                volunteers:
                  - akira@example.org
                  - { name: Ngozi Eze, email: ngozi@example.org, zone: Africa/Lagos }
                """,
            keys: ofVolunteer, needs: ["mentors"]),
    ]

    static let ofVolunteer = [personName, address, formerly, clock]

    private static let personName = FileKey(
        "name", .line, .required, effect: "The name that others see.",
        why: "Any script will do; once they call themselves otherwise, that stays.", example: "name: Akira Sato")

    private static let address = FileKey(
        "email", .address, .required,
        effect:
            "Their address: it tells people apart, and invitations and mails go there. No other participant sees it.",
        why: "The same address in two programs is one person, who is never booked twice at one time.",
        example: "email: akira@example.org")

    private static let formerly = FileKey(
        "formerly", .list(of: "different mail addresses", atMost: ProgramFileReader.mostDifferent),
        .value("[]", "none"),
        effect: "Addresses that they had before. The new one acts once its owner has confirmed it by mail.",
        why: "A changed email alone is somebody new; so they keep turns, invitations and what they have led.",
        example: "formerly: [akira@old.example.org]")

    private static let clock = FileKey(
        "zone", .zone, .required,
        effect: "Where they read the clock: slots are on it, and hours in mails and tables are shown by it.",
        why: "Name a city, not an offset: summer time comes and goes by the rules of the place.",
        example: "zone: Asia/Tokyo")
}

extension String {
    /// With a capital letter and a full stop.
    fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
