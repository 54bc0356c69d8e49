import CivilTime
import Mentoring
import TimeZoneCatalog

extension Invariant {
    /// What holds over the years, whoever moves and whatever ends.
    static let lives = [
        Invariant(rule: "a code is one session's for ever") { transition in
            transition.after.doubles
                + transition.before.inOrder.compactMap { known in
                    guard let meeting = transition.after.meetings[known.code] else { return "\(known.code) is gone" }
                    return meeting.session.uid == known.session.uid ? nil : "\(known.code) is another session's"
                }
        },
        Invariant(rule: "a plan has sessions only in weeks that meet") { transition in
            planned(in: transition).filter { meeting in
                guard let state = transition.after.programs[meeting.session.code.program] else { return true }
                return !state.mayMeet(meeting.session)
            }.map { "\($0.code) on \($0.session.localStart.date)" }
        },
        Invariant(rule: "what somebody acted with ends when they move") { transition in
            guard let moved = transition.deed.moved, transition.deed.goodTokens > 0 else { return [] }
            return ["a token of \(moved) is good"]
        },
        Invariant(rule: "an address acts only once it has proved itself") { transition in
            guard let moved = transition.deed.moved, transition.deed.actedUnproved else { return [] }
            return ["\(moved) was given a token"]
        },
        Invariant(rule: "an address that somebody has left has none of their sessions") { transition in
            transition.after.addresses.sorted { $0.key < $1.key }.flatMap { who, address -> [String] in
                // Once mails have come back, only what was written adds up.
                guard !transition.isDelivered || !transition.model.unreached.contains(who) else { return [] }
                let others = Cast.addresses(of: String(who.localPart)).compactMap { try? EmailAddress($0) }.filter {
                    $0 != address.mailbox
                }
                return others.flatMap { left in
                    (transition.model.calendars.entries[left] ?? [:]).filter { code, entry in
                        guard let session = transition.after.meetings[code]?.session else { return false }
                        return entry.isPresent && !entry.isDeclined && session.status == .announced
                            && session.isUpcoming(at: transition.after.now)
                    }.keys.sorted().map { "\(left) has \($0)" }
                }
            }
        },
        Invariant(rule: "a program that is archived takes in nothing") { transition in
            transition.before.archived.intersection(transition.after.archived).sorted().flatMap { name -> [String] in
                guard let old = transition.before.programs[name], let new = transition.after.programs[name] else {
                    return []
                }
                let (before, after) = (transition.before, transition.after)
                return old.additions(in: new).map { "\(name): \($0)" }
                    + after.inOrder.filter { $0.session.code.program == name }.flatMap { meeting -> [String] in
                        guard let known = before.meetings[meeting.code] else { return ["\(meeting.code) is new"] }
                        let isNews = known.session.status != .announced && meeting.session.status == .announced
                        let people = Set(meeting.enrollments.map(\.person.email))
                            .subtracting(known.enrollments.map(\.person.email))
                        return (isNews ? ["\(meeting.code) is announced"] : [])
                            + people.sorted().map { "\($0) is in \(meeting.code)" }
                    }
            }
        },
    ]
}

extension Snapshot.ProgramState {
    /// Whether the weeks that meet are kept: of every other one the first, and the one after it where that is frozen.
    ///
    /// In a season of every week there is no other week to which one could be postponed.
    fileprivate func mayMeet(_ session: Session) -> Bool {
        let program = program.focused(on: session.code.season)
        guard program.meets == .every(weeks: 2) else { return true }
        func isFrozen(_ week: Int) -> Bool {
            (0..<7).allSatisfy { day in
                freezes.contains {
                    $0.covers(session.code.region, on: session.season.adding(days: 7 * (week - 1) + day))
                }
            }
        }
        let week = session.code.week
        if week % 2 == 1 { return !isFrozen(week) }
        return program.whenFrozen == .postpone && isFrozen(week - 1) && !isFrozen(week)
    }

    /// What is in it later, and was not before.
    fileprivate func additions(in later: Self) -> [String] {
        Set(later.mentors.map(\.person.email)).subtracting(mentors.map(\.person.email)).map { "mentor \($0)" }
            + Set(later.trainees).subtracting(trainees).map { "trainee \($0)" }
            + Set(later.slots.map(\.id)).subtracting(slots.map(\.id)).map { "slot \($0)" }
            + Set(later.freezes.map(\.id)).subtracting(freezes.map(\.id)).map { "freeze \($0)" }
            + Set(later.standing).subtracting(standing).map { "\($0.person.email) for the season" }
            + Set(later.offers.map(\.id)).subtracting(offers.map(\.id)).map { "offer \($0)" }
    }
}
