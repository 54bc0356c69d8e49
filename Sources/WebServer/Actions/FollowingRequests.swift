import Mentoring
import MentoringAPI
import Pictures

// What takes back what somebody has done to others by a form, or to themself.

extension OfferDutyTurn: RequestLeadingOn {
    static func following(after answer: DutyOfferView) -> [Following] {
        [Following(WithdrawDutyTurn(turn: answer.turn.code), "Keep it", about: answer.turn.code)]
    }
}

extension WithdrawDutyTurn: RequestLeadingOn {
    static func following(after answer: DutyOfferView) -> [Following] {
        [Following(OfferDutyTurn(turn: answer.turn.code), "Offer it to the others", about: answer.turn.code)]
    }
}

extension FreezeView: LeadsOn {
    var following: [Following] {
        guard wasKnown == false else { return [] }
        return [Following(RemoveFreeze(freeze: id), "Freeze them no more", about: reason, isGrave: true)]
    }
}

extension FreezeRemoved: LeadsOn {
    var following: [Following] {
        let again = AddFreeze(
            program: program, from: from, to: to, reason: reason, regions: regions.isEmpty ? nil : regions)
        return [Following(again, "Freeze them again", about: "\(from.inShort) to \(to.inShort)")]
    }
}

extension AwayRemoved: LeadsOn {
    var following: [Following] {
        guard isOwn == true else { return [] }
        return [
            Following(
                AddAway(from: from, to: to, program: program), "Be away after all",
                about: "\(from.inShort) to \(to.inShort)")
        ]
    }
}

extension AddNickname: RequestLeadingOn {
    static func following(after answer: NicknameView) -> [Following] {
        let remove = RemoveNickname(program: answer.program, nickname: "\(answer.nickname)")
        return [Following(remove, "It is mine no more", about: "\(answer.nickname)", isGrave: true)]
    }
}

extension RemoveNickname: RequestLeadingOn {
    static func following(after answer: NicknameView) -> [Following] {
        let again = AddNickname(program: answer.program, nickname: "\(answer.nickname)")
        return [Following(again, "It is mine after all", about: "\(answer.nickname)")]
    }
}

extension PauseProgram: RequestLeadingOn {
    static func following(after answer: ProgramView) -> [Following] {
        [Following(ResumeProgram(program: answer.name), "Let it go on", about: answer.title)]
    }
}

extension ResumeProgram: RequestLeadingOn {
    static func following(after answer: ProgramView) -> [Following] {
        [Following(PauseProgram(program: answer.name), "Let it pause", about: answer.title, isGrave: true)]
    }
}

extension ArchiveProgram: RequestLeadingOn {
    static func following(after answer: ArchiveView) -> [Following] {
        [Following(ReopenProgram(program: answer.program), "Open it again", about: answer.program)]
    }
}

extension SlotPublication: LeadsOn {
    var following: [Following] {
        guard !wasKnown else { return [] }
        return [Following(WithdrawSlot(slot: slot.id), "Withdraw it", about: slot.summary, isGrave: true)]
    }
}

extension AddOrganizer: RequestLeadingOn {
    static func following(after answer: OrganizerView) -> [Following] {
        guard let program = answer.program, answer.wasKnown == false else { return [] }
        let remove = RemoveOrganizer(program: program, email: answer.email)
        return [Following(remove, "Take their rights", about: "\(answer.email)", isGrave: true)]
    }
}

extension RemoveOrganizer: RequestLeadingOn {
    static func following(after answer: OrganizerView) -> [Following] {
        guard let program = answer.program else { return [] }
        let again = AddOrganizer(program: program, email: answer.email)
        return [Following(again, "Make them an organizer again", about: "\(answer.email)")]
    }
}
