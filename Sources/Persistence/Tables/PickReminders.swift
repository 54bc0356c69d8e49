import CivilTime
import Mentoring

extension Transaction {
    func pickReminder(for session: Session) throws -> Instant? {
        try one(
            .pickReminder, "SELECT * FROM pick_reminder WHERE session = ? AND person = ?",
            [session.id, session.mentor.id]
        ) { try $0.value("sent") }
    }

    func addPickReminder(for session: Session, at moment: Instant) throws {
        try change(
            "INSERT INTO pick_reminder(session, person, sent) VALUES (?, ?, ?)",
            [session.id, session.mentor.id, moment])
    }
}

extension Table {
    static let pickReminder = Table("pick_reminder", key: ["session", "person"])
}
