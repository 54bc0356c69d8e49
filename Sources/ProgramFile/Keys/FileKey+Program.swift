import Mentoring
import TimeZoneCatalog

// The top of a program file.

extension FileKey {
    /// The keys at the top of a file, in the order in which one writes them.
    public static let ofProgram =
        [program, title, about, conduct, contact, organizers, join, location, season, seasons, session] + terms
        + [confirmHours, areas, stages, reviews, bots, freezes, mentors, duties]

    private static let program = FileKey(
        "program",
        .words(
            "1 to 32 lower-case letters, digits and hyphens, but not \(Program.reservedNames.sorted().joined(separator: ", "))"
        ),
        .required,
        effect: """
            The short name of the program: in commands, in the codes of sessions (nova-2027a-w03-asia), and in the addresses of \
            its page and feeds.
            """,
        why: "One database holds several programs. Another name is another program: nothing is renamed.",
        example: "program: nova")

    private static let title = FileKey(
        "title", .line, .required,
        effect: "What people call it: on its page, in calendars, and as the sender of its mail.",
        why: "People know the project, not the short name.",
        example: "title: Nova core reviewer training")

    private static let about = FileKey(
        "about",
        .words(
            "plain text of at most \(ProgramIntroduction.longest) bytes, in paragraphs with blank lines between them"),
        .otherwise("the page says only when it meets, and where"),
        effect: """
            What the training is and whom it is for: on its page, and in the mail that lets somebody in. Addresses of pages in it \
            are links.
            """,
        why: "Whoever comes from a link in a chat knows nothing yet. Two short paragraphs are read; more is not.",
        example: """
            about: |
              For whoever has changes merged in Nova and wants to review those of others.

              Each session goes through one real change. https://docs.openstack.org/nova says more.
            """)

    private static let conduct = FileKey(
        "conduct", .words("the address of a page"), .otherwise("none"),
        effect: "The code of conduct: linked from the program's page and from the mail that lets somebody in.",
        why: "Who meets strangers wants to know what holds among them.",
        example: "conduct: https://www.python.org/psf/conduct/")

    private static let contact = FileKey(
        "contact",
        .words("a mail address of at most \(ReplyAddress.longestLocalPart) characters before its @"), .required,
        effect: """
            The address from which invitations come and to which answers go (the ORGANIZER of RFC 5545). Everybody who is invited \
            sees it.
            """,
        why: """
            Give an address of the program's own, no person's: where the server takes its mail in, answers from calendars act, \
            and what people write in words goes on to the organizers.
            """,
        example: "contact: nova-training@example.org")

    private static let organizers = FileKey(
        "organizers", .list(of: "different mail addresses", atMost: ProgramFileReader.mostDifferent),
        .value("[]", "none beside the administrators of the server"),
        effect: """
            Who may do everything in this program, over the network too, and gets what people write to the contact.
            """,
        why: "So that several can lead it, none of whom has to be an administrator of the server.",
        example: "organizers: [grace@example.org]")

    private static let join = FileKey(
        "join", .choice(Joining.self), .otherwise("invited, unless the server was started with --open-sign-up"),
        effect: """
            How people become trainees: invited by an organizer or a mentor; asked: they sign up, and an organizer lets them in; \
            open: they confirm their address, and are in.
            """,
        why: "open where everybody is welcome; asked where seats are few; invited where you choose whom you train.",
        example: "join: asked")

    private static let location = FileKey(
        "location", .line, .required,
        effect:
            "Where sessions are held: the place in everybody's calendar, on the page and in the mails. An address is a link.",
        why: "People go there from their calendar when it reminds them.",
        example: "location: ircs://irc.oftc.net/openstack-nova-training")

    private static let confirmHours = FileKey(
        "confirm-hours", .number(ConfirmationDeadline.hours), .value("\(ConfirmationDeadline.usualHours)"),
        effect: """
            How many hours somebody who moved up from a waiting list has to say that they come; a quarter of the time that is \
            left if that is longer. Then the seat goes to the next.
            """,
        why: "More where people read their mail seldom; fewer where waiting lists are long.",
        example: "confirm-hours: 48")

    private static let areas = FileKey(
        "areas",
        .list(
            of: "different names of lower-case letters, digits and hyphens", atMost: ProgramFileReader.mostDifferent),
        .value("[]", "none: parts of the project are not told apart"),
        effect:
            "The parts of the project: each proposed review is in one, mentors know some, and stages may ask for several.",
        why: """
            Reviews in areas that the people of a session have not met yet rank higher, so that over a season they see the \
            whole project.
            """,
        example: "areas: [scheduler, compute, libvirt]")

    private static let stages = FileKey(
        "stages", .words("a list of at most \(ProgramFileReader.mostStages) mappings, first stage to last"),
        .value("[]", "none: progress is counted, but has no stages"),
        effect: """
            The path to core reviewer. Each stage counts everything since somebody joined, in any season, and asks for at least \
            as much as the one before it.
            """,
        why:
            "People see how far they have come and which session helps them most; evidence for a nomination is one command.",
        example: """
            stages:
              - { name: reader, sessions: 3 }
              - { name: reviewer, sessions: 8, discussed: 5 }
            """,
        keys: ofStage)

    private static let reviews = FileKey(
        "reviews", .words("a mapping of hosts, pick-days, proposals"),
        .value("{}", "no server is asked, and picking is left to the mentors"),
        effect: "How the reviews that sessions are about are proposed, looked up and picked.",
        why: "Else a session may begin and nobody has read its change.",
        example: "reviews: { hosts: [review.opendev.org], pick-days: 4 }",
        keys: ofReviews)

