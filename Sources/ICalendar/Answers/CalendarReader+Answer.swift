import CivilTime
public import Mentoring
public import MentoringService

extension CalendarReader {
    /// The answer in a mail's calendar part (RFC 5546 §3.2.3 and §3.2.7, RFC 6047).
    ///
    /// That is METHOD:REPLY or COUNTER with one VEVENT, beside which only time zones may stand. It is only
    /// read: whether the answer is its sender's to give, and not an old one, is for others to judge.
    ///
    /// - Parameters:
    ///   - calendar: the part's content in UTF-8, at most 1 MiB.
    ///   - recipient: the one address that the mail was sent to. It stands for an ORGANIZER that is not there: Exchange
    ///     leaves it out of every REPLY.
    ///   - sender: who sent the mail; of several attendees only their answer is read.
    /// - Returns: the answer as it was written.
    /// - Throws: `BadInput` saying of the mail why its calendar part is no such answer.
    public func answer(in calendar: [UInt8], sentTo recipient: EmailAddress? = nil, by sender: EmailAddress? = nil)
        throws -> CalendarAnswer
    {
        try answerAndText(in: calendar, sentTo: recipient, by: sender).answer
    }

    /// The same, with what its author wrote to be read.
    /// - Returns: the answer as it was written, and the text beside it.
    /// - Throws: `BadInput` as `answer(in:)` does.
    public func answerAndText(
        in calendar: [UInt8], sentTo recipient: EmailAddress? = nil, by sender: EmailAddress? = nil
    ) throws -> (answer: CalendarAnswer, text: AnswerText) {
        let roots: [ForeignComponent]
        do {
            roots = try ForeignComponent.read(calendar, names: .inAnswers)
        } catch {
            let place = error.line.map { "cannot be read: line \($0): " } ?? ""
            throw BadInput("its calendar part \(place)\(error.message)")
        }
        do {
            let answer = try CalendarAnswer(roots, zones: catalog, recipient: recipient, sender: sender)
            return (answer, AnswerText(of: answer, in: roots))
        } catch let unusable as Unusable {
            throw BadInput(unusable.reason)
        }
    }
}
