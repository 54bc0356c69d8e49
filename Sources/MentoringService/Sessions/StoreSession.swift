import CivilTime
import Mentoring

extension TrainingService {
    /// Stores a session that was changed, and all that follows from it: the one way to change a session.
    ///
    /// In this order, in the transaction that changed it:
    /// - SEQUENCE rises when calendars see a difference (CALENDAR.md rule 10);
    /// - of one that was off, whoever takes no part any more is in it no more;
    /// - whoever leads it gives up a seat in it, which they do not need, and in what is at the same time;
    /// - whoever has a seat in it, and something else at its new time, gives the seat up;
    /// - those invited are told, before anybody moves up, so that they hear of what changed and not of that;
    /// - free seats go to those who wait;
    /// - whoever else is enrolled, and has heard nothing yet, is written a letter, and so is whoever was asked to lead it, once it is off or
    ///   another leads it;
    /// - one that was off, and is not any more, takes in those who are enrolled for the season; at the hour that it had those
    ///   alone who have enrolled since, so that nobody is in it again who had left it;
    /// - whoever was in it or led it, and is free by that at the time of another for which they wait, has their turn there again.
    ///
    /// - Parameters:
    ///   - session: the session as it is to be; its SEQUENCE is then what is stored.
    ///   - occasion: what people are told that it is about; nil leaves that to what differs.
    ///   - now: the moment of the change.
    ///   - transaction: the transaction.
    /// - Returns: those who are told.
    /// - Throws: `StorageFailure`.
    @discardableResult
    func store(
        _ session: inout Session, about occasion: Occasion? = nil, at now: Instant, in transaction: any StoreWriting
    ) throws -> [Person] {
        // As calendars have it, with the start that was derived when it was stored: tz data may have changed since.
        guard let known = try transaction.session(session.id)?.asStored, session != known else { return [] }
        let people = Set(try transaction.enrollments(in: session.id).map(\.person.id) + [known.mentor.id])
        if session.differsForCalendars(from: known) { session.revise(at: now) }
        try transaction.update(session)
        guard session.status != .held else { return [] }
        let told = try carryOut(session, after: known, about: occasion, at: now, in: transaction)
        return try told
            + endYielding(
                among: transaction.yieldingEnrollments(of: people), at: now, in: transaction)
    }

    /// Tells people of a session that was changed, and seats them in it.
    private func carryOut(
        _ session: Session, after known: Session, about occasion: Occasion?, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> [Person] {
        let occasion = occasion ?? session.occasion(after: known)
        guard session.status != .cancelled else {
            let told = try tell(session, about: occasion, at: now, in: transaction)
            let enrolled = try tellEnrolled(
                of: session, .calledOff, was: known.start, besides: told, at: now, in: transaction)
            let asked = known.status == .cancelled ? [] : try endOffers(of: session, after: known, at: now, transaction)
            return told + enrolled + asked
        }
        let isRevived = known.status == .cancelled
        if isRevived { try transaction.takeUpAgain(session, at: now) }
        try transaction.removeEnrollmentOfMentor(in: session)
        var told = try giveUpClashingSeats(around: session, after: known, at: now, in: transaction)
        let planned = known.status == .tentative ? known.start : nil
        told += try tell(session, about: occasion, planned: planned, at: now, in: transaction)
        told += try fillFreeSeats(of: session, at: now, in: transaction).told
        if let news = session.news(after: known, occasion) {
            told += try tellEnrolled(
                of: session, news, was: session.start == known.start ? nil : known.start, besides: told, at: now,
                in: transaction)
        }
        if known.mentor.id != session.mentor.id {
            told += try endOffers(of: session, after: known, at: now, transaction)
        }
        if isRevived {
            try seatStanding(
                in: session, since: session.start == known.start ? known.revised : nil, at: now, transaction)
            told += try tell(session, about: occasion, at: now, in: transaction)
        }
        return told
    }

    /// Seats whoever is enrolled in a region for the season, or was so after a moment, in a session of it, unless something speaks
    /// against it.
    func seatStanding(
        in session: Session, since moment: Instant? = nil, at now: Instant, _ transaction: any StoreWriting
    ) throws {
        let code = session.code
        for standing in try transaction.standingEnrollments(of: code.program)
        where standing.region == code.region && standing.season == code.season {
            if let moment, standing.since <= moment { continue }
            _ = try placeIfPossible(standing.person, in: session, at: now, transaction)
        }
    }
}

extension StoreWriting {
    /// Leaves those in a session that was off who still take part in its program, and takes a seat as confirmed that could not be while
    /// it was off.
    fileprivate func takeUpAgain(_ session: Session, at now: Instant) throws {
        for enrollment in try enrollments(in: session.id) {
            if try role(of: enrollment.person.email, in: session.code.program) == nil {
                try remove(enrollment.id)
            } else if let by = enrollment.confirmBy, by <= now {
                try confirm(enrollment.id)
            }
        }
    }

    /// Takes whoever leads a session out of its seats and its waiting list.
    fileprivate func removeEnrollmentOfMentor(in session: Session) throws {
        if let enrollment = try enrollment(of: session.mentor.id, in: session.id) { try remove(enrollment.id) }
    }
}

extension Session {
    /// Whether calendars show a difference; that a session was held is no news to one.
    fileprivate func differsForCalendars(from known: Session) -> Bool {
        (start, localStart, minutes, location) != (known.start, known.localStart, known.minutes, known.location)
            || zone != known.zone || mentor.id != known.mentor.id || pick != known.pick
            || (status != known.status && status != .held)
    }

    /// What people are told that a change is about, as far as it is not said.
    fileprivate func occasion(after known: Session) -> Occasion? {
        if known.status != status, status == .announced { return known.status == .cancelled ? .reinstated : .announced }
        if known.mentor.id != mentor.id { return .mentorChanged }
        if known.start != start { return .moved }
        return known.location != location ? .relocated : nil
    }

    /// What a letter says of a change to those enrolled whose calendars hold no invitation; nil for what is no news to them.
    ///
    /// What is tentative is told with its place and length once it is announced; that it is at another time is told at once.
    fileprivate func news(after known: Session, _ occasion: Occasion?) -> Letter.Subject? {
        if known.status == .cancelled { return .takesPlace }
        if known.start != start { return .changed(occasion == .clocksChanged ? .clocksChanged : .moved) }
        guard known.status == .announced else { return nil }
        if known.location != location { return .changed(.relocated) }
        return known.minutes != minutes ? .changed(.changed) : nil
    }
}
