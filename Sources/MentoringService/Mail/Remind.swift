import CivilTime
import Mentoring
import TimeZoneCatalog

/// A reminder that is to be written now.
struct DueReminder {
    let invitation: Invitation
    let session: Session
    let kind: Reminder
    /// How many have a seat.
    let enrolled: Int
}

/// When somebody is reminded of a session: a day before, and an hour before, in their waking hours.
///
/// What would fall into their night comes in the morning after it for the day's reminder, and on the evening before for
/// the hour's.
struct ReminderTimes {
    let day: Instant
    let hour: Instant

    /// The longest before a session that anybody is reminded of it, in seconds.
    static let longest: Int64 = 24 * 60 * 60
    /// How late a reminder may come that was due at the end of somebody's day.
    private static let grace: Int64 = 30 * 60

    private let waking: WakingHours

    init(for start: Instant, in rules: ZoneRules) {
        waking = WakingHours(in: rules)
        day = waking.first(notBefore: start.adding(seconds: -Self.longest))
        hour = waking.last(notAfter: start.adding(seconds: -60 * 60))
    }

    /// The reminder whose time has come, and when that was.
    ///
    /// The later one once both have; never by night.
    func due(at now: Instant) -> (kind: Reminder, since: Instant)? {
        let latest: (Reminder, Instant)? = now >= hour ? (.hour, hour) : now >= day ? (.day, day) : nil
        guard let latest, waking.first(notBefore: now) == now || now <= latest.1.adding(seconds: Self.grace) else {
            return nil
        }
        return latest
    }
}

extension TrainingService {
    /// The reminders that are to be written now, by program and start.
    func dueReminders(at now: Instant, in transaction: any StoreReading) throws -> [DueReminder] {
        try sessionsOfLivePrograms(from: now, to: now.adding(seconds: ReminderTimes.longest), in: transaction)
            .filter {
                $0.status == .announced && $0.isUpcoming(at: now)
                    && $0.start <= now.adding(seconds: ReminderTimes.longest)
            }
            .flatMap { try dueReminders(of: $0, at: now, in: transaction) }
    }

    private func dueReminders(
        of session: Session, at now: Instant, in transaction: any StoreReading
    ) throws -> [DueReminder] {
        let enrolled = try transaction.enrollments(in: session.id).count { $0.state == .enrolled }
        return try transaction.invitations(for: session.id).compactMap { invitation in
            // Who was told after the reminder was due has just been told.
            guard invitation.method == .request, invitation.role == .mentor || invitation.participation != .declined,
                let due = ReminderTimes(
                    for: session.start, in: try zones.rules(for: invitation.person.zone)
                ).due(at: now), invitation.stamp < due.since,
                try invitation.role == .trainee
                    || transaction.isMentor(invitation.person.id, of: session.code.program),
                try transaction.lastTold(.reminder(due.kind, of: session, to: invitation.person)) == nil,
                try transaction.wantsReminders(invitation.person.id)
            else { return nil }
            return DueReminder(
                invitation: invitation, session: session, kind: due.kind, enrolled: enrolled)
        }
    }

    func send(_ reminder: DueReminder, at now: Instant, in transaction: any StoreWriting) throws {
        let session = reminder.session
        let reader = reminder.invitation.person
        let letter = Letter(
            reader: reader, role: reminder.invitation.role, session: session,
            program: try transaction.requireProgram(of: session.code),
            subject: .reminder(reminder.kind, enrolled: reminder.enrolled), date: now, token: reminder.invitation.token)
        try tell(
            .letter(letter), once: [.reminder(reminder.kind, of: session, to: reader)], at: now, in: transaction)
    }
}
