import Mentoring
import MentoringAPI
import Pictures

/// An answer after which something can be taken back, or is still to be said.
protocol LeadsOn {
    /// The buttons for that.
    func following(by actions: Actions) -> [Action]
}

/// An answer that is asked about once more before it is done.
protocol AsksToConfirm {
    /// The fields of the request that say so.
    var confirming: [String] { get }
}

extension BusyImport: LeadsOn, AsksToConfirm {
    func following(by actions: Actions) -> [Action] {
        undo.map { undo in
            actions.button(
                RestoreSlotDates(slot: undo.slot, days: undo.days), "Take these dates back in",
                about: undo.days.joined(separator: ", "))
        }
            + away.filter { $0.recorded == nil }.map { absence in
                let days = "\(absence.from.inShort) to \(absence.to.inShort)"
                return actions.button(
                    AddAway(from: absence.from, to: absence.to), "Be away \(days)", about: "as your calendar says",
                    to: .look)
            }
    }

    /// A slot that would lose every date: mostly it is the wrong calendar.
    var confirming: [String] { emptied.isEmpty ? [] : ["confirmed"] }
}

extension SessionChange: LeadsOn {
    func following(by actions: Actions) -> [Action] {
        guard done, session.status == .cancelled else { return [] }
        let reinstate = ReinstateSession(session: session.code)
        return [actions.button(reinstate, "Let it take place after all", about: session.code, to: .look)]
    }
}

extension SwapOfferView: LeadsOn {
    func following(by actions: Actions) -> [Action] {
        guard state == .open || state == .accepted && canBeUndone == true else { return [] }
        return [actions.button(WithdrawSwap(offer: id), "Take it back", about: session, to: .look)]
    }
}

extension AwayView: LeadsOn {
    func following(by actions: Actions) -> [Action] {
        [actions.button(RemoveAway(away: id), "Remove it", about: "\(from.inShort) to \(to.inShort)", isGrave: true)]
    }
}
