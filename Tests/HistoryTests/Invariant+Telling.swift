import CivilTime
import Mentoring

extension Invariant {
    /// Who is told what.
    static let telling = [
        Invariant(rule: "the calendar that somebody's mails add up to is their sessions") { transition in
            // Once mails have come back, only what was written adds up.
            let unreached = transition.isDelivered ? transition.model.unreached : []
            let people = Cast.people.compactMap { try? Cast.email($0) }.filter { !unreached.contains($0) }
            return people.flatMap { who -> [String] in
                let entries = transition.model.calendars.entries(of: who)
                let codes = Set(entries.keys).union(transition.upcoming.map(\.code))
                return codes.sorted().compactMap { code in
                    breach(of: code, in: entries[code], of: who, transition)
                }
            }
        },
        Invariant(rule: "nobody believes what is not so") { transition in
            transition.after.inOrder.flatMap { meeting -> [String] in
                guard meeting.session.start > transition.after.now else { return [] }
                return Cast.people.compactMap { try? Cast.email($0) }.compactMap { who in
                    breach(of: who, in: meeting, transition)
                }
            }
        },
        Invariant(rule: "of one step nobody hears twice about one session") { transition in
            // A round does what is due, and then revises the season: of two things that happen one hears twice.
            guard !transition.step.isRound else { return [] }
            let events = transition.mails.filter { $0.event != nil }
            return Dictionary(grouping: events) { "\($0.mailbox) \($0.session ?? "")" }.filter { $0.value.count > 1 }
                .map { "\($0.key): \($0.value.map(\.subject).joined(separator: " | "))" }.sorted()
        },
        Invariant(rule: "no mail shows another's address") { transition in
            // Who wrote to a program is to be answered by those who organize it.
            transition.mails.filter { !$0.isPassedOn }.flatMap { mail in
                Cast.people.filter { "\($0)@example.org" != mail.to.description }.filter {
                    Cast.addresses(of: $0).contains(where: mail.shows)
                }.map { "\($0) in \(mail.subject) → \(mail.to)" }
            }
        },
        Invariant(rule: "those are told of whom it was said, or as many") { transition in
            let contacts = Cast.programs.map { "\($0)@example.org" }
            let people = Set(transition.mails.map(\.to.description)).subtracting(contacts)
            if let names = transition.deed.toldNames {
                let said = Set(names.map { "\($0.lowercased())@example.org" })
                return said == people ? [] : ["\(names.sorted()) said, and mails to \(people.sorted())"]
            }
            guard let told = transition.deed.told else { return [] }
            return people.count == told ? [] : ["\(told) said, and mails to \(people.sorted())"]
        },
    ]

    private static func breach(
        of code: String, in entry: Calendars.Entry?, of who: EmailAddress, _ transition: Transition
    ) -> String? {
        guard let meeting = transition.after.meetings[code], meeting.session.start > transition.after.now,
            !transition.after.archived.contains(meeting.session.code.program)
        else { return nil }
        let expected = meeting.session.status == .announced && meeting.present.contains(who)
        guard let entry, entry.isPresent else {
            return expected ? "\(who) \(meeting.part(of: who)), and their calendar has nothing" : nil
        }
        // Whoever has declined expects nothing, unless it is that they lead.
        guard expected else { return entry.isDeclined ? nil : "\(who)'s calendar has \(code), which is not theirs" }
        if entry.start != meeting.session.start {
            return "\(who)'s calendar has \(code) at \(entry.start.rfc3339) instead of \(meeting.session.start.rfc3339)"
        }
        return nil
    }

    private static func breach(
        of who: EmailAddress, in meeting: Snapshot.Meeting, _ transition: Transition
    ) -> String? {
        let belief = transition.model.belief(of: who, in: meeting.code)
        let isOff = meeting.session.status == .cancelled
        let enrollment = isOff ? nil : meeting.enrollments.first { $0.person.email == who }
        switch belief {
        case .unsure: return nil
        case .leads:
            return !isOff && meeting.session.mentor.email == who ? nil : "\(who) believes to lead \(meeting.code)"
        case .seat:
            return enrollment?.seat != nil
                ? nil : "\(who) believes to have a seat in \(meeting.session.status) \(meeting.code)"
        case .waits:
            // Who moves up in what is only tentative hears of it when it is announced.
            let isSeated = enrollment?.seat != nil
            guard enrollment != nil, !isSeated || meeting.session.status == .tentative else {
                return "\(who) believes to wait in \(meeting.session.status) \(meeting.code)"
            }
            return nil
        case .out:
            guard enrollment != nil, !transition.model.isStanding(who, in: meeting.code) else { return nil }
            return "\(who) is enrolled in \(meeting.session.status) \(meeting.code) and does not know"
        }
    }
}
