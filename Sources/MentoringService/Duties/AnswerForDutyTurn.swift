import CivilTime
import Mentoring
import MentoringAPI

extension TrainingService {
    /// Does what somebody's calendar answers to a week of a duty: who declines it has it offered to the other volunteers, as `swap
    /// offer` does, and who accepts it has it already.
    ///
    /// - Returns: what was done; nil for an answer that is about no week, or was sent to the address of a session.
    /// - Throws: `Useless` when nothing proves that they may.
    func answerForDuty(
        _ answer: CalendarAnswer, _ mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting
    ) throws -> ReceivedMail? {
        let addresses = [answer.organizer].compactMap(\.self) + mail.recipients
        guard let turn = try transaction.dutyTurn(uid: answer.uid),
            try Answerer.invitation(tokenIn: addresses, transaction) == nil
        else { return nil }
        let program = try transaction.requireProgram(of: turn.code)
        let tokens = Set(addresses.withTokens.compactMap(ReplyAddress.token))
        /// Whether a mail went to the address that was made for somebody and this week.
        func isSent(toThatOf person: Person) throws -> Bool {
            guard let token = token(of: person, for: turn, in: program), tokens.contains(token) else { return false }
            return try transaction.lastTold(.invited(to: turn, token: token)) != nil
        }
        guard try transaction.archive(of: program.name) == nil else {
            throw Useless("\(program.name) is archived, so nothing changes in it")
        }
        guard let sender = mail.sender, answer.attendee == sender,
            let person = try transaction.person(writingFrom: sender),
            try isSent(toThatOf: person) || mail.isAuthentic
        else {
            let reason =
                "nothing proves that it came from you; from the address that was invited it is done, or by meridian swap offer "
                + turn.code.description
            let isTold =
                try answer.participation == .declined && turn.isUpcoming(at: now) && turn.offer == nil
                && isSent(toThatOf: turn.person) && !transaction.isBlocked(turn.person.email, in: program.name)
                && refuse(turn.person, turn, answer.said, because: reason, source: .unproven, at: now, transaction)
            throw Useless("nothing proves that it comes from whoever has \(turn.code)", isTold: isTold)
        }
        guard try !transaction.isBlocked(person.email, in: program.name) else {
            throw Useless("\(person.email) is blocked in \(program.name)")
        }
        let last = try transaction.lastTold(.answered(turn, person))
        let isKnown = try transaction.lastTold(.answered(turn, person, with: answer)) != nil
        let code = turn.code.description
        guard !isKnown else { return ReceivedMail(outcome: .known, session: code, reason: "it came before") }
        if let last, answer.stamp < last {
            return try tellOfOlder(answer, of: person, for: turn, at: now, transaction)
        }
        return try transaction.writingDown(
            Deed(
                actor: person.email, way: .mail, action: "answerInvitation", program: program.name, subject: [code]),
            at: now
        ) {
            try transaction.setTold(.answered(turn, person, with: answer), at: now)
            try transaction.setTold(.answered(turn, person), at: min(answer.stamp, now.adding(seconds: -1)))
            return try carryOut(answer, of: person, for: turn, at: now, transaction)
        }
    }

    /// What becomes of an answer that is older than one that is known: whoever believes that it counts hears that it does not.
    private func tellOfOlder(
        _ answer: CalendarAnswer, of person: Person, for turn: DutyTurn, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        let code = turn.code.description
        let isTheirs = turn.person.id == person.id && turn.status != .cancelled && turn.isUpcoming(at: now)
        let command: String? =
            switch (answer.participation, turn.offer) {
            case (.declined, nil) where answer.method == .reply: "meridian swap offer \(code)"
            case (.accepted, .some) where answer.method == .reply: "meridian swap withdraw \(code)"
            default: nil
            }
        guard isTheirs, let command else {
            return ReceivedMail(outcome: .known, session: code, reason: "a newer answer is known")
        }
        try transaction.setTold(.answered(turn, person, with: answer), at: now)
        let reason = "by its own clock it is older than what you answered last; if it is what you want now: \(command)"
        let isTold = try refuse(person, turn, answer.said, because: reason, source: .calendar, at: now, transaction)
        return .refused(reason, isTold: isTold, session: code)
    }

