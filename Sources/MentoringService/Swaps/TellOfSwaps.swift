import CivilTime
import Mentoring

extension TrainingService {
    /// Tells those who were asked as well that an offer was taken, and takes back the question to whoever took it, as far as it waits.
    /// - Returns: how many are told.
    func tellOfTaken(
        _ offer: SwapOffer, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Int {
        guard let session = try transaction.session(offer.session)?.timed(by: zones) else { return 0 }
        return try tellThatItIsSettled(
            asked(by: offer, in: session.code.program, transaction), of: session, isLed: true, at: now, transaction
        ).count
    }

    /// Tells the two mentors of a tentative session who leads it from now on; of one that is announced their calendars do.
    /// - Parameters:
    ///   - session: the session as it is by now.
    ///   - former: who led it before.
    ///   - agreed: whether it was taken, and not given back.
    ///   - now: the moment of the change.
    ///   - transaction: the transaction.
    /// - Returns: those who are told: whoever did not do it themself.
    /// - Throws: `StorageFailure`.
    func tellOfHandover(
        of session: Session, from former: Person, agreed: Bool, at now: Instant, _ transaction: any StoreWriting
    ) throws -> [Person] {
        guard session.status == .tentative else { return [] }
        let program = try transaction.requireProgram(of: session.code)
        let news: [(Person, Letter.Subject)] =
            agreed
            ? [(former, .handedOver)] : [(former, .handedOver), (session.mentor, .handedBack(from: former))]
        return try news.filter { reader, subject in
            try tell(
                .letter(
                    Letter(
                        reader: reader, role: .mentor, session: session, program: program, subject: subject, date: now)),
                in: transaction)
        }.map(\.0)
    }
}
