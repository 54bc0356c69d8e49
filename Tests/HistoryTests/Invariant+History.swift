import Mentoring

extension Invariant {
    /// What has been, and what only seems to happen.
    static let history = [
        Invariant(rule: "what has begun is left alone") { transition in
            transition.before.inOrder.flatMap { known -> [String] in
                guard known.session.start <= transition.after.now, known.session.status != .cancelled else { return [] }
                guard let meeting = transition.after.meetings[known.code] else { return ["\(known.code) is gone"] }
                var (was, now) = (known.session, meeting.session)
                if was.status == .announced, now.status == .held { was.status = .held }
                (was.log, was.pick) = (now.log, now.pick)
                was.slot = now.slot
                // What somebody is called, and where, is theirs to change.
                (was.mentor, now.mentor) = (now.mentor, now.mentor)
                var breaches: [String] = []
                if known.session.mentor.email != meeting.session.mentor.email {
                    breaches.append("mentor of \(known.code)")
                }
                if was != now { breaches.append("\(known.code): \(known.session) → \(meeting.session)") }
                let places = { (meeting: Snapshot.Meeting) in
                    meeting.enrollments.map { "\($0.person.email) \($0.seat ?? 0)" }
                }
                if places(known) != places(meeting) {
                    breaches.append("\(known.code): \(places(known)) → \(places(meeting))")
                }
                return breaches
            }
        },
        Invariant(rule: "what was refused, or was done before a kill, is as it was") { transition in
            let isStill =
                if case .kill = transition.step { true } else { transition.deed.refusal != nil }
            guard isStill, !transition.step.isAbsence else { return [] }
            return transition.before.differences(to: transition.after)
        },
        Invariant(rule: "an export applied changes nothing") { transition in
            guard case .applyExport = transition.step, transition.deed.refusal == nil else { return [] }
            return transition.deed.exportChanges + transition.before.differences(to: transition.after)
        },
        Invariant(rule: "SEQUENCE never falls, and rises with what calendars show") { transition in
            transition.before.inOrder.compactMap { known in
                guard let meeting = transition.after.meetings[known.code] else { return nil }
                let (was, now) = (known.session, meeting.session)
                if now.sequence < was.sequence { return "\(known.code): \(was.sequence) → \(now.sequence)" }
                let differs =
                    was.start != now.start || was.mentor.email != now.mentor.email || was.location != now.location
                    || was.status != now.status && now.status != .held
                return differs && now.sequence == was.sequence ? "\(known.code) changed at \(now.sequence)" : nil
            }
        },
    ]
}

extension Step {
    /// Whether it is done on each server in turn, so that a refusal by one leaves what another has done.
    fileprivate var isAbsence: Bool {
        switch self {
        case .away, .back: true
        default: false
        }
    }
}

extension Snapshot {
    /// What differs apart from the clock, in words.
    func differences(to other: Snapshot) -> [String] {
        var differences: [String] = []
        for (name, program) in programs where other.programs[name] != program { differences.append("program \(name)") }
        for (code, meeting) in meetings where other.meetings[code] != meeting { differences.append(code) }
        for (code, week) in other.weeks where weeks[code] != week { differences.append(code) }
        differences += other.meetings.keys.filter { meetings[$0] == nil }.map { "new \($0)" }
        for (who, days) in other.absences where absences[who] ?? [] != days { differences.append("absences of \(who)") }
        differences += other.mails.dropFirst(mails.count).map { "mail: \($0.subject) → \($0.recipient)" }
        if suppressed != other.suppressed { differences.append("to whom nothing is sent") }
        for (who, address) in addresses where other.addresses[who] != address {
            differences.append("address of \(who)")
        }
        if archived != other.archived { differences.append("what is archived") }
        if setAside != other.setAside { differences.append("mail set aside") }
        if written != other.written { differences.append("mail in words") }
        return differences.sorted()
    }
}
