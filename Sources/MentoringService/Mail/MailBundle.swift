import CivilTime
import Mentoring

/// The mails about one session to one person that wait together, the oldest first, and what they become.
///
/// One change that follows another within a quarter of an hour makes one mail: the last, since it says how things are now,
/// under the reason that its reader has for reading it.
struct MailBundle {
    /// What becomes of the mails.
    struct Outcome: Equatable {
        /// Those that leave as they are; the others are needless.
        var kept: Set<Identifier<OutboxMessage>>
        /// What an invitation says that leaves instead of those that waited, if one does.
        var rewritten: Reason?
    }

    /// Why somebody gets an invitation, and whether that is what they did themself.
    struct Reason: Equatable {
        let occasion: Occasion
        let isOwnDeed: Bool
    }

    /// How long a mail waits for others about the same session, in seconds.
    static let patience: Int64 = 15 * 60
    /// Of what is nearer than this, in seconds, people hear at once.
    static let nearness: Int64 = 48 * 60 * 60

    let mails: [SessionMail]

    /// When it was to begin, to who was not invited before; nil where none of them says.
    var plannedStart: Instant? {
        overtaken.first?.knewStart
            ?? mails.first { $0.word == .invitation(.announced, .request) && $0.knew != .request }?.knewStart
    }

    /// The letters that who was not invited before needs no more: an invitation says how things are now, and so does its end.
    private var overtaken: [SessionMail] {
        let last = mails.indices.last { mails[$0].word.occasion != nil }
        guard let last, let occasion = mails[last].word.occasion,
            [.announced, .enrolled, .reinstated, .cancelled].contains(occasion)
        else { return [] }
        return mails[..<last].filter { mail in
            guard case .letter(let topic) = mail.word else { return false }
            return [.calledOff, .takesPlace, .changed].contains(topic)
        }
    }

    /// The letters about who is to lead it that whoever is invited to lead it needs no more.
    private var settledByLeading: [SessionMail] {
        mails.indices.filter { index in
            guard case .letter(let topic) = mails[index].word else { return false }
            let later = mails[index...].compactMap(\.word.occasion)
            switch topic {
            case .asked, .settled, .handedOver: return later.contains(.entrusted)
            case .handedBack: return later.contains(.entrusted) || later.contains(.announced)
            case .calledOff, .takesPlace, .changed, .other: return false
            }
        }.map { mails[$0] }
    }

    /// When its reader would be surprised: the session's start, or the one that they believe in, whichever comes first.
    func urgency(of session: Session, at now: Instant) -> Instant {
        let believed = mails.compactMap(\.knewStart).filter { $0 > now }.min()
        return min(session.start, believed ?? session.start)
    }

    /// Whether the day's number of mails does not hold for it.
    func isUrgent(at now: Instant, about session: Session) -> Bool {
        mails.contains(where: \.isUrgent) || urgency(of: session, at: now) < now.adding(seconds: Self.nearness)
    }

    /// Whether its quarter of an hour is over, or the day that it was put off to has come.
    func isDue(at now: Instant) -> Bool {
        mails.contains { mail in
            // What is further away than any wait was set by a clock that has been put back since.
            mail.due.map { $0 <= now || $0 > now.adding(seconds: MailAllowance.day + Self.patience) } ?? true
        }
    }

    /// What becomes of the mails about a session that begins at `start`, for who was sent last what a calendar shows as `known`;
    /// nil when that is not known.
    func outcome(known: String?, start: Instant) -> Outcome {
        var outcome = Outcome(kept: keptLetters(start: start))
        let invitations = mails.compactMap { mail -> Sent? in
            guard case .invitation(let occasion, let method) = mail.word else { return nil }
            return Sent(
                mail: mail, reason: Reason(occasion: occasion, isOwnDeed: mail.isOwnDeed), method: method)
        }
        guard let last = invitations.last, !Self.areUndone(invitations, known: known) else { return outcome }
        // It says when it was to begin, which the one that waits does not.
        let isMoved = last.method == .request && overtaken.first?.knewStart.map { $0 != start } ?? false
        guard invitations.count > 1, last.method == .request, !last.occasion.answersTheReader else {
            if isMoved { outcome.rewritten = last.reason } else { outcome.kept.insert(last.mail.mail) }
            return outcome
        }
        let reason = Self.reason(of: invitations, known: known, start: start)
        if reason == last.reason, !isMoved {
            outcome.kept.insert(last.mail.mail)
        } else {
            outcome.rewritten = reason
        }
        return outcome
    }

    private struct Sent {
        let mail: SessionMail
        let reason: Reason
        let method: Invitation.Method

        var occasion: Occasion { reason.occasion }
    }

    /// Whether nothing is left to tell to whose calendar never had it: they left again what they were invited to, or are not to lead any
    /// more what they have not heard of.
    private static func areUndone(_ sent: [Sent], known: String?) -> Bool {
        guard let first = sent.first, let last = sent.last, first.method == .request, last.method == .cancel else {
            return false
        }
        // What a calendar has answered, or was sent, it shows.
        guard first.mail.knew == nil || first.mail.knew == .cancel && known == nil else { return false }
        return switch last.occasion {
        case .left: true
        case .relieved:
            sent.allSatisfy { $0.method == .cancel || $0.occasion == .entrusted && !$0.reason.isOwnDeed }
        default: false
        }
    }

