import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The command that takes back what a command has done.
struct Undo {
    let command: String
    /// Until when it can; nil where it always can.
    var until: (instant: Instant, words: String)?
    /// What it does not bring back.
    var reservation: String?

    /// One line, or nothing once its time is over; a command is never broken.
    func line(at now: Instant) -> String? {
        if let until, until.instant <= now { return nil }
        let time = until.map { " until \($0.words)" } ?? ""
        return "undo\(time)\(reservation.map { " (\($0))" } ?? ""): \(command)"
    }
}

/// An answer that tells how to take back what was done.
///
/// Every answer that does is here, and every command that prints one names the undo with it.
protocol HasUndo {
    /// Nil where nothing was done, or nothing takes it back.
    var undo: Undo? { get }
}

extension SessionChange: HasUndo {
    var undo: Undo? {
        guard done, let before else { return nil }
        let code = session.code
        // Moved back and forth, it must lie ahead at either hour.
        let ends = [(session.start, session.localStart), (before.start, before.localStart)].min { $0.0 < $1.0 }
        let until = ends.map { (instant: $0.0, words: "\(When.dayAndTime($0.1)) \(session.zone)") }
        let command =
            switch (before.status, session.status) {
            case (.cancelled, _):
                "cancel \(code) --reason \(ShellWord.quoted(before.cancellation.map(OneLine.shown) ?? ""))"
            case (_, .cancelled): "reinstate \(code)"
            default: "move \(code) --to \(before.localStart)"
            }
        return Undo(command: "meridian session \(command)", until: until, reservation: effects?.lasting)
    }
}

extension SessionEffectsView {
    /// What of it stays when it is taken back; nil for nothing.
    fileprivate var lasting: String? {
        if !lost.isEmpty || lostElsewhere > 0 { return "who has lost a place does not get it back" }
        return promotions.isEmpty && promotedElsewhere == 0 ? nil : "who has moved up stays so"
    }
}

extension LeaveResult: HasUndo {
    var undo: Undo? {
        until.map { until in
            Undo(
                command: "meridian enroll \(session)", until: (until, "it begins"),
                reservation: waits ? "to wait for the next free seat" : nil)
        }
    }
}

extension [LeaveResult]: HasUndo {
    var undo: Undo? {
        guard contains(where: { $0.until != nil }),
            let code = lazy.compactMap({ SessionCode($0.session) }).first
        else { return nil }
        return Undo(
            command:
                "meridian enroll --program \(code.program) --region \(code.region.rawValue) --season \(code.season)",
            reservation: contains { $0.waits } ? "to wait where no seat is free" : nil)
    }
}

extension AttendanceView: HasUndo {
    var undo: Undo? {
        again.map { again in
            let present = again.present.map { " \(ShellWord.quoted($0))" }.joined()
            let absent = again.absent.map { " --absent \(ShellWord.quoted($0))" }.joined()
            let words = present.isEmpty && absent.isEmpty ? " --nobody" : present + absent
            let hasVisitors = noMore?.contains { $0.before == .visitor } ?? false
            return Undo(
                command: "meridian attend \(session)\(words)",
                reservation: hasVisitors ? "but for who spoke and is nobody's: hand in the log for them" : nil)
        }
    }
}

extension SwapOfferView: HasUndo {
    var undo: Undo? {
        canBeUndone == true
            ? Undo(command: "meridian swap withdraw \(id)", reservation: "until it is announced") : nil
    }
}

extension SlotPublication: HasUndo {
    var undo: Undo? { wasKnown ? nil : Undo(command: "meridian slot withdraw \(slot.id)") }
}

extension SlotWithdrawn: HasUndo {
    var undo: Undo? {
        again.map { slot in
            let options = [
                ("--mentor", slot.isOwn == true ? nil : slot.name ?? "\(slot.mentor)"), ("--rrule", slot.rrule),
                ("--from", slot.from.map { "\($0)" }), ("--until", slot.until.map { "\($0)" }),
                ("--prefer", slot.prefer == 0 ? nil : "\(slot.prefer)"),
            ].compactMap { name, value in value.map { " \(name) \(ShellWord.quoted($0))" } }.joined()
            return Undo(
                command:
                    "meridian slot publish \(slot.program) \(ShellWord.quoted(slot.when))\(options)"
            )
        }
    }
}

extension FreezeView: HasUndo {
    var undo: Undo? { wasKnown == false ? Undo(command: "meridian freeze remove \(id)") : nil }
}

extension FreezeRemoved: HasUndo {
    var undo: Undo? {
        let reason = ShellWord.quoted(OneLine.shown(reason))
        let regions = regions.map { " --region \($0.rawValue)" }.joined()
        return Undo(command: "meridian freeze add \(program) \(from)..\(to) \(reason)\(regions)")
    }
}

extension AwayView: HasUndo {
    var undo: Undo? { wasKnown == false ? Undo(command: "meridian away remove \(id)") : nil }
}

extension AwayRemoved: HasUndo {
    var undo: Undo? {
        let place = program.map { " --program \($0)" } ?? ""
        let whose = isOwn == true ? "" : ShellWord.quoted(name ?? "\(email)") + " "
        return Undo(command: "meridian away add \(whose)\(from)..\(to)\(place)")
    }
}
