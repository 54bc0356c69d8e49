import Foundation

/// A database with names in nine scripts, and something in each listing; made once for all tests that only read.
struct NineScripts: Sendable {
    static let made = Task { try await NineScripts() }

    /// When the listings are asked for: in the third of five weeks.
    private static let now = "2027-01-20T12:00:00Z"

    private let folder: WorkingFolder

    /// What makes a runner read it.
    var environment: [String: String] {
        ["MERIDIAN_DB": folder.url.appending(path: "meridian.db").path, "MERIDIAN_NOW": Self.now, "TERM": "xterm"]
    }

    init() async throws {
        let meridian = try CommandRunner()
        folder = meridian.workingFolder
        _ = try meridian.write(Self.program, as: "nova.yaml")
        let before = ["MERIDIAN_NOW": "2026-12-14T09:00:00Z"]
        for line in Self.story {
            let outcome = try await meridian.run(
                arguments: line.split(separator: "|").map(String.init), extra: before)
            guard outcome.status == 0 else { throw Failed(line: line, outcome: outcome) }
        }
        for line in Self.later {
            let outcome = try await meridian.run(
                arguments: line.split(separator: "|").map(String.init), extra: ["MERIDIAN_NOW": Self.now])
            guard outcome.status == 0 else { throw Failed(line: line, outcome: outcome) }
        }
        let mail = try await meridian.run(
            arguments: ["mail", "receive"], extra: ["MERIDIAN_NOW": Self.now], input: Self.mail)
        guard mail.status == 0 else { throw Failed(line: "mail|receive", outcome: mail) }
    }

    struct Failed: Error {
        let line: String
        let outcome: CommandRunner.Outcome
    }

    /// The commands that list or show something, and print neither a calendar nor a picture.
    static let listings = [
        "program|list", "program|show|nova", "organizer|list", "organizer|list|nova", "mentor|list|nova",
        "slot|list|nova",
        "away|list|akira@example.org", "freeze|list|nova", "season|list|nova", "session|list|nova",
        "session|list|nova|--upcoming|--zone|Asia/Kolkata|--zone|America/Argentina/Buenos_Aires|--as|sara@example.org",
        "session|show|nova-2027a-w01-asia", "plan|nova", "plan|nova|--explain", "plan|nova|--report",
        "plan|nova|--without|david@example.org", "why|nova-2027a-w05-europe",
        "why-not|nova|--mentor|omar@example.org|--week|4", "forecast|nova", "health|nova", "swap|list|nova",
        "trainee|list|nova", "review|list|nova", "attend|nova-2027a-w01-asia", "nick|list|nova|--all",
        "progress|nova|--all",
        "progress|nova|sara@example.org", "evidence|nova|sara@example.org", "duty|list|nova", "outbox|list",
        "outbox|suppressed", "mail|list", "mail|list|nova", "mail|show|1", "token|list", "person|blocked",
        "person|blocked|nova", "log", "log|nova", "doctor", "feed|url|nova",
    ].map { $0.split(separator: "|").map(String.init) }

    private static let story =
        ["program|apply|nova.yaml", "plan|nova|--publish", "token|create|akira@example.org|--label|ноутбук Акіри"]
        + [
            ("שָׂרָה לוי", "sara", "Asia/Jerusalem"), ("فاطِمة زهراء", "fatima", "Africa/Cairo"),
            ("Søren Đặng", "soren", "Europe/Copenhagen"), ("किरण दास", "kiran", "Asia/Kolkata"),
            ("王小明", "ming", "Asia/Shanghai"), ("박지민", "jimin", "Asia/Seoul"), ("Οδυσσέας", "ody", "Europe/Athens"),
            ("Ада", "ada", "Europe/Kyiv"), ("กาญจนา", "kan", "Asia/Bangkok"), ("👩 Ada", "emo", "America/Bogota"),
        ].flatMap { name, address, zone in
            [
                "trainee|join|nova|--name|\(name)|--email|\(address)@example.org|--zone|\(zone)",
                "enroll|nova-2027a-w0\(address.count.isMultiple(of: 2) ? 4 : 1)-asia|--as|\(address)@example.org",
            ]
        }
        + [
            "review|propose|nova|https://review.example.org/c/openstack/nova/+/900001|--title|Гонка в планувальнику, яку видно лише тоді, коли двоє починають одночасно|--area|scheduler|--as|sara@example.org",
            "review|propose|nova|https://review.example.org/c/openstack/nova/+/900002|--title|إصلاح السباق في المجدول|--as|fatima@example.org",
            "review|vote|1|--as|fatima@example.org", "nick|add|nova|שרה|--as|sara@example.org",
            "person|block|eve@example.org",
            "person|block|mallory@example.org|nova",
        ]

