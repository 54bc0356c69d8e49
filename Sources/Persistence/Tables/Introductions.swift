import Mentoring
import TimeZoneCatalog

extension Transaction {
    func introduction(of person: Identifier<Person>, to program: Program.Name) throws -> Introduction? {
        try one(
            .introduction, "SELECT * FROM introduction WHERE program = ? AND person = ?", [program, person],
            Introduction.init)
    }

    func introductions(of person: Identifier<Person>) throws -> [Introduction] {
        try all(
            .introduction, "SELECT * FROM introduction WHERE person = ? ORDER BY program", [person], Introduction.init)
    }

    func save(_ introduction: Introduction) throws {
        try save(
            to: .introduction,
            [
                "program": introduction.program, "person": introduction.person, "name": introduction.name,
                "zone": introduction.zone,
            ])
    }

    func removeIntroduction(of person: Identifier<Person>, to program: Program.Name) throws {
        try change("DELETE FROM introduction WHERE program = ? AND person = ?", [program, person])
    }
}

extension Introduction {
    init(_ row: StoredRow) throws {
        self.init(
            program: try row.value("program"), person: try row.value("person"), name: try row.value("name"),
            zone: try row.value("zone"))
    }
}

extension Table {
    static let introduction = Table("introduction", key: ["program", "person"])
}
