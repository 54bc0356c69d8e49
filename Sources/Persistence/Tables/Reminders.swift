import Mentoring

extension Transaction {
    func reminders(for session: Identifier<Session>) throws -> Set<Reminder> {
        Set(
            try all(.reminder, "SELECT * FROM reminder WHERE session = ?", [session]) {
                Reminder(
                    session: try $0.value("session"), person: try $0.value("person"), kind: try $0.value("kind"),
                    start: try $0.value("start"))
            })
    }

    func add(_ reminder: Reminder) throws {
        try change(
            "INSERT INTO reminder(session, person, kind, start) VALUES (?, ?, ?, ?)",
            [reminder.session, reminder.person, reminder.kind, reminder.start])
    }
}

extension Table {
    static let reminder = Table("reminder", key: ["session", "person", "kind", "start"])
}
