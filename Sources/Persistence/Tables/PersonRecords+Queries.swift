extension Transaction {
    /// The code of a session, as an SQL term.
    private static let code = """
        session.program || '-' || (SELECT season.name FROM season
            WHERE season.program = session.program AND season.start = session.season)
            || '-w' || printf('%02d', session.week) || '-' || session.region AS session
        """

    /// What is kept of somebody by their number, with a query for each kind; what came last stands first.
    ///
    /// No query reads a digest, a secret, or another person's address.
    static let recordsOfPerson: [(kind: String, sql: String)] = [
        ("introduction", "SELECT program, name, zone FROM introduction WHERE person = ?1 ORDER BY program"),
        (
            "address",
            """
            SELECT old, new, made AS made_at, proved AS proved_at, undone AS undone_at FROM address_move
            WHERE person = ?1 ORDER BY id DESC
            """
        ),
        (
            "mentor",
            """
            SELECT program, region, weight, min_gap_weeks, max_per_month, since AS since_at, knows FROM
            mentor WHERE person = ?1 ORDER BY program
            """
        ),
        ("trainee", "SELECT program, since AS since_at FROM trainee WHERE person = ?1 ORDER BY program"),
        (
            "volunteer",
            """
            SELECT program, duty, since AS since_at FROM volunteer WHERE person = ?1 ORDER BY program, duty
            """
        ),
        ("departure", "SELECT program, since AS since_at FROM departure WHERE person = ?1 ORDER BY program"),
        (
            "slot",
            """
            SELECT program, rule, at, first_day, last_day, left_out, preference, zone FROM slot WHERE mentor
            = ?1 ORDER BY id DESC
            """
        ),
        ("absence", "SELECT program, first_day, last_day FROM away WHERE person = ?1 ORDER BY id DESC"),
        (
            "led",
            """
            SELECT \(code), start AS start_at, minutes, status, zone, local_start, cancellation, questions
            FROM session WHERE mentor = ?1 ORDER BY id DESC
            """
        ),
        (
            "led-along",
            """
            SELECT \(code) FROM co_leader JOIN session ON session.id = co_leader.session WHERE person = ?1
            ORDER BY session.id DESC
            """
        ),
        (
            "duty-week",
            """
            SELECT program, season, week, duty, status FROM duty_turn WHERE person = ?1 ORDER BY id DESC
            """
        ),
        (
            "enrollment",
            """
            SELECT \(code), seat, since AS since_at, confirm_by AS confirm_by_at FROM enrollment JOIN session
            ON session.id = enrollment.session WHERE person = ?1 ORDER BY enrollment.id DESC
            """
        ),
        (
            "season-enrollment",
            """
            SELECT program, region, season, since AS since_at FROM standing_enrollment WHERE person = ?1
            ORDER BY id DESC
            """
        ),
        (
            "attendance",
            """
            SELECT \(code), kind, evidence FROM attendance JOIN session ON session.id = attendance.session
            WHERE person = ?1 ORDER BY session.id DESC
            """
        ),
        (
            "answers",
            """
            SELECT \(code), text, written AS written_at, signed_off AS signed_off_at FROM written_answers
            JOIN session ON session.id = written_answers.session WHERE person = ?1 ORDER BY session.id DESC
            """
        ),
        (
            "invitation",
            """
            SELECT \(code), role, method, invitation.sequence, stamp AS stamp_at, participation,
            invitation.local_start, invitation.zone, answered AS answered_at FROM invitation JOIN session ON
            session.id = invitation.session WHERE person = ?1 ORDER BY session.id DESC
            """
        ),
        (
            "former-invitation",
            """
            SELECT \(code), email FROM former_invitation JOIN session ON session.id =
            former_invitation.session WHERE person = ?1 ORDER BY session.id DESC
            """
        ),
        (
            "reminder",
            """
            SELECT \(code), kind, reminder.start AS start_at FROM reminder JOIN session ON session.id =
            reminder.session WHERE person = ?1 ORDER BY session.id DESC
            """
        ),
        ("without-reminders", "SELECT since AS since_at FROM without_reminders WHERE person = ?1"),
        ("nickname", "SELECT program, text, proved FROM nickname WHERE person = ?1 ORDER BY program, key"),
        (
            "nickname-claim",
            """
            SELECT program, text FROM nickname_claim WHERE person = ?1 ORDER BY program, key
            """
        ),
        (
            "review",
            """
            SELECT program, url, title, area, difficulty, proposed AS proposed_at FROM review WHERE proposer
            = ?1 ORDER BY id DESC
            """
        ),
        (
            "vote",
            """
            SELECT review.program, review.url FROM review_vote JOIN review ON review.id = review_vote.review
            WHERE person = ?1 ORDER BY review.id DESC
            """
        ),
        (
            "offer",
            """
            SELECT \(code), made AS made_at, state FROM swap_offer JOIN session ON session.id =
            swap_offer.session WHERE swap_offer.mentor = ?1 OR asked = ?1 OR accepted_by = ?1 ORDER BY
            swap_offer.id DESC
            """
        ),
        (
            "time-proposal",
            """
            SELECT \(code), time_proposal.start AS start_at, comment, made AS made_at FROM time_proposal JOIN
            session ON session.id = time_proposal.session WHERE person = ?1 ORDER BY session.id DESC
            """
        ),
        ("file", "SELECT program, key, value FROM file_fact WHERE person = ?1 ORDER BY program, key"),
        (
            "token",
            """
            SELECT kind, role, program, scope, label, created AS created_at, expires AS expires_at,
            last_used AS last_used_at, revoked AS revoked_at FROM access_token WHERE person = ?1 ORDER BY id
            DESC
            """
        ),
        (
            "calendar-address",
            """
            SELECT generation FROM feed_address WHERE person = ?1 ORDER BY generation DESC
            """
        ),
        ("mail-link", "SELECT matter, made AS made_at FROM mail_link WHERE person = ?1 ORDER BY made DESC"),
    ]

    /// What is kept by an address, with a query for each kind.
    static let recordsOfAddress: [(kind: String, sql: String)] = [
        ("organizer", "SELECT program FROM organizer WHERE email = ?1 ORDER BY program"),
        ("administrator", "SELECT email FROM administrator WHERE email = ?1"),
        (
            "blocked",
            """
            SELECT coalesce(program, 'the whole server') AS place, since AS since_at FROM blocked_address
            WHERE email = ?1 ORDER BY program
            """
        ),
        (
            "join-request",
            """
            SELECT program, kind, name, zone, made AS made_at FROM join_request WHERE email = ?1 ORDER BY
            program
            """
        ),
        (
            "sign-up",
            """
            SELECT program, name, zone, made AS made_at FROM sign_up WHERE email = ?1 ORDER BY made DESC
            """
        ),
        ("sign-in", "SELECT made AS made_at, used AS used_at FROM sign_in WHERE email = ?1 ORDER BY id DESC"),
        ("undeliverable", "SELECT since AS since_at, reason FROM suppressed_address WHERE address = ?1"),
        (
            "mail",
            """
            SELECT subject, created AS created_at, state FROM outbox WHERE recipient = ?1 ORDER BY id DESC
            """
        ),
        (
            "written-mail",
            """
            SELECT program, author, subject, received AS received_at, text FROM written_mail WHERE sender =
            ?1 ORDER BY id DESC
            """
        ),
        (
            "mail-set-aside",
            """
            SELECT sender, subject, reason, received AS received_at, text FROM mail_set_aside WHERE
            instr(' ' || replace(replace(replace(lower(sender), '<', ' '), '>', ' '), ',', ' ') || ' ',
            ' ' || ?1 || ' ') > 0 ORDER BY id DESC
            """
        ),
        (
            "recorded-answer",
            """
            SELECT made AS made_at FROM recorded_answer WHERE email = ?1 ORDER BY made DESC
            """
        ),
        (
            "log",
            """
            SELECT moment AS moment_at, way, action, program, CASE WHEN subject NOT LIKE '%@%' OR subject =
            ?1 THEN subject END AS subject, fields FROM log_entry WHERE actor = ?1 ORDER BY id DESC
            """
        ),
        (
            "log-of-others",
            """
            SELECT moment AS moment_at, way, action, program, fields FROM log_entry WHERE actor IS NOT ?1
            AND instr(' ' || subject || ' ', ' ' || ?1 || ' ') > 0 ORDER BY id DESC
            """
        ),
    ]
}
