import CivilTime
import Mentoring

extension Transaction {
    func mailLink(digest: [UInt8]) throws -> MailLink? {
        try one(
            .mailLink,
            """
            SELECT mail_link.*, \(Person.joinedColumns)
            FROM mail_link JOIN person ON person.id = mail_link.person WHERE digest = ?
            """, [digest], MailLink.init)
    }

    func add(_ link: MailLink, digest: [UInt8]) throws {
        let about = link.matter.about
        try add(
            to: .mailLink,
            [
                "digest": digest, "person": link.person.id, "matter": link.matter.word, "session": about.session,
                "offer": about.offer, "turn": about.turn, "made": link.made,
            ])
    }

    func hasMailLinks(overSince moment: Instant) throws -> Bool {
        try one(.mailLink, "SELECT 1 AS found FROM mail_link WHERE \(Self.isOver) LIMIT 1", [moment]) { _ in true }
            ?? false
    }

    func removeMailLinks(overSince moment: Instant) throws {
        try change("DELETE FROM mail_link WHERE \(Self.isOver)", [moment])
    }

    func removeMailMatters(of person: Identifier<Person>, in program: Program.Name) throws {
        try change("DELETE FROM standing_offer WHERE person = ? AND program = ?", [person, program])
        let sessions = "session IN (SELECT id FROM session WHERE program = ?2)"
        try change("DELETE FROM mail_matter WHERE person = ?1 AND \(sessions)", [person, program])
        try change(
            """
            DELETE FROM mail_link WHERE person = ?1 AND (\(sessions)
                OR offer IN (SELECT swap_offer.id FROM swap_offer
                    JOIN session ON session.id = swap_offer.session WHERE program = ?2)
                OR turn IN (SELECT id FROM duty_turn WHERE program = ?2))
            """, [person, program])
    }

    /// Whether what a link is about was over at a moment, by its parameter.
    private static let isOver = """
        (SELECT start FROM session WHERE id = mail_link.session) <= ?1
            OR (SELECT start FROM swap_offer JOIN session ON session.id = swap_offer.session
                WHERE swap_offer.id = mail_link.offer) <= ?1
            OR (SELECT CAST(strftime('%s', season, (7 * (week - 1)) || ' days') AS INTEGER) FROM duty_turn
                WHERE id = mail_link.turn) <= ?1
            OR matter = 'reminders' AND made + \(MailLink.daysOfReminders * 86_400) <= ?1
        """

    func wantsReminders(_ person: Identifier<Person>) throws -> Bool {
        try one(.withoutReminders, "SELECT 1 AS found FROM without_reminders WHERE person = ?", [person]) { _ in false }
            ?? true
    }

    func setReminders(_ areWanted: Bool, of person: Identifier<Person>, at moment: Instant) throws {
        if areWanted {
            try change("DELETE FROM without_reminders WHERE person = ?", [person])
        } else {
            try addIfMissing(to: .withoutReminders, ["person": person, "since": moment])
        }
    }
}

extension MailLink {
    fileprivate init(_ row: StoredRow) throws {
        self.init(person: try row.joinedPerson(), matter: try Matter(row), made: try row.value("made"))
    }
}

extension MailLink.Matter {
    fileprivate var word: String {
        switch self {
        case .attend: "attend"
        case .lead: "lead"
        case .pick: "pick"
        case .takeSession: "take-session"
        case .keepWeek: "keep-week"
        case .takeWeek: "take-week"
        case .reminders: "reminders"
        }
    }

    fileprivate typealias About = (
        session: Identifier<Session>?, offer: Identifier<SwapOffer>?, turn: Identifier<DutyTurn>?
    )

    fileprivate var about: About {
        switch self {
        case .attend(let session), .lead(let session), .pick(let session): (session, nil, nil)
        case .takeSession(let offer): (nil, offer, nil)
        case .keepWeek(let turn), .takeWeek(let turn): (nil, nil, turn)
        case .reminders: (nil, nil, nil)
        }
    }

    fileprivate init(_ row: StoredRow) throws {
        let word: String = try row.value("matter")
        switch word {
        case "attend": self = .attend(try row.value("session"))
        case "lead": self = .lead(try row.value("session"))
        case "pick": self = .pick(try row.value("session"))
        case "take-session": self = .takeSession(try row.value("offer"))
        case "keep-week": self = .keepWeek(try row.value("turn"))
        case "take-week": self = .takeWeek(try row.value("turn"))
        case "reminders": self = .reminders
        default:
            throw StorageFailure("the database holds a link about “\(OneLine.shown(word))”, which is nothing known")
        }
    }
}

extension Table {
    static let mailLink = Table("mail_link", key: ["digest"])
    static let withoutReminders = Table("without_reminders", key: ["person"])
}
