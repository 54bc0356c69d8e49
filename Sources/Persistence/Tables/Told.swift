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
        try save(
            to: .told,
            ["matter": told.matter, "about": told.about, "reader": told.reader ?? .unassigned, "sent": moment])
    }
}

extension Told.Matter: Storable {}

extension Table {
    static let told = Table("told", key: ["matter", "about", "reader"])
}
