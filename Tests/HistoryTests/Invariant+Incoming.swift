import CivilTime
import Mentoring
import MentoringAPI

/// The three ways in which a mail may end.
enum MailEnd: String, CaseIterable {
    /// What it says is done, or is so already.
    case done
    /// Somebody is asked whether they want it, or told that it was not done.
    case asked
    /// It can be read by a person.
    case readable
}

extension SentIn {
    var end: MailEnd {
        if received.isAsked == true || received.outcome == .refused { return .asked }
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
            // What a stranger wrote is for people to read.
            if sentIn.manner == .strangeComment { after.written = transition.before.written }
            let news = transition.mails.filter { sentIn.manner != .strangeComment || !$0.isPassedOn }
            let strangers = news.filter { !$0.asksOrRefuses }
            return transition.before.differences(to: after) + strangers.map { "\($0.subject) → \($0.to)" }
                + (news.count > 1 ? ["\(news.count) mails"] : [])
                + (sentIn.end == .done && sentIn.isNew ? ["it is \(sentIn.received.outcome)"] : [])
        },
        Invariant(rule: "a mail is done, asked about, or readable") { transition in
            guard let sentIn = transition.deed.sentIn else { return [] }
            let asked = transition.mails.count { $0.asksOrRefuses }
            switch sentIn.end {
            case .asked:
                return asked == 1 ? [] : ["\(asked) mails that ask"]
            case .readable:
                let (before, after) = (transition.before, transition.after)
                return after.setAside + after.written == before.setAside + before.written + 1 ? [] : ["it is nowhere"]
            case .done:
                // What is not done is said once a day of one matter.
                return isSo(sentIn, transition) || wasRefused(sentIn, transition) ? [] : ["\(sentIn.received)"]
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
        Invariant(rule: "what somebody writes to an answer is kept for who organizes, and sent to them, once") {
            transition in
            guard let sentIn = transition.deed.sentIn, [.comment, .strangeComment].contains(sentIn.manner) else {
                return []
            }
            let kept = transition.after.written - transition.before.written
            let passedOn = transition.mails.count { $0.isPassedOn }
            // Beyond twenty a day they are only kept.
            // One that came before a server died may have been lost.
            return (kept == 1 || kept == 0 && !sentIn.isNew ? [] : ["kept \(kept) times"])
                + (passedOn <= kept ? [] : ["\(passedOn) mails"])
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

    /// Whether somebody was told within a day that what a mail says was not done.
    private static func wasRefused(_ sentIn: SentIn, _ transition: Transition) -> Bool {
        guard let who = try? Cast.email(sentIn.sender) else { return false }
        return transition.before.mails.contains {
            Cast.home(of: $0.recipient) == who && $0.subject.hasPrefix("Not done: ")
                && $0.subject.hasSuffix(" \(sentIn.session)")
                && $0.created.adding(seconds: 86_400) > transition.after.now
        }
    }

    /// Whether what a mail says that was taken, or is known, is so.
    private static func isSo(_ sentIn: SentIn, _ transition: Transition) -> Bool {
        // An older answer than the last, or the same again, says nothing new.
        if sentIn.manner == .comment, !sentIn.isNew { return true }
        guard [.honest, .comment, .gateway, .unsubscribe].contains(sentIn.manner),
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

extension PostedMail {
    /// Whether it asks somebody whether they want what a mail says, or tells them that it was not done.
    var asksOrRefuses: Bool { subject.hasPrefix("Was it you?") || subject.hasPrefix("Not done:") }
}
