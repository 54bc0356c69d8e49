import Mentoring

extension Invariant {
    /// Who may sit, and who waits.
    static let seats = [
        Invariant(rule: "nobody leads a session and is enrolled in it") { transition in
            transition.upcoming.filter { meeting in
                meeting.enrollments.contains { $0.person.email == meeting.session.mentor.email }
            }.map(\.code)
        },
        Invariant(rule: "a session has the file's seats, or as many as are taken") { transition in
            transition.upcoming.compactMap { meeting in
                guard let program = transition.after.programs[meeting.session.code.program]?.program else { return nil }
                let seats = meeting.seated.compactMap(\.seat)
                let wanted = max(program.capacity, seats.count)
                guard meeting.session.capacity == wanted, seats.allSatisfy((1...wanted).contains),
                    Set(seats).count == seats.count
                else { return "\(meeting.code): \(meeting.session.capacity) for \(wanted), taken \(seats)" }
                return nil
            }
        },
        Invariant(rule: "nobody waits while a seat is free that they could take") { transition in
            transition.live.flatMap { meeting -> [String] in
                guard meeting.seated.count < meeting.session.capacity else { return [] }
                return meeting.waiting.filter {
                    // Whoever was passed by has their turn again in the step that makes them free.
                    transition.engagements(of: $0.person.email, besides: meeting, in: transition.after).isEmpty
                }.map { "\($0.person.email) in \(meeting.code)" }
            }
        },
        Invariant(
            rule: "who was in what is reinstated is in it again, unless they take no part any more or are elsewhere"
        ) {
            transition in
            guard case .reinstate = transition.step else { return [] }
            return transition.before.inOrder.filter { $0.session.status == .cancelled }.flatMap { known -> [String] in
                guard let meeting = transition.after.meetings[known.code], meeting.session.status != .cancelled else {
                    return []
                }
                let program = transition.after.programs[known.session.code.program]
                let members = Set((program?.trainees ?? []) + (program?.mentors.map(\.person.email) ?? []))
                return known.enrollments.map(\.person.email).filter { who in
                    !meeting.enrollments.contains { $0.person.email == who } && members.contains(who)
                        && transition.engagements(of: who, besides: meeting, in: transition.after).isEmpty
                }.map { "\($0) in \(known.code)" }
            }
        },
        Invariant(rule: "seats go to those who wait longest") { transition in
            transition.upcoming.flatMap { meeting -> [String] in
                guard let known = transition.before.meetings[meeting.code] else { return [] }
                let hadSeats = Set(known.seated.map(\.person.email))
                let waited = Set(known.waiting.map(\.id))
                let new = meeting.seated.filter { !hadSeats.contains($0.person.email) }
                return meeting.waiting.filter { waiting in
                    waited.contains(waiting.id) && new.contains { waiting.id.rawValue < $0.id.rawValue }
                        && !waiting.yields
                        && transition.engagements(of: waiting.person.email, besides: meeting, in: transition.after)
                            .isEmpty
                }.map { "\($0.person.email) still waits in \(meeting.code)" }
            }
        },
    ]
}

extension Step {
    /// Whether the server does its rounds in it.
    var isRound: Bool {
        if case .time = self { true } else { false }
    }
}
