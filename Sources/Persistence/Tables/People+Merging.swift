import Mentoring

extension Transaction {
    // What both have goes with the one who goes, by the schema's ON DELETE CASCADE.
    func absorb(_ person: Identifier<Person>, into other: Identifier<Person>) throws {
        // Slots belong to a mentor of their program, so the mentor comes first, and goes last.
        try change(
            """
            INSERT OR IGNORE INTO mentor(program, person, region, keeps_region, weight, min_gap_weeks, max_per_month, since, knows)
                SELECT program, ?, region, keeps_region, weight, min_gap_weeks, max_per_month, since, knows
                FROM mentor WHERE person = ?
            """, [other, person])
        for (table, column) in Self.columnsOfPeople {
            try change("UPDATE OR IGNORE \(table) SET \(column) = ? WHERE \(column) = ?", [other, person])
        }
        // They go on by the clock of the one who stays; slots are where they were.
        try change(
            """
            UPDATE slot SET names_zone = 1 WHERE mentor = ? AND zone <> coalesce(
                (SELECT introduction.zone FROM introduction
                    WHERE introduction.program = slot.program AND introduction.person = slot.mentor),
                (SELECT person.zone FROM person WHERE person.id = slot.mentor))
            """, [other])
        // What one of them said of a nickname that is the other's is so now.
        try change(
            """
            DELETE FROM nickname_claim WHERE person = ? AND EXISTS (SELECT 1 FROM nickname
                WHERE nickname.program = nickname_claim.program AND nickname.key = nickname_claim.key AND nickname.person = ?)
            """, [other, other])
        // Answers that were signed off do not change.
        try change(
            """
            INSERT OR IGNORE INTO written_answers(session, person, text, written, signed_off, mentor_told)
                SELECT session, ?, text, written, signed_off, mentor_told FROM written_answers WHERE person = ?
            """, [other, person])
        try change("UPDATE access_token SET person = ? WHERE person = ?", [other, person])
        // The schema lets a week of a duty change hands only with a new revision, and calendars with it.
        try change("UPDATE duty_turn SET person = ?, sequence = sequence + 1 WHERE person = ?", [other, person])
        try change(
            "UPDATE person SET has_spoken = 1 WHERE id = ? AND (SELECT has_spoken FROM person WHERE id = ?)",
            [other, person])
        try changeOne("person \(person)", "DELETE FROM person WHERE id = ?", [person])
    }

    /// Where people are named whose rows can be another's.
    private static let columnsOfPeople = [
        ("slot", "mentor"), ("session", "mentor"), ("trainee", "person"), ("volunteer", "person"), ("away", "person"),
        ("enrollment", "person"), ("standing_enrollment", "person"), ("invitation", "person"),
        ("attendance", "person"), ("co_leader", "person"), ("nickname", "person"), ("review", "proposer"),
        ("nickname_claim", "person"),
        ("review_vote", "person"), ("swap_offer", "mentor"), ("swap_offer", "asked"), ("swap_offer", "accepted_by"),
        ("duty_turn", "asked"), ("time_proposal", "person"),
        ("introduction", "person"), ("reminder", "person"), ("pick_reminder", "person"),
        ("former_invitation", "person"), ("file_fact", "person"),
        ("without_reminders", "person"),
    ]
}
