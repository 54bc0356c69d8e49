import ChatLogs
import Mentoring

extension Transaction {
    func visitors(in session: Identifier<Session>) throws -> [Visitor] {
        try speakers("visitor.session = ?", session).filter { !$0.isKnown }.map(\.visitor)
    }

    func visitors(of program: Program.Name) throws -> [Visitor] {
        try speakers("session.program = ?", program).filter { !$0.isKnown }.map(\.visitor)
    }

    func speakers(in session: Identifier<Session>) throws -> [Visitor] {
        try speakers("visitor.session = ?", session).map(\.visitor)
    }

    func speakers(of program: Program.Name, by nickname: Nickname) throws -> [Visitor] {
        try speakers("session.program = ?", program).map(\.visitor).filter { $0.nicknames.contains(nickname) }
    }

    func save(_ visitors: [Visitor], of session: Identifier<Session>) throws {
        guard try speakers(in: session) != visitors else { return }
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

    /// Who spoke, each with whether one of their nicknames is somebody's by now.
    private func speakers(
        _ condition: String, _ value: any Storable
    ) throws -> [(visitor: Visitor, isKnown: Bool)] {
        let rows = try all(
            .visitor,
            """
            SELECT visitor.*, nickname.key IS NOT NULL AS known
            FROM visitor JOIN session ON session.id = visitor.session
            LEFT JOIN nickname ON nickname.program = session.program AND nickname.key = visitor.key
            WHERE \(condition) ORDER BY visitor.session, speaker, place
            """, [value]
        ) {
            (
                session: try $0.value("session") as Identifier<Session>, speaker: try $0.value("speaker") as Int,
                nickname: try $0.value("text") as Nickname, isKnown: try $0.value("known") as Bool
            )
        }
        var visitors: [(visitor: Visitor, isKnown: Bool)] = []
        var last: (session: Identifier<Session>, speaker: Int)?
        for row in rows {
            if let last, last == (row.session, row.speaker) {
                visitors[visitors.count - 1].visitor.nicknames.append(row.nickname)
                visitors[visitors.count - 1].isKnown = visitors[visitors.count - 1].isKnown || row.isKnown
            } else {
                visitors.append((Visitor(session: row.session, nicknames: [row.nickname]), row.isKnown))
            }
            last = (row.session, row.speaker)
        }
        return visitors
    }
}

extension Table {
    static let visitor = Table("visitor", key: ["session", "key"])
}