    private func carryOut(
        _ answer: CalendarAnswer, of person: Person, for turn: DutyTurn, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        let code = turn.code.description
        func known(_ reason: String) -> ReceivedMail {
            ReceivedMail(outcome: .known, session: code, reason: reason)
        }
        func refused(_ reason: String) throws -> ReceivedMail {
            let isTold = try refuse(
                person, turn, answer.said, because: reason, source: .calendar, at: now, transaction)
            return .refused(reason, isTold: isTold, session: code)
        }
        func taken(_ outcome: ReceivedMail.Outcome) throws -> ReceivedMail {
            try transaction.setTold(.taken(turn, person), at: now)
            return ReceivedMail(outcome: outcome, session: code, participation: answer.participation)
        }
        let misfit =
            "it answers revision \(answer.sequence), and there are only \(turn.sequence); if you cannot take the week: "
            + "meridian swap offer \(code)"
        let (isTheirs, isOff) = (turn.person.id == person.id, turn.status == .cancelled)
        guard answer.method == .reply else { return try refused("a week of a duty is at no other time") }
        switch answer.participation {
        case .declined:
            guard isTheirs, !isOff else { return known("the week is not theirs") }
            guard turn.isUpcoming(at: now) else { return try refused("\(code) has begun") }
            guard answer.sequence <= turn.sequence else { return try refused(misfit) }
            guard answer.sequence == turn.sequence else {
                return try refused("the week has changed hands since the invitation that it answers")
            }
            try transaction.setTold(.declined(turn, person), at: now)
            guard turn.offer == nil else { return known("\(code) is offered already") }
            let day = LocalDate(containing: now)
            let times = (1...Self.mostOffersADay).map { Told.offered(turn, by: person, on: day, time: $0) }
            guard let time = try times.first(where: { try transaction.lastTold($0) == nil }) else {
                return try refused(
                    "your calendar had it offered twice today; if you cannot take the week: meridian swap offer \(code)"
                )
            }
            do {
                let offer = try offer(turn, to: nil, at: now, transaction)
                try transaction.setTold(time, at: now)
                try tell(
                    .reply(
                        MailReply(
                            reader: person, request: "declined \(code)", outcome: .offered(offer.told), session: nil,
                            program: try transaction.requireProgram(of: turn.code), date: now, source: .calendar)),
                    in: transaction)
                return try taken(.offered)
            } catch let refusal as Refusal {
                return try refused(refusal.description)
            }
        case .accepted, .tentative:
            guard isTheirs, !isOff else {
                // Whoever answers after they were told so believes that the week is theirs.
                guard answer.stamp > turn.revised else { return known("the week is not theirs") }
                return try refused(isOff ? "\(code) is cancelled" : "\(turn.person.name) has \(code) by now")
            }
            guard answer.sequence <= turn.sequence else { return try refused(misfit) }
            if answer.participation == .accepted, turn.isUpcoming(at: now), turn.offer?.to == nil, turn.offer != nil,
                try transaction.lastTold(.declined(turn, person)) != nil
            {
                try withdrawOffer(of: turn, at: now, transaction)
            }
            return try taken(.recorded)
        case .needsAction: return known("the week is \(isTheirs ? "" : "not ")theirs")
        }
    }

    /// How often a day somebody's calendar may ask all other volunteers, who are told of each change of mind.
    private static var mostOffersADay: Int { 2 }
}

extension CalendarAnswer {
    /// What it says, before the code of a week.
    fileprivate var said: String {
        method == .counter ? "another time for" : participation.rawValue.lowercased()
    }
}
