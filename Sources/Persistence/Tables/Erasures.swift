import CivilTime
import Crypto
import GRDB
import Mentoring
import MentoringService

extension Transaction {
    /// What rests on others' word or evidence stays with its number: sessions, seats, attendance, who led along, turns at duties,
    /// offers, proposals that others see, and blocks of an address.
    func erase(_ erasure: Erasure) throws {
        let (person, instead) = (erasure.person.id, try ErasedPerson.address(of: erasure.person.id))
        let addresses = erasure.addresses.map(\.description)
        let all = Mention(
            of: PersonalTraces(words: erasure.names + addresses, instead: erasure.remains.rawValue), by: "untraced")
        let inLog = Mention(of: PersonalTraces(words: addresses, instead: instead.description), by: "unaddressed")
        let functions = [all.function, inLog.function]
        for function in functions { database.add(function: function) }
        defer { for function in functions { database.remove(function: function) } }
        for table in Self.tablesOfOwn { try change("DELETE FROM \(table) WHERE person = ?", [person]) }
        try change("DELETE FROM told WHERE reader = ?", [person])
        for address in erasure.addresses { try forget(address) }
        for (table, column) in [("told", "about"), ("visitor", "text")] {
            try change("DELETE FROM \(table) WHERE \(all.condition([column]))", all.words)
        }
        let columns = ["sender", "subject", "reason", "text", "CAST(bytes AS TEXT)"]
        try change("DELETE FROM mail_set_aside WHERE \(all.condition(columns))", all.words)
        try forgetMail(to: erasure.addresses, all, letsItLeave: erasure.letsMailLeave)
        for (table, column) in Self.textsOfOthers { try replace(all, in: column, of: table) }
        // What was signed off does not change.
        try replace(all, in: "text", of: "written_answers", where: "signed_off IS NULL")
        for column in ["actor", "subject"] { try replace(inLog, in: column, of: "log_entry") }
        try changeOne(
            "person \(person)", "UPDATE person SET name = ?, email = ?, zone = ?, erased = ? WHERE id = ?",
            [erasure.remains.rawValue, instead, TimeZoneID.utc, erasure.moment, person])
        for address in erasure.provedAddresses { try recognize(address, erasedAt: erasure.moment) }
        try change(
            """
            INSERT INTO setting(name, value) VALUES ('sweep', '1')
                ON CONFLICT(name) DO UPDATE SET value = CAST(value AS INTEGER) + 1
            """, [])
    }

    func tellHoursInUTC(ofSlotsOf person: Identifier<Person>) throws {
        let theirs = "(session.mentor = ?1 OR session.slot IN (SELECT id FROM slot WHERE slot.mentor = ?1))"
        try change(
            """
            UPDATE session_mail SET shows = replace(shows, session.zone, 'UTC') FROM session
            WHERE session.id = session_mail.session AND shows IS NOT NULL AND session.zone <> 'UTC' AND \(theirs)
            """, [person])
        try change(
            """
            UPDATE session SET zone = 'UTC', local_start = strftime('%Y-%m-%dT%H:%M:%S', start, 'unixepoch')
            WHERE zone <> 'UTC' AND \(theirs)
            """, [person])
    }

    func erased(_ email: EmailAddress) throws -> Instant? {
        let salts = try all(.erasedAddress, "SELECT DISTINCT salt FROM erased_address") {
            try $0.value("salt") as String
        }
        for salt in salts {
            let moment = try one(
                .erasedAddress, "SELECT moment FROM erased_address WHERE digest = ?", [Self.digest(of: email, salt)]
            ) { try $0.value("moment") as Instant }
            if let moment { return moment }
        }
        return nil
    }

    func erasuresDue() throws -> [Person] {
        try all(
            .person, "SELECT person.* FROM person JOIN erasure_due ON erasure_due.person = person.id ORDER BY id", [],
            Person.init)
    }

    private func recognize(_ email: EmailAddress, erasedAt moment: Instant) throws {
        let known = try one(.erasedAddress, "SELECT salt FROM erased_address LIMIT 1", []) {
            try $0.value("salt") as String
        }
        let made = try one(.erasedAddress, "SELECT hex(randomblob(16)) AS salt", []) { try $0.value("salt") as String }
        let salt = known ?? made ?? ""
        try save(
            to: .erasedAddress, ["digest": Self.digest(of: email, salt), "salt": salt, "moment": moment])
    }

