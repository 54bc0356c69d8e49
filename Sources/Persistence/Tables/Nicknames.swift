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
                program: try $0.value("program"), nickname: try $0.value("text"), person: try $0.joinedPerson())
        }
    }

    func add(_ nickname: KnownNickname) throws {
        try add(
            to: .nickname,
            [
                "program": nickname.program, "key": nickname.nickname.key, "text": nickname.nickname,
                "person": nickname.person.id,
            ])
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
}
