import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// Does what the clock asks for: reminds those whose session is near, mentors who are to pick a review, those for whom
    /// written answers wait, those whose place in a region's sessions ends with the season, those whose session was never announced, and
    /// organizers of mails that were not sent to them; lets another stand in for a review that was
    /// not picked in time; passes on seats that were not confirmed in time and are waited for, and gives free seats to those
    /// who have let others go first for long enough; undoes moves to addresses that nobody proved; forgets what was kept long enough, and links in mails about what is long over;
    /// erases again whom a restored backup had brought back.
    ///
    /// Doing it again changes nothing, so it may be done as often as one likes.
    ///
    /// - Returns: what was done.
    /// - Throws: the first failure; the other things have been done all the same.
    @discardableResult
    public func doWhatIsDue() async throws -> DueReport {
        let now = clock.now()
        var report = DueReport()
        var failure: (any Error)?
        for task in dueTasks(at: now) {
            do {
                // Most of the time nothing is due, and nobody else is kept from writing to find that out.
                guard try await store.read({ try task.isDue($0) }) else { continue }
                let before = report
                report = try await store.write { transaction in
                    var report = before
                    try task.carryOut(transaction, &report)
                    return report
                }
            } catch let error as CancellationError {
                throw error
            } catch {
                failure = failure ?? error
            }
        }
        do {
            report.unerased = try await repeatErasures().left
        } catch let error as CancellationError {
            throw error
        } catch {
            failure = failure ?? error
        }
        do {
            try await store.sweep()
        } catch let error as CancellationError {
            throw error
        } catch {
            failure = failure ?? error
        }
        if let failure { throw failure }
        return report
    }

    /// One thing that the clock asks for, which is looked for and done without the others.
    private struct DueTask: Sendable {
        let isDue: @Sendable (any StoreReading) throws -> Bool
        let carryOut: @Sendable (any StoreWriting, inout DueReport) throws -> Void
    }

    private func dueTasks(at now: Instant) -> [DueTask] {
        [
            DueTask(
                isDue: { try !liveUnconfirmedEnrollments(at: now, in: $0).isEmpty },
                carryOut: { try passOnUnconfirmedSeats(at: now, in: $0, &$1) }),
            DueTask(
                isDue: { try !doneYielding(among: $0.yieldingEnrollments(), at: now, in: $0).isEmpty },
                carryOut: { try endYielding(at: now, in: $0, &$1) }),
            DueTask(
                isDue: { try !dueReminders(at: now, in: $0).isEmpty }, carryOut: { try remind(at: now, in: $0, &$1) }),
            DueTask(
                isDue: { try !duePicks(at: now, in: $0).isEmpty },
                carryOut: { try lookAfterPicks(at: now, in: $0, &$1) }
            ),
            DueTask(
                isDue: { try !dueAnswers(at: now, in: $0).isEmpty },
                carryOut: { try tellOfAnswers(at: now, in: $0, &$1) }),
            DueTask(
                isDue: { try !$0.undoableAddressMoves(madeUntil: AddressMove.lastOver(at: now)).isEmpty },
                carryOut: { transaction, _ in try settleMoves(at: now, in: transaction) }),
            DueTask(
                isDue: { try !dueRenewals(at: now, in: $0).isEmpty },
                carryOut: { transaction, report in
                    for renewal in try dueRenewals(at: now, in: transaction) {
                        try ask(renewal, at: now, in: transaction)
                        report.reminders += 1
                    }
                }),
            DueTask(
                isDue: { try !missedEnrollments(at: now, in: $0).isEmpty },
                carryOut: { transaction, report in
                    for missed in try missedEnrollments(at: now, in: transaction) {
                        try tell(missed, at: now, in: transaction)
                        report.reminders += 1
                    }
                }),
            DueTask(
                isDue: { try !$0.restOfMail(at: now).isEmpty },
                carryOut: { transaction, _ in try tellOfUnlistedMail(at: now, in: transaction) }),
            DueTask(
                isDue: { try $0.hasOutlived(retention, at: now) },
                carryOut: { transaction, _ in try transaction.forgetWhatOutlived(retention, at: now, atMost: 500) }),
            DueTask(
                isDue: { try $0.hasOldWrittenMail(at: now) },
                carryOut: { transaction, _ in try transaction.forgetOldWrittenMail(at: now) }),
            DueTask(
                isDue: { try $0.hasMailLinks(overSince: now.adding(seconds: -Self.secondsOfOldLinks)) },
                carryOut: { transaction, _ in
                    try transaction.removeMailLinks(overSince: now.adding(seconds: -Self.secondsOfOldLinks))
                }),
        ]
    }

    /// The sessions that start within a time, of programs that are not archived, by program, then start; asked for all programs at
    /// once, since most of the time there is nothing to do in any.
    func sessionsOfLivePrograms(
        from first: Instant, to last: Instant, in transaction: any StoreReading
    ) throws -> [Session] {
        let archived = try transaction.archivedPrograms()
        // As it was derived last: other tz data may have moved it by some hours since.
        let margin: Int64 = 86_400
        return try transaction.sessions(
            starting: first.adding(seconds: -margin)..<last.adding(seconds: margin)
        ).map { $0.timed(by: zones) }.filter { !archived.contains($0.code.program) && first <= $0.start }
    }

    private func remind(at now: Instant, in transaction: any StoreWriting, _ report: inout DueReport) throws {
        for reminder in try dueReminders(at: now, in: transaction) {
            try send(reminder, at: now, in: transaction)
            report.reminders += 1
        }
    }

    /// Those of programs in which something happens.
    private func liveUnconfirmedEnrollments(
        at now: Instant, in transaction: any StoreReading
    ) throws -> [Enrollment] {
        try transaction.unconfirmedEnrollments(at: now).filter { try isLive($0, in: transaction) }
    }

    private func isLive(_ enrollment: Enrollment, in transaction: any StoreReading) throws -> Bool {
        guard let program = try transaction.session(enrollment.session)?.code.program else { return true }
        return try transaction.archive(of: program) == nil
    }

    private func passOnUnconfirmedSeats(at now: Instant, in transaction: any StoreWriting, _ report: inout DueReport)
        throws
    {
        for enrollment in try liveUnconfirmedEnrollments(at: now, in: transaction) {
            guard let session = try transaction.session(enrollment.session)?.timed(by: zones) else { continue }
            let somebodyWaits = try transaction.enrollments(in: session.id).contains {
                $0.state == .waitlisted && !$0.yields
            }
            guard session.isUpcoming(at: now), somebodyWaits else {
                // Nobody else wants it, so it stays theirs.
                try transaction.writingDown(
                    .about(session, "confirmSeat", of: enrollment.person, way: .itself), at: now
                ) { try transaction.confirm(enrollment.id) }
                continue
            }
            report.promoted += try transaction.writingDown(
                .about(session, "passOnSeat", of: enrollment.person, way: .itself), at: now
            ) {
                try leave(session, enrollment.person, about: .lapsed, at: now, in: transaction).promoted
            }
            report.lapsed += 1
        }
    }

    private func endYielding(at now: Instant, in transaction: any StoreWriting, _ report: inout DueReport) throws {
        var sessions: [Session] = []
        for (enrollment, session) in try doneYielding(
            among: transaction.yieldingEnrollments(), at: now, in: transaction)
        {
            try transaction.writingDown(
                .about(session, "endYielding", of: enrollment.person, way: .itself), at: now
            ) { try transaction.setYielding(false, of: enrollment.id) }
            if sessions.last?.id != session.id { sessions.append(session) }
        }
        for session in sessions {
            report.promoted += try transaction.writingDown(.about(session, "fillSeats", way: .itself), at: now) {
                try fillFreeSeats(of: session, at: now, in: transaction).promoted
            }
        }
    }
}
