import CivilTime
import Mentoring

extension Invariant {
    /// Who has the weeks of duties, and what becomes of what people ask of each other.
    static let duties = [
        Invariant(rule: "the calendar that somebody's mails add up to is their weeks of duties") { transition in
            // Once mails have come back, only what was written adds up.
            let unreached = transition.isDelivered ? transition.model.unreached : []
            let people = Cast.people.compactMap { try? Cast.email($0) }.filter { !unreached.contains($0) }
            return transition.after.weeks.values.sorted { $0.code < $1.code }.filter {
                $0.start > transition.after.now && !transition.after.archived.contains($0.code.program)
            }.flatMap { turn in
                people.compactMap { who -> String? in
                    let isTheirs = turn.status == .announced && turn.person.email == who
                    let entry = transition.model.calendars.entries(of: who)[turn.code.description]
                    let isThere = entry?.isPresent ?? false
                    guard isTheirs != isThere, isTheirs || entry?.isDeclined == false else { return nil }
                    return
                        "\(who)'s calendar \(isThere ? "has" : "lacks") \(turn.status) \(turn.code) of \(turn.person.email)"
                }
            }
        },
        Invariant(rule: "nobody is given two duties in one week") { transition in
            let weeks = transition.after.weeksToCome()
            return weeks.indices.flatMap { index in
                weeks[(index + 1)...].filter { other in
                    let isNew = [weeks[index], other].contains { turn in
                        transition.before.weeks[turn.code.description]?.person.id != turn.person.id
                    }
                    return isNew && other.monday == weeks[index].monday && other.person.id == weeks[index].person.id
                }.map { "\($0.person.email) has \(weeks[index].code) and \($0.code)" }
            }
        },
        Invariant(rule: "an answer gives a week to nobody: who declines it has it until another takes it") {
            transition in
            guard case .answerWeek = transition.step else { return [] }
            return transition.before.weeks.values.filter { turn in
                transition.after.weeks[turn.code.description].map {
                    $0.person.id != turn.person.id || $0.status != turn.status || $0.sequence != turn.sequence
                } ?? true
            }.map(\.code.description).sorted()
        },
        Invariant(rule: "who declines a week of theirs has it offered, or is told why not") { transition in
            guard case .answerWeek(let name, _, .declined, let manner) = transition.step,
                let sentIn = transition.deed.sentIn, [.honest, .gateway, .comment].contains(manner), sentIn.isNew,
                let turn = transition.after.weeks[sentIn.session], turn.isUpcoming(at: transition.after.now),
                let who = try? Cast.email(name), turn.person.email == who, turn.offer == nil, sentIn.end == .done
            else { return [] }
            // Of one matter it is said once a day.
            let isToldBefore = transition.before.mails.contains {
                Cast.home(of: $0.recipient) == who && $0.subject.hasPrefix("Not done: ")
                    && $0.subject.hasSuffix(" \(sentIn.session)")
            }
            return isToldBefore ? [] : ["\(sentIn.session) is \(sentIn.received)"]
        },
        Invariant(
            rule: "what is offered can be taken: whoever offers it is there, and so is somebody whom it is offered to"
        ) {
            transition in
            let weeks = transition.after.weeksToCome().filter { turn in
                guard let offer = turn.offer else { return false }
                let volunteers = (transition.after.programs[turn.code.program]?.volunteers ?? []).map(\.person.id)
                let asked = offer.to.map { [$0.id] } ?? volunteers
                return !volunteers.contains(turn.person.id)
                    || !asked.contains { $0 != turn.person.id && volunteers.contains($0) }
            }.map { "\($0.code) by \($0.person.email)" }
            let sessions = transition.upcoming.filter { meeting in
                guard let program = transition.after.programs[meeting.session.code.program],
                    let offer = program.offers.first(where: { $0.session == meeting.session.id && $0.state == .open }),
                    offer.from.id == meeting.session.mentor.id
                else { return false }
                let mentors = program.mentors.filter { $0.region == meeting.session.code.region }.map(\.person.id)
                let asked = offer.to.map { [$0.id] } ?? mentors
                return !program.mentors.contains { $0.person.id == offer.from.id }
                    || !asked.contains { $0 != offer.from.id && mentors.contains($0) }
            }.map(\.code)
            return weeks + sessions
        },
        Invariant(
            rule: "of an offer to one person alone that ends without being taken hears the other of the two, once"
        ) {
            transition in
            guard !transition.step.isRound else { return [] }
            return transition.before.weeksToCome().flatMap { known -> [String] in
                guard let to = known.offer?.to, let turn = transition.after.weeks[known.code.description],
                    turn.isUpcoming(at: transition.after.now), turn.offer == nil, turn.person.id != to.id
                else { return [] }
                let isAskedThere =
                    transition.after.programs[turn.code.program]?.volunteers.contains { $0.person.id == to.id } ?? false
                let (reader, other) = isAskedThere ? (to.email, known.person.email) : (known.person.email, to.email)
                let isThere =
                    transition.after.programs[turn.code.program]?.volunteers.contains { $0.person.email == reader }
                    ?? false
                let mails = transition.mails.filter { $0.session == turn.code.description && $0.event == nil }
                let heard = mails.count { $0.to == reader }
                let isRight = heard == 1 || !isThere && heard == 0
                return isRight && !mails.contains { $0.to == other && !$0.asksOrRefuses }
                    ? [] : ["\(turn.code): \(mails.map { "\($0.subject) → \($0.to)" }), and \(reader) is left"]
            }
        },
    ]
}