    /// Why who gets one invitation instead of several gets it; nil when it would say just what they know.
    ///
    /// What others changed is news, and names the mail; what its reader changed again after that, or alone, is not.
    private static func reason(of sent: [Sent], known: String?, start: Instant) -> Reason? {
        let requests = sent.suffix(while: { $0.method == .request }).map(\.reason)
        // Whoever enrolled was told of it at once, as the answer.
        let isKnown = sent[0].mail.knew == .request || sent[0].occasion == .enrolled
        guard isKnown else { return requests.last(where: \.occasion.isWelcome) ?? requests.last }
        if let part = requests.last(where: \.occasion.isNewPart) { return part }
        let shows = sent.last?.mail.shows
        guard shows == nil || shows != known else { return nil }
        let isMoved = sent[0].mail.knewStart != start
        let changes = requests.filter { !$0.occasion.isWelcome && (isMoved || $0.occasion != .moved) }
        let current = changes.indices.filter { index in
            !changes[(index + 1)...].contains { $0.occasion == changes[index].occasion }
        }.map { changes[$0] }
        let news = current.filter { !$0.isOwnDeed }
        return (news.isEmpty ? current : news).min { $0.occasion.weight < $1.occasion.weight }
            ?? Reason(occasion: isMoved ? .moved : .changed, isOwnDeed: requests.allSatisfy(\.isOwnDeed))
    }

    /// The letters that later ones leave standing.
    private func keptLetters(start: Instant) -> Set<Identifier<OutboxMessage>> {
        let needless = Set((overtaken + settledByLeading).map(\.mail))
        let letters = mails.filter { !needless.contains($0.mail) }.compactMap {
            mail -> (id: Identifier<OutboxMessage>, topic: Letter.Topic, knew: Instant?)? in
            guard case .letter(let topic) = mail.word else { return nil }
            return (mail.mail, topic, mail.knewStart)
        }
        var kept = Set(letters.filter { $0.topic == .other }.map(\.id))
        for pair in Letter.Topic.pairs {
            let turns = letters.filter { $0.topic == pair.0 || $0.topic == pair.1 }
            // Called off and reinstated is what it was; whoever is asked once more is asked by another offer.
            if let last = turns.last, turns.first?.topic == last.topic || last.topic == .asked { kept.insert(last.id) }
        }
        let turns = letters.filter { $0.topic == .calledOff || $0.topic == .takesPlace }
        // Called off and taking place at another hour is not what it was, whatever changed before.
        if let last = turns.last, last.topic == .takesPlace, let knew = turns[0].knew, knew != start {
            kept.insert(last.id)
            return kept
        }
        let isOff = turns.last?.topic == .calledOff
        let changes = letters.filter { $0.topic == .changed }
        // Moved, and moved back to the hour that they know.
        let isBack = changes.allSatisfy { $0.knew != nil } && changes.first?.knew == start
        // Of what is off nobody wants to know how it had changed.
        if !isOff, !isBack, let change = changes.last { kept.insert(change.id) }
        return kept
    }
}

/// How many mails a person gets in a day, of those that need not leave at once.
struct MailAllowance {
    /// A day, in seconds.
    static let day: Int64 = 24 * 60 * 60
    private static let most = 3

    /// When the mails of the last day were let go, in order.
    let releases: [Instant]

    /// When the next one may leave; nil means at once.
    var next: Instant? {
        releases.count < Self.most ? nil : releases[releases.count - Self.most].adding(seconds: Self.day)
    }
}

extension Occasion {
    /// Whether it tells somebody that they take part who did not know it.
    fileprivate var isWelcome: Bool { [.announced, .reinstated, .enrolled, .promoted, .entrusted].contains(self) }

    /// Whether it tells somebody who takes part that they do so otherwise.
    fileprivate var isNewPart: Bool { self == .promoted || self == .entrusted }

    /// Whether it answers what its reader did.
    var answersTheReader: Bool { [.enrolled, .left, .waiting].contains(self) }

    /// Which of several changes names the mail: the lowest.
    fileprivate var weight: Int {
        switch self {
        case .moved: 0
        case .clocksChanged: 1
        case .relocated: 2
        case .mentorChanged: 3
        case .changed: 4
        case .reviewPicked, .reviewStoodIn: 5
        case .questionsNoted: 6
        default: 7
        }
    }
}

extension SessionMail.Word {
    /// Why it invites, or ends an invitation; nil for a letter.
    fileprivate var occasion: Occasion? {
        if case .invitation(let occasion, _) = self { occasion } else { nil }
    }
}

extension Array {
    /// The elements at the end that are all so.
    fileprivate func suffix(while isSo: (Element) -> Bool) -> ArraySlice<Element> {
        self[(lastIndex { !isSo($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
