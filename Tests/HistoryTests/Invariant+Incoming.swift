import CivilTime
import Mentoring
import MentoringAPI

/// The three ways in which a mail may end.
enum MailEnd: String, CaseIterable {
    /// What it says is done, or is so already.
    case done
    /// Somebody is asked whether they want it.
    case asked
    /// It can be read by a person.
    case readable
}

extension SentIn {
    var end: MailEnd {
        if received.isAsked == true { return .asked }
        return [.setAside, .forwarded, .later].contains(received.outcome) ? .readable : .done
    }
}

extension Invariant {
    /// What people wrote.
    static let incoming = [
        Invariant(rule: "a mail that nothing proves changes nothing, and is asked about at most once") { transition in
            guard let sentIn = transition.deed.sentIn, transition.step.isForged else { return [] }
            var after = transition.after
            after.mails = transition.before.mails
            after.setAside = transition.before.setAside
            let strangers = transition.mails.filter { !$0.subject.hasPrefix("Was it you?") }
            return transition.before.differences(to: after) + strangers.map { "\($0.subject) → \($0.to)" }
                + (transition.mails.count > 1 ? ["\(transition.mails.count) mails"] : [])
                + (sentIn.end == .done ? ["it is \(sentIn.received.outcome)"] : [])
        },
        Invariant(rule: "a mail is done, asked about, or readable") { transition in
            guard let sentIn = transition.deed.sentIn else { return [] }
            let asked = transition.mails.count { $0.subject.hasPrefix("Was it you?") }
            switch sentIn.end {
            case .asked: return asked == 1 ? [] : ["\(asked) mails that ask"]
            case .readable:
                let (before, after) = (transition.before, transition.after)
                return after.setAside + after.written == before.setAside + before.written + 1 ? [] : ["it is nowhere"]
            case .done: return isSo(sentIn, transition) ? [] : ["\(sentIn.received)"]
            }
        },
        Invariant(rule: "what somebody writes in words changes nothing, and reaches who organizes, once") {
            transition in
            guard let sentIn = transition.deed.sentIn, sentIn.manner == .words else { return [] }
            var after = transition.after
            after.mails = transition.before.mails
            after.written = transition.before.written
            let passedOn = transition.mails.filter { $0.isPassedOn }
            let others = transition.mails.filter { !$0.isPassedOn }
            return transition.before.differences(to: after) + others.map { "\($0.subject) → \($0.to)" }
                + (passedOn.count == (sentIn.received.outcome == .forwarded ? 1 : 0)
                    ? [] : ["\(sentIn.received.outcome), and \(passedOn.count) mails"])
        },
        Invariant(rule: "whoever declines in their calendar is not told what they said") { transition in
            guard let sentIn = transition.deed.sentIn, sentIn.manner != .unsubscribe, sentIn.received.outcome == .left
            else { return [] }
            return transition.mails.filter {
                $0.to.description == "\(sentIn.sender)@example.org" && $0.session == sentIn.session
            }
            .map(\.subject)
        },
    ]

    /// Whether what a mail says that was taken, or is known, is so.
    private static func isSo(_ sentIn: SentIn, _ transition: Transition) -> Bool {
        // An older answer than the last, or the same again, says nothing new.
        guard [.honest, .gateway, .unsubscribe].contains(sentIn.manner),
            let meeting = transition.after.meetings[sentIn.session],
            meeting.session.isUpcoming(at: transition.after.now),
            let who = try? Cast.email(sentIn.sender)
        else { return true }
        // Whoever was asked within the day has the link still.
        let wasAsked = transition.before.mails.contains {
            Cast.home(of: $0.recipient) == who && $0.subject == "Was it you? \(sentIn.session)"
                && $0.created.adding(seconds: 86_400) > transition.after.now
        }
        if wasAsked { return true }
        let leads = meeting.session.mentor.email == who
        let isEnrolled = meeting.enrollments.contains { $0.person.email == who }
        if sentIn.manner == .unsubscribe { return leads || !isEnrolled }
        switch sentIn.answer {
        case .accepted, .tentative: return leads || isEnrolled
        case .declined: return leads || !isEnrolled
        }
    }
}
