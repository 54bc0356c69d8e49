import CivilTime
import Mentoring
import MentoringService

extension Transaction {
    func lastTold(_ told: Told) throws -> Instant? {
        try one(
            .told, "SELECT sent FROM told WHERE matter = ? AND about = ? AND reader = ?",
            [told.matter, told.about, told.reader ?? .unassigned]
        ) { try $0.value("sent") }
    }

    func setTold(_ told: Told, at moment: Instant) throws {
        try change(
            """
            INSERT INTO told(matter, about, reader, sent) VALUES (?, ?, ?, ?)
            ON CONFLICT(matter, about, reader) DO UPDATE SET sent = excluded.sent
            """, [told.matter, told.about, told.reader ?? .unassigned, moment])
    }
}

extension Told.Matter: Storable {}

extension Table {
    static let told = Table("told", key: ["matter", "about", "reader"])
}
