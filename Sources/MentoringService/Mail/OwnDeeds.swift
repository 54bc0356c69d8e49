import Mentoring

// Nobody is mailed about what they did themselves: the answer to it told them. What their calendar is to show goes to them all the
// same, as their own doing, since a calendar is right by what it is sent only. And of what follows for them elsewhere, as a seat that
// their deed has cost them, or given them, they hear as everybody does: that they did not do.

extension TrainingService {
    /// Whether a notice tells its reader nothing but what they have just done.
    func isOwnDeed(_ notice: Notice) -> Bool {
        switch notice {
        case .letter(let letter): letter.tells(ofDeedBy: actor)
        case .joining(let letter): letter.tells(ofDeedBy: actor)
        // A calendar, an answer, a question; and that somebody acts with what is theirs is told to them whoever it was.
        case .session, .duty, .token, .confirmation, .signIn, .asking, .forwarded, .reply, .moving: false
        }
    }

    /// Takes back what waits to be sent and was overtaken by what its reader did.
    ///
    /// - Parameters:
    ///   - notice: what they would be told of it.
    ///   - transaction: the transaction.
    /// - Throws: `StorageFailure`.
    func forgetWhatWaits(before notice: Notice, in transaction: any StoreWriting) throws {
        guard case .letter(let letter) = notice, letter.topic != .other else { return }
        let address = try transaction.mailAddress(of: letter.reader)
        for mail in try transaction.gatheringMail()
        where mail.session == letter.session.id && mail.recipient == address {
            guard case .letter(let topic) = mail.word, letter.topic.overtakes.contains(topic) else { continue }
            try transaction.remove(gathering: mail.mail)
        }
    }
}

extension JoinLetter {
    /// Whether it says only that somebody has done what they did.
    fileprivate func tells(ofDeedBy actor: EmailAddress?) -> Bool {
        switch occasion {
        // Who asks to be let in may be who is told that somebody asks; and an organizer may have the nickname or the place.
        case .asked, .nicknameLost, .seasonGivenUp, .timesWanted: reader == actor
        // It is the last that they hear, whoever did it.
        case .letIn, .goOn, .erased: false
        }
    }
}

extension Letter {
    /// Whether it says only that somebody has done what they did.
    fileprivate func tells(ofDeedBy actor: EmailAddress?) -> Bool {
        switch subject {
        // A clock's rules are nobody's deed.
        case .changed(.clocksChanged): false
        case .calledOff, .changed, .takesPlace, .byMentor, .handedOver, .handedBack: reader.email == actor
        // Whoever was asked and leads it has taken it.
        case .swapWithdrawn: reader.id == session.mentor.id
        // Where the program's contact is the mentor: only mentors answer so, by mail or behind a link.
        case .mentorDeclined, .mentorReturned: reader.email == session.mentor.email
        case .reminder, .pickDue, .changeClosed, .answersWait, .answersSignedOff: false
        case .swapOffered, .swapUnanswered: false
        case .notHeld, .movedUp, .seatGivenUp, .passedOver: false
        }
    }
}
