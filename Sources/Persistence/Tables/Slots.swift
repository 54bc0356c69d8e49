import CivilTime
import Mentoring

extension Transaction {
    func slots(of program: Program.Name) throws -> [Slot] {
        try all(.slot, "SELECT * FROM slot WHERE program = ? ORDER BY id", [program], Slot.init)
    }

    func slot(_ id: Identifier<Slot>) throws -> Slot? {
        try one(.slot, "SELECT * FROM slot WHERE id = ?", [id], Slot.init)
    }

    func add(_ slot: Slot) throws -> Slot {
        var added = slot
        let pattern = slot.pattern
        added.id = try insert(
            into: .slot,
            [
                "program": slot.program, "mentor": slot.mentor, "rule": pattern.rule, "at": pattern.at,
                "first_day": pattern.from, "last_day": pattern.until, "left_out": pattern.leftOut,
                "preference": pattern.preference, "zone": slot.zone, "names_zone": slot.isZoneNamed,
            ])
        return added
    }

    func update(_ slot: Slot) throws {
        let pattern = slot.pattern
        try changeOne(
            "slot \(slot.id)", in: .slot, slot.id,
            [
                "rule": pattern.rule, "at": pattern.at, "first_day": pattern.from, "last_day": pattern.until,
                "left_out": pattern.leftOut, "preference": pattern.preference, "zone": slot.zone,
                "names_zone": slot.isZoneNamed,
            ])
    }

    // Sessions made from it stay: the schema's ON DELETE SET NULL.
    func remove(_ slot: Identifier<Slot>) throws -> Bool {
        try change("DELETE FROM slot WHERE id = ?", [slot]) == 1
    }
}

extension Slot {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), program: try row.value("program"), mentor: try row.value("mentor"),
            pattern: try SlotPattern(
                rule: row.value("rule"), at: row.value("at"), from: row.valueIfAny("first_day"),
                until: row.valueIfAny("last_day"), except: row.list("left_out", LocalDate.init(iso:)),
                preference: row.value("preference")),
            zone: try row.value("zone"), isZoneNamed: try row.value("names_zone"))
    }
}

extension SlotPattern {
    /// The days left out as a column keeps them.
    fileprivate var leftOut: String { except.map(\.description).joined(separator: ",") }
}

extension Table {
    static let slot = Table("slot")
}
