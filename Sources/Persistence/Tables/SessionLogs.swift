import Mentoring

extension Transaction {
    func setLog(_ address: String, of session: Identifier<Session>) throws {
        try change(
            """
            INSERT INTO session_log(session, address) VALUES (?, ?)
            ON CONFLICT(session) DO UPDATE SET address = excluded.address
            """, [session, address])
    }
}
