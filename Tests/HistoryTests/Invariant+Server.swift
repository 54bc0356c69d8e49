import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension Invariant {
    /// What happens to the servers, and to the mail on its way.
    static let servers = [
        Invariant(rule: "of new tz data hear those on whose own wall a session moves") { transition in
            guard case .newZones = transition.step, transition.before.release != transition.after.release else {
                return []
            }
            return transition.live.flatMap { meeting -> [String] in
                guard let known = transition.before.meetings[meeting.code], known.present == meeting.present,
                    meeting.session.status == .announced
                else { return [] }
                let people = meeting.seated.map(\.person) + [meeting.session.mentor]
                return people.compactMap { person in
                    let moves =
                        wall(of: person, known.session.start, NextRelease.before())
                        != wall(of: person, meeting.session.start, NextRelease.catalog)
                    let isTold = transition.mails.contains { $0.to == person.email && $0.session == meeting.code }
                    return moves == isTold
                        ? nil : "\(person.email) \(isTold ? "hears" : "does not hear") of \(meeting.code)"
                }
            }
        },
        Invariant(rule: "a mail that came back silences its own address, and proves nothing of another's") {
            transition in
            guard case .bounce(let name, let isForged) = transition.step, let bounced = transition.deed.bounced,
                let who = try? Cast.email(name)
            else { return [] }
            var after = transition.after
            if isForged {
                after.setAside = transition.before.setAside
                return transition.before.differences(to: after)
                    + (bounced.outcome == .setAside ? [] : ["it is \(bounced.outcome)"])
            }
            after.suppressed = transition.before.suppressed
            return transition.before.differences(to: after)
                + (transition.after.suppressed.contains(transition.after.addresses[who]?.mailbox ?? who)
                    ? [] : ["\(who) still gets mail"])
        },
        Invariant(rule: "who moves up is named by the plan that moves them") { transition in
            guard let said = transition.deed.promoted else { return [] }
            let moved = transition.after.inOrder.flatMap { meeting -> [String] in
                let waited = transition.before.meetings[meeting.code]?.waiting.map(\.person.email) ?? []
                return meeting.seated.filter { waited.contains($0.person.email) }.map {
                    "\(meeting.code) \($0.person.name)"
                }
            }
            return said.sorted() == moved.sorted() ? [] : ["\(said) said, and \(moved)"]
        },
    ]

    private static func wall(of person: Person, _ instant: Instant, _ zones: TimeZoneCatalog) -> LocalDateTime? {
        try? zones.rules(for: person.zone).local(at: instant)
    }
}
