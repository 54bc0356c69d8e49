import CivilTime
import Mentoring
import MentoringAPI

/// What was counted in histories.
struct Tally: CustomStringConvertible {
    var steps = 0
    var refused = 0
    var killed = 0
    /// Mails that were written.
    var mailsOut = 0
    /// Of those, as many as left: what several say of one session is one.
    var mailsLeft = 0
    /// Of those written, what tells trainees of sessions: as many as would leave, each by itself.
    private var newsWritten = 0
    /// As many of it as left.
    private var newsLeft = 0
    /// How long trainees took part, all together.
    private var traineeSeconds: Int64 = 0
    private var mailsIn: [MailEnd: Int] = [:]
    /// What became of those mails more exactly.
    private var outcomes: [ReceivedMail.Outcome: Int] = [:]
    /// How often each kind of step was done and not refused.
    private var kinds: [String: Int] = [:]

    static func + (one: Tally, other: Tally) -> Tally {
        var sum = one
        sum.steps += other.steps
        sum.refused += other.refused
        sum.killed += other.killed
        sum.mailsOut += other.mailsOut
        sum.mailsLeft += other.mailsLeft
        sum.newsWritten += other.newsWritten
        sum.newsLeft += other.newsLeft
        sum.traineeSeconds += other.traineeSeconds
        sum.mailsIn.merge(other.mailsIn, uniquingKeysWith: +)
        sum.outcomes.merge(other.outcomes, uniquingKeysWith: +)
        sum.kinds.merge(other.kinds, uniquingKeysWith: +)
        return sum
    }

    mutating func count(_ transition: Transition) {
        let deed = transition.deed
        steps += 1
        if deed.refusal != nil { refused += 1 } else { kinds[transition.step.kind, default: 0] += 1 }
        if deed.wasKilled { killed += 1 }
        if let sentIn = deed.sentIn {
            mailsIn[sentIn.end, default: 0] += 1
            outcomes[sentIn.received.outcome, default: 0] += 1
        }
        mailsOut += transition.mails.count
        newsWritten += transition.mails.count { $0.isNewsToTrainee }
        let trainees = Set(transition.after.programs.values.flatMap(\.trainees)).intersection(Cast.trainees)
        traineeSeconds += Int64(trainees.count) * transition.after.now.seconds(since: transition.before.now)
    }

    mutating func count(left mail: PostedMail) {
        mailsLeft += 1
        if mail.isNewsToTrainee { newsLeft += 1 }
    }

    var description: String {
        let weeks = Double(traineeSeconds) / (7 * 86_400)
        let ends = MailEnd.allCases.map { "\(mailsIn[$0] ?? 0) \($0)" }.joined(separator: ", ")
        let exactly = outcomes.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ")
        let done = kinds.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
        return """
            \(steps) steps, of which \(refused) refused and \(killed) killed
              done: \(done)
              mails that came in: \(ends); exactly: \(exactly)
              mails written: \(mailsOut), of which left: \(mailsLeft)
              to trainees about sessions: \(newsWritten) written, \(newsLeft) left, in \(Self.tenths(weeks)) weeks of a trainee; \
            a trainee and week: \(Self.tenths(Double(newsWritten) / weeks)) before gathering, \
            \(Self.tenths(Double(newsLeft) / weeks)) after
            """
    }

    private static func tenths(_ value: Double) -> String {
        guard value.isFinite else { return "0.0" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension PostedMail {
    /// Whether it tells somebody who leads nothing of what has become of a session.
    fileprivate var isNewsToTrainee: Bool {
        session != nil && !isPassedOn && !asksOrRefuses && Cast.trainees.contains(to)
    }
}