    static func digest(of email: EmailAddress, _ salt: String) -> [UInt8] {
        Array(SHA256.hash(data: Array("\(salt) \(email)".utf8)))
    }

    /// What is kept by an address alone; those of a block stay, or it would be none.
    private func forget(_ address: EmailAddress) throws {
        for (table, column) in Self.columnsOfAddresses {
            try change("DELETE FROM \(table) WHERE \(column) = ?", [address])
        }
        for table in ["invitation", "former_invitation", "duty_turn"] {
            try change("UPDATE \(table) SET contact = NULL WHERE contact = ?", [address])
        }
        try change(
            "DELETE FROM file_fact WHERE instr(' ' || key || ' ' || value || ' ', ' ' || ? || ' ') > 0", [address])
    }

    /// Mails that have left lose what they said, since who was in it cannot be found there, however it is written; mails that wait
    /// leave as they are, and are forgotten then.
    private func forgetMail(to addresses: [EmailAddress], _ all: Mention, letsItLeave: Bool) throws {
        for address in addresses {
            try change(
                """
                DELETE FROM outbox WHERE recipient = ? AND (NOT ? OR program IN (
                    SELECT program FROM paused_program UNION SELECT program FROM archived_program))
                """, [address, letsItLeave])
            try change("UPDATE outbox SET forgotten = 1 WHERE recipient = ?", [address])
        }
        try change("UPDATE outbox SET forgotten = 1 WHERE \(all.condition(["subject"]))", all.words)
        try change("UPDATE outbox SET last_error = NULL WHERE \(all.condition(["last_error"]))", all.words)
        try change("UPDATE outbox SET bytes = x'' WHERE state <> 'pending' AND length(bytes) > 0", [])
        try change("UPDATE outbox SET secret = 1 WHERE state = 'pending' AND NOT secret", [])
    }

    /// Where a row is one person's.
    static let tablesOfOwn = [
        "access_token", "address_move", "away", "erasure_due", "feed_address", "file_fact", "former_invitation",
        "introduction", "invitation", "mail_link", "mail_matter", "mentor", "nickname", "nickname_claim",
        "pick_reminder", "reminder", "review_vote", "standing_enrollment", "standing_offer", "time_proposal",
        "trainee", "volunteer", "without_reminders", "written_answers",
    ]
    /// Where a row is an address's.
    private static let columnsOfAddresses = [
        ("address_move", "old"), ("address_move", "new"), ("administrator", "email"), ("former_invitation", "email"),
        ("join_request", "email"), ("organizer", "email"), ("recorded_answer", "email"), ("sign_in", "email"),
        ("sign_up", "email"), ("suppressed_address", "address"), ("written_mail", "sender"),
    ]
    /// Where others write what they like.
    private static let textsOfOthers = [
        ("access_token", "label"), ("change_facts", "owner"), ("change_facts", "title"), ("duty_turn", "cancellation"),
        ("freeze", "reason"), ("review", "title"), ("session", "cancellation"), ("session", "location"),
        ("session", "questions"), ("time_proposal", "comment"), ("written_mail", "attachments"),
        ("written_mail", "author"), ("written_mail", "subject"), ("written_mail", "text"),
    ]

    private func replace(_ mention: Mention, in column: String, of table: String, where also: String = "1") throws {
        try change(
            """
            UPDATE \(table) SET \(column) = \(mention.function.name)(\(column))
            WHERE \(also) AND \(mention.condition([column]))
            """, mention.words)
    }
}

/// Where somebody is named.
private struct Mention {
    /// What is looked for.
    let words: [String]
    /// Makes a text one without them.
    let function: DatabaseFunction

    init(of traces: PersonalTraces, by name: String) {
        words = traces.words
        function = DatabaseFunction(name, argumentCount: 1, pure: true) { values in
            String.fromDatabaseValue(values[0]).map(traces.removed)
        }
    }

    /// An SQL term with `words` as its arguments: whether one of some columns names them.
    ///
    /// Whether a text holds the words at all is asked first, since most do not.
    func condition(_ columns: [String]) -> String {
        let terms = columns.map { column in
            let holds = words.indices.map { "instr(\(column), ?\($0 + 1)) > 0" }.joined(separator: " OR ")
            return "(\(holds)) AND \(function.name)(\(column)) IS NOT \(column)"
        }
        return "(\(terms.joined(separator: " OR ")))"
    }
}

extension Table {
    static let erasedAddress = Table("erased_address", key: ["digest"])
}
