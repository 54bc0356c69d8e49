import CivilTime
import Mentoring
import TimeZoneCatalog

/// What people's calendar programs have made of the mails that they got: REQUEST and CANCEL, applied in their order to an empty
/// calendar (RFC 5546 §2.1.5).
struct Calendars {
    struct Entry: Equatable {
        var uid: String
        var organizer: String
        var sequence: Int
        var stamp: Instant
        var start: Instant
        /// The wall on which it stands, which new tz data move.
        var wall: PostedMail.Wall?
        var leads: Bool
        /// Whether it is there: a CANCEL takes it out.
        var isPresent: Bool
        /// Whether its owner has declined it, so that they do not expect it.
        var isDeclined = false
    }

    /// Whether several mails of a session leave as one: whoever moved up and hears that it is off was sent no invitation.
    var isGathered = false
    /// By mailbox, then by session.
    private(set) var entries: [EmailAddress: [String: Entry]] = [:]
    /// Where people get mail by now who have moved.
    var mailboxes: [EmailAddress: EmailAddress] = [:]

    /// Where somebody gets mail, by the address that they had first.
    func mailbox(of who: EmailAddress) -> EmailAddress { mailboxes[who] ?? who }

    /// Where somebody gets mail.
    func mailbox(of name: String) throws -> EmailAddress { mailbox(of: try Cast.email(name)) }

    /// What somebody's calendar has where they get mail by now.
    func entries(of who: EmailAddress) -> [String: Entry] { entries[mailbox(of: who)] ?? [:] }

    func last(of name: String, _ session: String) -> Entry? {
        (try? Cast.email(name)).flatMap { entries(of: $0)[session] }
    }

    /// What somebody has ever been invited to, those first that are still to come.
    func sessions(of name: String, after now: Instant) -> [String] {
        let all = (try? Cast.email(name)).map { entries(of: $0) } ?? [:]
        return all.filter { SessionCode($0.key) != nil }.sorted { one, other in
            let (isOver, isOtherOver) = (one.value.start <= now, other.value.start <= now)
            return isOver == isOtherOver ? one.key < other.key : isOtherOver
        }.map(\.key)
    }

    /// The weeks of duties that somebody was ever given.
    func weeks(of name: String) -> [String] {
        let all = (try? Cast.email(name)).map { entries(of: $0) } ?? [:]
        return all.keys.filter { DutyCode($0) != nil }.sorted()
    }

    /// Takes a mail in.
    /// - Returns: what is wrong with it, as a calendar program would say.
    mutating func take(_ mail: PostedMail) -> String? {
        guard let event = mail.event, let session = mail.session else { return nil }
        let known = entries[mail.mailbox]?[session]
        var complaint: String?
        if let known {
            if event.uid != known.uid { complaint = "\(mail.subject): another UID than before" }
            if event.sequence < known.sequence {
                complaint = "\(mail.subject): SEQUENCE falls from \(known.sequence) to \(event.sequence)"
            }
            if event.stamp <= known.stamp { complaint = "\(mail.subject): no newer DTSTAMP than the mail before" }
        } else if event.method == "CANCEL", !isGathered {
            complaint = "\(mail.subject): cancels what was never sent"
        }
        guard (event.sequence, event.stamp) > (known?.sequence ?? -1, known?.stamp ?? .distantPast) else {
            return complaint
        }
        entries[mail.mailbox, default: [:]][session] = Entry(
            uid: event.uid, organizer: event.organizer, sequence: event.sequence, stamp: event.stamp,
            start: event.start, wall: event.wall, leads: event.leads, isPresent: event.method == "REQUEST")
        return complaint
    }

    /// People's devices have new tz data, too.
    mutating func adopt(_ zones: TimeZoneCatalog) {
        for (who, calendar) in entries {
            for (session, entry) in calendar {
                guard let wall = entry.wall, let rules = try? zones.rules(named: wall.zone) else { continue }
                entries[who]?[session]?.start = rules.resolve(wall.local).instant
            }
        }
    }

    /// Notes what somebody's calendar program shows once they have answered in it.
    mutating func answer(_ isDeclined: Bool, by name: String, _ session: String) {
        guard let mailbox = try? mailbox(of: name) else { return }
        entries[mailbox]?[session]?.isDeclined = isDeclined
    }
}
