import Mentoring
import MentoringAPI
import MentoringService
import Pictures

/// What an answer leads on to: something that takes back what was done, or is still to be done.
struct Following {
    let request: any HandledRequest
    /// What stands on its button.
    let label: String
    /// What it is about, for whoever does not see what stands around it.
    let subject: String
    let isGrave: Bool
    let purpose: Actions.Purpose

    /// A request, whose page shows first what it would do unless it is said otherwise.
    init(
        _ request: some HandledRequest, _ label: String, about subject: String, isGrave: Bool = false,
        to purpose: Actions.Purpose = .look
    ) {
        (self.request, self.label, self.subject) = (request, label, subject)
        (self.isGrave, self.purpose) = (isGrave, purpose)
    }

    /// Its button.
    func action(by actions: Actions) -> Action {
        actions.button(request, label, about: subject, isGrave: isGrave, to: purpose)
    }
}

extension Client {
    /// Whether something could be done now: it is tried, and taken back.
    ///
    /// What is computed for a whole season is not tried for the sake of a button, and what cannot be tried at the moment may be
    /// possible in the next.
    func couldDo<R: HandledRequest>(_ request: R) async -> Bool {
        guard !(R.self is any ComputingRequest.Type) else { return true }
        do {
            _ = try await at(service.rehearsing).ask(request)
            return true
        } catch {
            return Failure(error).kind.status >= 500
        }
    }
}

/// An answer after which something can be taken back, or is still to be said.
protocol LeadsOn {
    /// What leads on from it, as long as nobody has done anything about it meanwhile.
    var following: [Following] { get }
}

/// A request after which something can be taken back, where others have the same answer.
protocol RequestLeadingOn: MentoringAPI.Request {
    /// What leads on from its answer, as long as nobody has done anything about it meanwhile.
    static func following(after answer: Answer) -> [Following]
}

extension MentoringAPI.Request {
    /// What its answer leads on to.
    static func following(_ answer: Answer) -> [Following] {
        (Self.self as? any RequestLeadingOn.Type)?.following(afterAny: answer) ?? (answer as? any LeadsOn)?.following
            ?? []
    }
}

extension RequestLeadingOn {
    /// The answer is always its own.
    fileprivate static func following(afterAny answer: Any) -> [Following] {
        (answer as? Answer).map(following(after:)) ?? []
    }
}

/// An answer that is asked about once more before it is done.
protocol AsksToConfirm {
    /// The fields of the request that say so.
    var confirming: [String] { get }
}

extension BusyImport: LeadsOn, AsksToConfirm {
    var following: [Following] {
        undo.map { undo in
            Following(
                RestoreSlotDates(slot: undo.slot, days: undo.days), "Take these dates back in",
                about: undo.days.joined(separator: ", "), to: .act)
        }
            + away.filter { $0.recorded == nil }.map { absence in
                let days = "\(absence.from.inShort) to \(absence.to.inShort)"
                return Following(
                    AddAway(from: absence.from, to: absence.to), "Be away \(days)", about: "as your calendar says")
            }
    }

    /// A slot that would lose every date: mostly it is the wrong calendar.
    var confirming: [String] { emptied.isEmpty ? [] : ["confirmed"] }
}

extension SessionChange: LeadsOn {
    var following: [Following] {
        guard done, session.status == .cancelled else { return [] }
        let reinstate = ReinstateSession(session: session.code)
        return [Following(reinstate, "Let it take place after all", about: session.code)]
    }
}

extension SwapOfferView: LeadsOn {
    var following: [Following] {
        guard state == .open || state == .accepted && canBeUndone == true else { return [] }
        return [Following(WithdrawSwap(offer: id), "Take it back", about: session)]
    }
}

extension AwayView: LeadsOn {
    var following: [Following] {
        [
            Following(
                RemoveAway(away: id), "Remove it", about: "\(from.inShort) to \(to.inShort)", isGrave: true, to: .act)
        ]
    }
}