    private static let later = [
        "attend|nova-2027a-w01-asia|sara@example.org|kiran@example.org",
        "swap|offer|nova-2027a-w05-americas|--as|zoe@example.org",
    ]

    private static let mail = """
        From: =?utf-8?B?16nXqNeUINec15XXmQ==?= <sara@example.org>
        To: nova-training@example.org
        Subject: =?utf-8?B?16nXkNec15Q=?= about Tuesday
        Message-ID: <1@example.org>
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        אפשר לבוא ביום שלישי? I should like to come to the session of next week, if there is a seat, and to bring a friend.

        """

    static let program = """
        program: nova
        title: Навчання рецензентів Nova, for everybody who wants to review
        contact: nova-training@example.org
        organizers: [olivia@example.org]
        location: ircs://irc.oftc.net/openstack-nova-training
        season: { name: 2027a, start: 2027-01-04, weeks: 5 }
        cadence: every-region
        session: { minutes: 60, capacity: 3 }
        regions: [{ asia: APAC }, europe, americas]
        announce-weeks: 4
        areas: [scheduler, compute, api]
        stages:
          - { name: читач, sessions: 1 }
          - { name: reviewer, sessions: 4, discussed: 4, areas: 2 }
        reviews: { hosts: [review.example.org], pick-days: 4, proposals: open }
        freezes:
          - { from: 2027-01-11, to: 2027-01-17, reason: "Старий Новий рік, when nobody has any time for reviews", regions: [asia] }
        duties:
          - name: triage
            title: Bug triage
            volunteers: [david@example.org, akira@example.org, zoe@example.org]
        mentors:
          - name: 佐藤 明
            email: akira@example.org
            zone: Asia/Tokyo
            min-gap-weeks: 1
            slots: [{ every: "Tue 17:00" }]
            away: [{ from: 2027-01-25, to: 2027-01-27 }]
          - { name: 김서연, email: seoyeon@example.org, zone: Asia/Seoul, slots: [{ every: "Wed 19:00" }] }
          - { name: अनिरुद्ध शर्मा, email: aniruddh@example.org, zone: Asia/Kolkata, slots: [{ every: "Thu 18:30" }] }
          - { name: สมชาย กิ่งแก้ว, email: somchai@example.org, zone: Asia/Bangkok, slots: [{ every: "Fri 18:00" }] }
          - { name: Γιώργος Ψαράς, email: giorgos@example.org, zone: Europe/Athens, slots: [{ every: "Tue 17:00" }] }
          - { name: Мария Іваненко, email: maria@example.org, zone: Europe/Kyiv, slots: [{ every: "Wed 17:00" }] }
          - name: דוד בן־גוריון
            email: david@example.org
            zone: Asia/Jerusalem
            region: europe
            min-gap-weeks: 1
            max-per-month: 5
            slots: [{ every: "Thu 17:00" }]
          - { name: عمر الفاروق, email: omar@example.org, zone: Africa/Cairo, slots: [{ every: "Thu 18:00" }] }
          - name: Zoë Müller-Łukasiewicz
            email: zoe@example.org
            zone: America/Argentina/Buenos_Aires
            slots: [{ every: "Tue 17:00" }]
          - { name: 🦊 Fox, email: fox@example.org, zone: America/Los_Angeles, slots: [{ every: "Wed 11:00" }] }

        """
}
