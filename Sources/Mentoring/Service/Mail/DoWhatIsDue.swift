import CivilTime
import TimeZoneCatalog

extension TrainingOffice {
    /// Does what the clock asks for: reminds those whose session is near, mentors who are to pick a review, and those for
    /// whom written answers wait; lets another stand in
    /// for a review that was not picked in time; passes on seats that were not confirmed in time
    /// and are waited for, and gives free seats to those who have let others go first for long enough.
    ///
    /// Doing it again changes nothing, so it may be done as often as one likes.
    ///
    /// - Returns: what was done.
    /// - Throws: the first failure; the other things have been done all the same.
    @discardableResult
    public func doWhatIsDue() async throws -> DueReport {
        let now = clock.now()
        // Most of the time nothing is due, and nobody else is kept from writing to find that out.
        guard try await store.read({ try isAnythingDue(at: now, in: $0) }) else { return DueReport() }
        let tasks: [@Sendable (any StoreWriting, inout DueReport) throws -> Void] = [
            { try passOnUnconfirmedSeats(at: now, in: $0, &$1) },
            { try endYielding(at: now, in: $0, &$1) },
            { try remind(at: now, in: $0, &$1) },
            { try lookAfterPicks(at: now, in: $0, &$1) },
            { try tellOfAnswers(at: now, in: $0, &$1) },
        ]
        var report = DueReport()
        var failure: (any Error)?
        for task in tasks {
            do {
                let before = report
                report = try await store.write { books in
                    var report = before
                    try task(books, &report)
                    return report
                }
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return report
    }

    private func remind(at now: Instant, in books: any StoreWriting, _ report: inout DueReport) throws {
        for reminder in try dueReminders(at: now, in: books) {
            try send(reminder, at: now, in: books)
            report.reminders += 1
        }
    }

    private func isAnythingDue(at now: Instant, in books: any StoreReading) throws -> Bool {
        if try !books.unconfirmedEnrollments(at: now).isEmpty { return true }
        let yielding = try books.yieldingEnrollments().contains { enrollment in
            let session = try books.session(enrollment.session)?.timed(by: zones)
            return session.map { $0.isUpcoming(at: now) && Yielding.isOver(for: $0, at: now) } ?? false
        }
        return try yielding || !dueReminders(at: now, in: books).isEmpty || !duePicks(at: now, in: books).isEmpty
            || !dueAnswers(at: now, in: books).isEmpty
    }

    private func passOnUnconfirmedSeats(at now: Instant, in books: any StoreWriting, _ report: inout DueReport) throws {
        for enrollment in try books.unconfirmedEnrollments(at: now) {
            guard let session = try books.session(enrollment.session)?.timed(by: zones) else { continue }
            let somebodyWaits = try books.enrollments(in: session.id).contains {
                $0.state == .waitlisted && !$0.yields
            }
            guard session.isUpcoming(at: now), somebodyWaits else {
                // Nobody else wants it, so it stays theirs.
                try books.confirm(enrollment.id)
                continue
            }
            report.promoted += try leave(session, enrollment.person, about: .lapsed, at: now, in: books).promoted
            report.lapsed += 1
        }
    }

    private func endYielding(at now: Instant, in books: any StoreWriting, _ report: inout DueReport) throws {
        var sessions: [Session] = []
        for enrollment in try books.yieldingEnrollments() {
            guard let session = try books.session(enrollment.session)?.timed(by: zones), session.isUpcoming(at: now),
                Yielding.isOver(for: session, at: now)
            else { continue }
            try books.endYielding(enrollment.id)
            if sessions.last?.id != session.id { sessions.append(session) }
        }
        for session in sessions { report.promoted += try fillFreeSeats(of: session, at: now, in: books).promoted }
    }
}
