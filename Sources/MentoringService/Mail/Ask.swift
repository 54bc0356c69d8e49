import CivilTime
import Mentoring

extension TrainingService {
    /// Asks somebody whether they want what a mail seems to say that could not be taken (CALENDAR.md rule 23).
    ///
    /// At most once a day for a person and a session, however many such mails come and whatever they want: of several the last counts,
    /// and the page behind the link asks about that. The letter holds the link where it is known where people reach the server.
    ///
    /// - Returns: whether a letter was written.
    @discardableResult
    func ask(
        _ person: Person, whether wish: MailMatter.Wish, of session: Session, because reason: AskingLetter.Reason,
        at now: Instant, in transaction: any StoreWriting
    ) throws -> Bool {
        let matter = MailMatter(person: person, session: session.id, wish: wish)
        let told = Told.asked(about: matter)
        try transaction.changeMailMatters(to: matter)
        if let last = try transaction.lastTold(told), now < last.adding(seconds: Self.secondsBetweenAsking) {
            return false
        }
        let secret = try secrets.newSecret(for: "mail matter")
        let link = try transaction.publicAddress()?.matter(secret)
        if link != nil { try transaction.add(matter, digest: secrets.digest(of: secret), at: now) }
        try tell(
            .asking(
                AskingLetter(
                    matter: matter, reason: reason, session: session,
                    program: try transaction.requireProgram(of: session.code), link: link, date: now)),
            once: [told], at: now, in: transaction)
        return true
    }

    private static var secondsBetweenAsking: Int64 { 86_400 }
}
