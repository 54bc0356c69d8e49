import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// Makes two people of the database one, inside one transaction: the one who stays, and the one who goes.
///
/// One person, one clock: of two seats at one time one is given up, which is said first and done as whoever asks says.
struct PeopleMerge {
    let service: TrainingService
    let staying: Person
    let going: Person
    let now: Instant
    let transaction: any StoreWriting

    /// What each of the two has at one time.
    private struct Clash {
        let mine: Session
        let theirs: Session

        var words: String {
            mine.id == theirs.id ? "\(mine.code), in both" : "\(mine.code) and \(theirs.code), at the same time"
        }
    }

    /// - Parameters:
    ///   - choice: which of two seats at one time stays.
    ///   - mayName: whether who asks may see in a program who moves up from a waiting list.
    /// - Returns: what it does.
    /// - Throws: `Refusal` conflict for seats that clash as long as it is not said which stays, and for two things that one person
    ///   cannot lead.
    func carryOut(keeping choice: KeptSeat?, mayName: (Program.Name) throws -> Bool) throws -> [MergeEffect] {
        guard try transaction.mailAddress(of: going) == going.email else {
            throw Refusal(
                .conflict, "\(going.email) has not proved itself yet; confirm it first, by the mail that went there")
        }
        // Their link to undo it would end with the one who goes.
        if let move = try transaction.addressMoves(of: going.id).first(where: {
            $0.undone == nil && $0.isUndoable && $0.end > now
        }) {
            throw Refusal(
                .conflict,
                "\(going.email) was moved there from another address, whose owner can undo that until \(LocalDate(containing: move.end)); merge them after that"
            )
        }
        let clashes = try clashes()
        try refuseDoubleLeading(clashes)
        try refuseDoubleDuty()
        guard let choice = choice ?? (clashes.isEmpty ? .earlier : nil) else {
            throw Refusal(
                .conflict,
                "\(staying.email) and \(going.email) have seats that clash: \(clashes.map(\.words).joined(separator: "; ")); say which stays, and the other is given up: --keep earlier (the one taken first), old or new; with --dry-run it is said first who moves up"
            )
        }
        let others = try EffectsOnPeople(for: nil, by: service.secrets, before: transaction)
        var effects = try clashes.map { try settle($0, keeping: choice) }
        effects += try others.onQueues(transaction, mayName: mayName).map { .queue($0) }
        try keepInvitations()
        effects += try service.unite(going, into: staying, at: now, in: transaction)
        effects.append(.isOne(going.email, with: staying.name))
        return effects
    }

    private func clashes() throws -> [Clash] {
        let theirs = try engagements(of: going)
        return try engagements(of: staying).flatMap { mine in
            try theirs.filter { other in
                if mine.id == other.id { return true }
                // What both would lead, and is only tentative, is planned again.
                if mine.mentor.id == staying.id, other.mentor.id == going.id { return false }
                return try mine.overlaps(other) && isBound(staying, to: mine) && isBound(going, to: other)
            }.map { Clash(mine: mine, theirs: $0) }
        }
    }

    /// What somebody leads or is enrolled in that is not over, by start.
    private func engagements(of person: Person) throws -> [Session] {
        try transaction.sessions(of: person.id, starting: .distantPast..<(.distantFuture))
            .map { $0.timed(by: service.zones) }
            .filter { ($0.status == .tentative || $0.status == .announced) && $0.end > now }
            .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
    }

    /// Whether somebody leads a session or has a seat in it; who waits is elsewhere only once they have one.
    private func isBound(_ person: Person, to session: Session) throws -> Bool {
        try session.mentor.id == person.id || transaction.enrollment(of: person.id, in: session.id)?.seat != nil
    }

    private func refuseDoubleLeading(_ clashes: [Clash]) throws {
        func leads(_ person: Person, _ session: Session) -> Bool { session.mentor.id == person.id }
        let mine = try engagements(of: staying).filter { leads(staying, $0) && $0.status == .announced }
        let theirs = try engagements(of: going).filter { leads(going, $0) && $0.status == .announced }
        for (one, other) in mine.flatMap({ one in theirs.map { (one, $0) } }) {
            let isSameWeek =
                (one.code.program, one.season, one.code.week) == (other.code.program, other.season, other.code.week)
            guard one.overlaps(other) || isSameWeek else { continue }
            throw Refusal(
                .conflict,
                "\(one.code) and \(other.code) would be led by one person, \(one.overlaps(other) ? "at the same time" : "in one week"); give one of them away first: meridian swap offer \(other.code)"
            )
        }
    }

    private func refuseDoubleDuty() throws {
        let theirs = try transaction.dutyTurns(of: going.id).filter {
            $0.status == .announced && $0.isUpcoming(at: now)
        }
        for mine in try transaction.dutyTurns(of: staying.id) where mine.status == .announced {
            guard let other = theirs.first(where: { $0.monday == mine.monday }) else { continue }
            throw Refusal(
                .conflict,
                "\(mine.code) and \(other.code) would be one person's in one week; give one of them away first: meridian swap offer \(other.code)"
            )
        }
    }

    private func settle(_ clash: Clash, keeping choice: KeptSeat) throws -> MergeEffect {
        let isMineKept = try isMineKept(clash, choice)
        let (loser, lost, kept) = isMineKept ? (going, clash.theirs, clash.mine) : (staying, clash.mine, clash.theirs)
        if try transaction.enrollment(of: loser.id, in: lost.id) != nil {
            _ = try service.leave(
                lost, loser, about: lost.id == kept.id ? nil : .clashed, at: now, in: transaction)
        }
        return lost.id == kept.id
            ? .placeGivenUp(lost.code, of: loser.email) : .seatGivenUp(lost.code, for: kept.code)
    }

    /// Leading goes before a seat, and a seat before a place on the list of the same session.
    private func isMineKept(_ clash: Clash, _ choice: KeptSeat) throws -> Bool {
        if clash.mine.mentor.id == staying.id { return true }
        if clash.theirs.mentor.id == going.id { return false }
        guard let mine = try transaction.enrollment(of: staying.id, in: clash.mine.id),
            let theirs = try transaction.enrollment(of: going.id, in: clash.theirs.id)
        else { return true }
        if clash.mine.id == clash.theirs.id, (mine.seat == nil) != (theirs.seat == nil) { return mine.seat != nil }
        return switch choice {
        case .earlier: (mine.since, mine.id.rawValue) <= (theirs.since, theirs.id.rawValue)
        case .old: true
        case .new: false
        }
    }

    /// What either calendar was sent goes on counting: no SEQUENCE falls, and each knows its organizer.
    private func keepInvitations() throws {
        for session in try transaction.sessions(of: going.id, starting: .distantPast..<(.distantFuture)) {
            guard let theirs = try transaction.invitation(to: going.id, for: session.id) else { continue }
            var kept = theirs
            kept.person.id = staying.id
            try transaction.keep(kept, of: going.email)
            guard var mine = try transaction.invitation(to: staying.id, for: session.id) else { continue }
            mine.ownCancels = max(mine.ownCancels, theirs.ownCancels)
            mine.sequence = max(mine.sequence, theirs.sequence)
            mine.stamp = max(mine.stamp, theirs.stamp)
            try transaction.save(mine)
        }
    }
}
