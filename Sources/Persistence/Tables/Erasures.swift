import CivilTime
import Crypto
import Foundation
import GRDB
import Mentoring
import MentoringService

extension Transaction {
    /// What rests on others' word or evidence stays with its number: sessions, seats, attendance, who led along, turns at duties,
    /// offers, proposals that others see, and blocks of an address.
    func erase(_ erasure: Erasure) throws {
        let (person, instead) = (erasure.person.id, try ErasedPerson.address(of: erasure.person.id))
        let addresses = erasure.addresses.map(\.description)
        let byAddress = Mention(
            of: PersonalTraces(words: addresses, instead: erasure.remains.rawValue), by: "unaddressed")
        // Anybody can be called like a word of the program's, such as “PTG”; two words are hardly any but a name.
        let names = erasure.names.filter { $0.contains(" ") }
        let byName = Mention(of: PersonalTraces(words: names, instead: erasure.remains.rawValue), by: "unnamed")
        let functions = [byAddress.function, byName.function]
        for function in functions { database.add(function: function) }
        defer { for function in functions { database.remove(function: function) } }
        for table in Self.tablesOfOwn { try change("DELETE FROM \(table) WHERE person = ?", [person]) }
        try change("DELETE FROM told WHERE reader = ?", [person])
        for address in erasure.addresses { try forget(address) }
        try forget(byAddress, in: ["about"], of: "told")
        try forget(byAddress, in: ["text"], of: "visitor")
        for mention in [byAddress, byName] { try forget(mention, in: ["sender"], of: "mail_set_aside") }
        try forgetInMailOfOthers(byAddress)
        try forgetMail(to: erasure.addresses, byAddress, letsItLeave: erasure.letsMailLeave)
        // They are kept by who asked, and can tell of anybody.
        try change("DELETE FROM recorded_answer", [])
        let places = erasure.programs.map { "'\($0)'" }.joined(separator: ", ")
        let sessions = "session IN (SELECT id FROM session WHERE program IN (\(places)))"
        try forget(byName, in: ["text"], of: "visitor", where: sessions)
        let known = [
            "program": "program IN (\(places))", "session": sessions,
            "review": "review IN (SELECT id FROM review WHERE program IN (\(places)))",
        ]
        for (table, column, key) in Self.textsOfOthers {
            guard let place = known[key] else { continue }
            try replace(byName, in: column, of: table, where: place)
            try replace(byAddress, in: column, of: table)
        }
        for (table, column) in Self.textsOfTheProgram { try replace(byAddress, in: column, of: table) }
        // What was signed off does not change.
        try replace(byName, in: "text", of: "written_answers", where: "signed_off IS NULL AND \(sessions)")
        try replace(byAddress, in: "text", of: "written_answers", where: "signed_off IS NULL")
        for address in erasure.addresses { try rewriteLog(address, instead) }
        for address in erasure.triedAddresses {
            try rewriteLog(
                address, instead,
                where: """
                    action IN ('movePerson', 'confirmMove', 'undoMove')
                        AND (actor = ?2 OR instr(' ' || subject || ' ', ' ' || ?2 || ' ') > 0)
                    """)
        }
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
            .person,
            "SELECT person.* FROM erasure_due CROSS JOIN person ON person.id = erasure_due.person ORDER BY erasure_due.person",
            [], Person.init)
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

    /// Puts another address in the place of one, where an entry's actor, or a word of its subject, is just that.
    private func rewriteLog(_ address: EmailAddress, _ instead: EmailAddress, where also: String = "1") throws {
        let word = "' ' || ?1 || ' '", other = "' ' || ?2 || ' '"
        if also == "1" { try change("UPDATE log_entry SET actor = ?2 WHERE actor = ?1", [address, instead]) }
        // Twice, since of two that are side by side the first takes the blank of the second.
        try change(
            """
            UPDATE log_entry
            SET subject = trim(replace(replace(' ' || subject || ' ', \(word), \(other)), \(word), \(other)))
            WHERE instr(' ' || subject || ' ', \(word)) > 0 AND \(also)
            """, [address, instead])
    }

