import ChatLogs
import Mentoring

extension Transaction {
    func visitors(in session: Identifier<Session>) throws -> [Visitor] {
        try visitors("WHERE session = ?", session)
    }

    func visitors(of program: Program.Name) throws -> [Visitor] {
        try visitors("JOIN session ON session.id = visitor.session WHERE session.program = ?", program)
    }

    func save(_ visitors: [Visitor], of session: Identifier<Session>) throws {
        guard try self.visitors(in: session) != visitors else { return }
        try change("DELETE FROM visitor WHERE session = ?", [session])
        for (number, visitor) in zip(1..., visitors) {
            for (place, nickname) in zip(0..., visitor.nicknames) {
                try addIfMissing(
                    to: .visitor,
                    [
                        "session": session, "key": nickname.key, "text": nickname,
                        "speaker": number, "place": place,
                    ])
            }
        }
    }

    private func visitors(_ condition: String, _ value: any Storable) throws -> [Visitor] {
        let rows = try all(
            .visitor, "SELECT visitor.* FROM visitor \(condition) ORDER BY visitor.session, speaker, place", [value]
        ) {
            (
                session: try $0.value("session") as Identifier<Session>, speaker: try $0.value("speaker") as Int,
                nickname: try $0.value("text") as Nickname
            )
        }
        var visitors: [Visitor] = []
        var last: (session: Identifier<Session>, speaker: Int)?
        for row in rows {
            if let last, last == (row.session, row.speaker) {
                visitors[visitors.count - 1].nicknames.append(row.nickname)
            } else {
                visitors.append(Visitor(session: row.session, nicknames: [row.nickname]))
            }
            last = (row.session, row.speaker)
        }
        return visitors
    }
}

extension Table {
    static let visitor = Table("visitor", key: ["session", "key"])
}