    private static let bots = FileKey(
        "bots", .list(of: "different nicknames", atMost: Limits.bots), .value("[]", "none"),
        effect: "Who speaks in the channel and is nobody: meridian attend --log reads logs without them.",
        why: "Else each bot is counted as a visitor of every session.",
        example: "bots: [meetbot, opendevreview]")

    private static let freezes = FileKey(
        "freezes", .list(of: "mappings", atMost: Limits.freezes), .value("[]", "none"),
        effect: """
            Days on which no session is held. A week that is frozen as a whole is nobody's turn; what becomes of it says \
            when-frozen.
            """,
        why: "Release weeks and holidays, when nobody has time for training.",
        example: """
            freezes:
              - { from: 2027-03-08, to: 2027-03-21, reason: feature freeze }
            """,
        keys: ofFreeze)

    private static let mentors = FileKey(
        "mentors", .list(of: "mappings, each mail address once", atMost: Limits.mentors),
        .value("[]", "none but those whom meridian mentor add adds"),
        effect: "Those who lead sessions. One who left the file stays until it is applied with --prune.",
        why:
            "A change of who leads is reviewed like code. What mentors set themselves (slots, limits, days off) stays theirs.",
        example: """
            mentors:
              - name: Akira Sato
                email: akira@example.org
                zone: Asia/Tokyo
                slots:
                  - { every: "Tue 17:00" }
            """,
        keys: ofMentor)

    private static let duties = FileKey(
        "duties", .list(of: "mappings", atMost: ProgramFileReader.mostDuties), .value("[]", "none"),
        effect: """
            Work that falls to one volunteer a week, without an hour and without seats. Its weeks are shared, told and swapped \
            like sessions.
            """,
        why: "Triage and gate watching tire whoever always does them; here they go round, and around absences.",
        example: """
            duties:
              - name: triage
                title: Bug triage
                volunteers: [{ name: Ngozi Eze, email: ngozi@example.org, zone: Africa/Lagos }]
            """,
        keys: ofDuty)

    // MARK: - Stages, reviews, freezes

    static let ofStage = [
        FileKey(
            "name", .words("one line of at most \(ProgramFileReader.longestStage) bytes"), .required,
            effect: "What the project calls the stage.", why: "People tell each other that they have got there.",
            example: "name: reviewer"),
        stageGoal(.sessions, .number(Stage.amounts), "sessions attended", "That they come.", "8"),
        stageGoal(
            .discussed, .number(Stage.amounts), "different reviews discussed in the sessions attended",
            "That they have seen much, and not the same change three times.", "5"),
        stageGoal(
            .areas, .words("all, or how many areas"), "areas that those reviews were in",
            "A core reviewer is to know the project, not one corner of it.", "all", needs: ["areas"]),
        stageGoal(
            .coLed, .number(Stage.amounts), "sessions led together with a mentor (meridian co-lead SESSION NAME)",
            "Whoever is to lead some day has stood beside somebody who does.", "2"),
    ]

    private static func stageGoal(
        _ goal: Stage.Goal, _ takes: Taken, _ counted: String, _ why: String, _ amount: String, needs: [String] = []
    ) -> FileKey {
        FileKey(
            goal.rawValue, takes, .otherwise("nothing is asked for; a stage asks for one thing at least"),
            effect: "How many \(counted) the stage asks for in all.", why: why,
            example: "\(goal.rawValue): \(amount)", needs: needs)
    }

    static let ofReviews = [
        FileKey(
            "hosts",
            .list(of: "different names of servers, without https://", atMost: ProgramFileReader.mostDifferent),
            .value("[]", "none: no server is asked"),
            effect:
                "The servers that meridian review fetch may ask for title, size and state of a change; no others are asked.",
            why: "What is proposed then says what it is, and a mentor is told when it merges before its session.",
            example: "hosts: [review.opendev.org, github.com]"),
        FileKey(
            "pick-days", .number(ReviewTerms.pickTimes),
            .otherwise("mentors pick when they like, and nothing stands in"),
            effect: """
                So many days before a session its mentor is to have picked its review. They are reminded the day before; then the \
                one worth most stands in.
                """,
            why: "So that everybody has read the change before the session begins.",
            example: "pick-days: 4"),
        FileKey(
            "proposals", .choice(ReviewTerms.Proposals.self), .value("seen"),
            effect:
                "seen: a mentor or an organizer sees a proposal before everybody does; open: everybody sees it at once.",
            why: "seen keeps strangers' links off your pages; open where everybody who can propose is trusted.",
            example: "proposals: open"),
    ]

    static let ofFreeze = [
        firstDay, lastDay,
        FileKey(
            "reason", .line, .required, effect: "Why, as people read it beside the days.",
            why: "Who wonders where the session is finds the answer.", example: "reason: feature freeze"),
        FileKey(
            "regions", .regions, .otherwise("every region"),
            effect: "The regions that it holds for; the others meet.",
            why: "A holiday of one part of the world: Lunar New Year stops Asia and nobody else.",
            example: "regions: [asia]"),
    ]

    static let firstDay = FileKey(
        "from", .day, .required, effect: "The first day.", why: "Days are whole days.", example: "from: 2027-03-08")
    static let lastDay = FileKey(
        "to", .day, .required, effect: "The last day, which counts too.", why: "One day has from and to the same.",
        example: "to: 2027-03-21")
}
