import Mentoring
import MentoringAPI
import MentoringService

// The weeks of duties, which are no sessions: who takes turns, and who asks whom to take one.

extension World {
    func duty(_ step: Step) async throws {
        switch step {
        case .volunteer(let name, let program):
            try await participant(name, in: program).do(VolunteerForDuty(program: program, duty: Cast.duty))
        case .stopVolunteering(let name, let program):
            try await participant(name, in: program).do(StopVolunteering(program: program, duty: Cast.duty))
        case .offerWeek(let program, let to):
            guard let turn = try await snapshot().weeksToCome(of: program).first(where: { $0.offer == nil }) else {
                return
            }
            var asked: EmailAddress?
            if let to { asked = try await address(of: to, in: program) }
            try await participant(String(turn.person.email.localPart), in: program).do(
                OfferDutyTurn(turn: turn.code.description, to: asked))
        case .acceptWeek(let name, let program):
            let turn = try await snapshot().weeksToCome(of: program).first {
                $0.offer != nil && $0.person.email.localPart != name
            }
            guard let turn else { return }
            try await participant(name, in: program).do(AcceptDutyTurn(turn: turn.code.description))
        case .withdrawWeek(let name, let program):
            let turn = try await snapshot().weeksToCome(of: program).first {
                $0.offer != nil && $0.person.email.localPart == name
            }
            guard let turn else { return }
            try await participant(name, in: program).do(WithdrawDutyTurn(turn: turn.code.description))
        default: break
        }
    }
}
