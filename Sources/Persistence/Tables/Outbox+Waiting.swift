import Mentoring

extension Transaction {
    func waitingMail() throws -> WaitingMail {
        // What a pausing or archived program keeps back waits for its organizers. Mails to one person leave in order, so the last
        // to become due is what the person waits for. What somebody wrote is kept, and was only to be passed on besides: it may be
        // refused for its words, and says nothing of how mail leaves.
        let waiting = try one(
            .outbox,
            """
            SELECT coalesce(sum(mails), 0) AS mails, min(since) AS since FROM (
                SELECT count(*) AS mails, max(coalesce(due, created)) AS since
                FROM outbox
                WHERE state = ?1 AND (NOT secret OR instr(bytes, ?2) = 0) AND (program IS NULL OR program NOT IN (
                    SELECT program FROM paused_program UNION SELECT program FROM archived_program))
                GROUP BY recipient)
            """, [OutboxMessage.State.pending, Array("\(OutboxMessage.forwardedField):".utf8)]
        ) { WaitingMail(count: try $0.value("mails"), since: try $0.valueIfAny("since")) }
        return waiting ?? WaitingMail(count: 0, since: nil)
    }
}
