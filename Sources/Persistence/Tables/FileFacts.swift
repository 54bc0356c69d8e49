import Mentoring

extension Transaction {
    func fileFacts(of program: Program.Name) throws -> Set<FileFact> {
        Set(try all(.fileFact, "SELECT * FROM file_fact WHERE program = ?", [program], FileFact.init))
    }

    func save(_ facts: Set<FileFact>, of program: Program.Name) throws {
        let known = try fileFacts(of: program)
        for fact in known.subtracting(facts) {
            try change(
                "DELETE FROM file_fact WHERE program = ? AND person IS ? AND key = ? AND value = ?",
                [program, fact.owner, fact.key, fact.value])
        }
        // In an order that does not depend on how a set was filled, so that the same deeds make the same file.
        let new = facts.subtracting(known).sorted { left, right in
            let owners: (Int64, Int64) = (left.owner?.rawValue ?? 0, right.owner?.rawValue ?? 0)
            return (owners.0, left.key, left.value) < (owners.1, right.key, right.value)
        }
        for fact in new {
            try add(
                to: .fileFact,
                ["program": program, "person": fact.owner, "key": fact.key, "value": fact.value])
        }
    }
}

extension FileFact {
    init(_ row: StoredRow) throws {
        self.init(
            owner: try row.valueIfAny("person"), key: try row.value("key"), value: try row.value("value"))
    }
}

extension Table {
    static let fileFact = Table("file_fact", key: ["id"])
}
