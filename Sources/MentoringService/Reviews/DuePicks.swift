import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// What is to be done about a session that is near and about nothing yet.
enum DuePick {
    /// Its mentor is reminded to pick a review.
    case reminder(Session)
    /// The review worth most stands in.
    case standIn(Session, Review)
}

extension TrainingService {
    /// The picks whose time has come, by program and start.
    func duePicks(at now: Instant, in transaction: any StoreReading) throws -> [DuePick] {
        let programs = try transaction.livePrograms().filter { $0.reviews.pickDays != nil }
        guard let days = programs.compactMap(\.reviews.pickDays).max() else { return [] }
        // Nobody is reminded more than two days before the days in which they are to pick.
        let last = now.adding(seconds: Int64(days + 2) * 86_400)
        let sessions = Dictionary(
            grouping: try sessionsOfLivePrograms(from: now, to: last, in: transaction).filter {
                $0.status == .announced && $0.isUpcoming(at: now) && $0.pick == nil
            }, by: \.code.program)
        return try programs.flatMap { program in
            try (sessions[program.name] ?? []).compactMap {
                try duePick(for: $0, of: program, at: now, in: transaction)
            }
        }
    }

    private func duePick(
        for session: Session, of program: Program, at now: Instant, in transaction: any StoreReading
    ) throws -> DuePick? {
        guard let clock = try pickClock(of: session, in: program) else { return nil }
        guard let reminded = try transaction.lastTold(.pickDue(for: session)) else {
            return clock.isReminderDue(at: now) ? .reminder(session) : nil
        }
        guard now >= clock.end(remindedAt: reminded) else { return nil }
        return try standIn(for: session, at: now, in: transaction).map { .standIn(session, $0) }
    }

    /// Reminds the mentors who are to pick a review, and picks for those whose time is over.
    func lookAfterPicks(at now: Instant, in transaction: any StoreWriting, _ report: inout DueReport) throws {
        for pick in try duePicks(at: now, in: transaction) {
            switch pick {
            case .reminder(let session):
                try remindToPick(session, at: now, in: transaction)
                report.reminders += 1
            case .standIn(let session, _):
                // Looked for again, since the one that was found may stand in by now for the session before.
                guard let review = try standIn(for: session, at: now, in: transaction) else { continue }
                try transaction.writingDown(.about(session, "standInReview", way: .itself), at: now) {
                    _ = try self.pick(review, nil, for: session, about: .reviewStoodIn, at: now, in: transaction)
                }
                report.standIns += 1
            }
        }
    }

    private func remindToPick(_ session: Session, at now: Instant, in transaction: any StoreWriting) throws {
        let program = try transaction.requireProgram(of: session.code)
        guard let clock = try pickClock(of: session, in: program) else { return }
        let letter = Letter(
            reader: session.mentor, role: .mentor, session: session, program: program,
            subject: .pickDue(
                by: clock.end(remindedAt: now), standIn: try standIn(for: session, at: now, in: transaction)),
            date: now, token: try transaction.invitation(to: session.mentor.id, for: session.id)?.token)
        try tell(.letter(letter), once: [.pickDue(for: session)], at: now, in: transaction)
    }

    private func pickClock(of session: Session, in program: Program) throws -> PickClock? {
        guard let due = program.pickDue(for: session) else { return nil }
        return PickClock(due: due, start: session.start, in: try zones.rules(for: session.mentor.zone))
    }

    /// The review that is worth most to a session and that no session is about.
    private func standIn(for session: Session, at now: Instant, in transaction: any StoreReading) throws -> Review? {
        try rankedReviews(of: session.code.program, for: session, at: now, in: transaction).first(where: \.isAvailable)?
            .review
    }
}
