import ChatLogs
import Mentoring

extension Transaction {
    func nicknames(of program: Program.Name) throws -> [KnownNickname] {
        try all(
            .nickname,
            """
            SELECT nickname.*, \(Person.joinedColumns(in: "nickname.program")) FROM nickname JOIN person ON person.id = nickname.person
            WHERE program = ? ORDER BY key
            """, [program]
        ) {
            KnownNickname(
                program: try $0.value("program"), nickname: try $0.value("text"), person: try $0.joinedPerson(),
                isProved: try $0.value("proved"))
        }
    }

    func nicknameClaims(of program: Program.Name) throws -> [KnownNickname] {
        try all(
            .nicknameClaim,
            """
            SELECT nickname_claim.*, \(Person.joinedColumns(in: "nickname_claim.program")) FROM nickname_claim
            JOIN person ON person.id = nickname_claim.person WHERE program = ? ORDER BY key, nickname_claim.id
            """, [program]
        ) {
            KnownNickname(
                program: try $0.value("program"), nickname: try $0.value("text"), person: try $0.joinedPerson())
        }
    }

    func add(_ nickname: KnownNickname) throws {
        try add(
            to: .nickname,
            [
                "program": nickname.program, "key": nickname.nickname.key, "text": nickname.nickname,
                "person": nickname.person.id, "proved": nickname.isProved,
            ])
    }

    func claim(_ nickname: KnownNickname) throws {
        try addIfMissing(
            to: .nicknameClaim,
            [
                "program": nickname.program, "key": nickname.nickname.key, "text": nickname.nickname,
                "person": nickname.person.id,
            ])
    }

    func removeClaims(
        to nickname: Nickname, in program: Program.Name, by person: Identifier<Person>?
    ) throws -> Bool {
        guard let person else {
            return try change("DELETE FROM nickname_claim WHERE program = ? AND key = ?", [program, nickname.key]) > 0
        }
        return try change(
            "DELETE FROM nickname_claim WHERE program = ? AND key = ? AND person = ?", [program, nickname.key, person])
            > 0
    }

    func removeNicknameClaims(of person: Identifier<Person>, in program: Program.Name) throws {
        try change("DELETE FROM nickname_claim WHERE program = ? AND person = ?", [program, person])
    }

    func remove(_ nickname: Nickname, from program: Program.Name) throws -> Bool {
        try change("DELETE FROM nickname WHERE program = ? AND key = ?", [program, nickname.key]) == 1
    }
}

extension Nickname: StorableAsText {
    init?(storedText: String) { self.init(storedText) }
}

extension Table {
    static let nickname = Table("nickname", key: ["program", "key"])
    static let nicknameClaim = Table("nickname_claim", key: ["id"])
}