    /// Mail of others that was set aside loses the addresses, and stays: nothing that a person wrote is swallowed.
    ///
    /// As it came it is kept only where its words are not, since in what is encoded nobody can look for them. Whatever else is written
    /// there is of no program, so that a name is not looked for. Bytes are in any character set, or in none: all but the addresses
    /// stay as they are.
    private func forgetInMailOfOthers(_ mention: Mention) throws {
        let name = mention.function.name
        let inBytes = mention.words.indices.map { "instr(lower(CAST(bytes AS TEXT)), ?\($0 + 1)) > 0" }
            .joined(separator: " OR ")
        // An empty BLOB comes back from a function as NULL.
        try change(
            """
            UPDATE mail_set_aside SET subject = \(name)(subject), reason = \(name)(reason), text = \(name)(text),
                bytes = CASE WHEN text IS NOT NULL OR length(bytes) = 0 THEN x''
                    ELSE substr(\(name)(bytes), 1, 65536) END
            WHERE \(mention.condition(["subject", "reason", "text"])) OR ((\(inBytes)) AND \(name)(bytes) IS NOT bytes)
            """, mention.words)
    }

    /// Mails that have left lose what they said, since who was in it cannot be found there, however it is written; mails that wait
    /// leave as they are, and are forgotten then.
    private func forgetMail(to addresses: [EmailAddress], _ byAddress: Mention, letsItLeave: Bool) throws {
        for address in addresses {
            try change(
                """
                DELETE FROM outbox WHERE recipient = ? AND (NOT ? OR program IN (
                    SELECT program FROM paused_program UNION SELECT program FROM archived_program))
                """, [address, letsItLeave])
            try change("UPDATE outbox SET forgotten = 1 WHERE recipient = ?", [address])
        }
        try change("UPDATE outbox SET forgotten = 1 WHERE \(byAddress.condition(["subject"]))", byAddress.words)
        try change(
            "UPDATE outbox SET last_error = NULL WHERE \(byAddress.condition(["last_error"]))", byAddress.words)
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
        ("join_request", "email"), ("organizer", "email"), ("sign_in", "email"),
        ("sign_up", "email"), ("suppressed_address", "address"), ("written_mail", "sender"),
    ]
    /// Where others write what they like, and by which column it is of a program.
    private static let textsOfOthers = [
        ("access_token", "label", "program"), ("change_facts", "owner", "review"), ("change_facts", "title", "review"),
        ("review", "title", "program"), ("session", "questions", "program"), ("time_proposal", "comment", "session"),
        ("written_mail", "attachments", "program"), ("written_mail", "author", "program"),
        ("written_mail", "subject", "program"), ("written_mail", "text", "program"),
    ]
    /// What a program says, of which nobody takes a word by being called like it.
    private static let textsOfTheProgram = [
        ("duty_turn", "cancellation"), ("freeze", "reason"), ("session", "cancellation"), ("session", "location"),
    ]

    private func forget(
        _ mention: Mention, in columns: [String], of table: String, where also: String = "1"
    ) throws {
        guard !mention.words.isEmpty else { return }
        try change("DELETE FROM \(table) WHERE \(also) AND \(mention.condition(columns))", mention.words)
    }

    private func replace(_ mention: Mention, in column: String, of table: String, where also: String = "1") throws {
        guard !mention.words.isEmpty else { return }
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
            if case .blob(let data) = values[0].storage { return Data(traces.removed(from: Array(data))) }
            return String.fromDatabaseValue(values[0]).map { text in
                // What stands for a short address is longer, and columns hold only so much, none less than 4,096 bytes: what is
                // that long already loses its end, and nobody keeps another from being erased by filling one.
                let most = max(text.utf8.count, 4096)
                var other = traces.removed(from: text)
                while other.utf8.count > most { other.removeLast() }
                return other
            }
        }
    }

    /// An SQL term with `words` as its arguments: whether one of some columns names them.
    ///
    /// Whether a text holds the words at all is asked first, since most do not.
    func condition(_ columns: [String]) -> String {
        let terms = columns.map { column in
            let holds = words.indices.map { "instr(\(column), ?\($0 + 1)) > 0" }.joined(separator: " OR ")
            return "((\(holds)) AND \(function.name)(\(column)) IS NOT \(column))"
        }
        return "(\(terms.joined(separator: " OR ")))"
    }
}

extension Table {
    static let erasedAddress = Table("erased_address", key: ["digest"])
}
