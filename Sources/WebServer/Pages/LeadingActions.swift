import CivilTime
import Mentoring
import MentoringAPI
import Pictures

extension Actions {
    /// What whoever leads a session, or organizes its program, can do about it.
    func leading(
        _ session: SessionView, asMentor isTheirs: Bool, at now: Instant, on rules: ZoneRules
    ) -> [Action] {
        guard session.status != .cancelled else {
            let reinstate = ReinstateSession(session: session.code)
            return session.start <= now
                ? [] : [button(reinstate, "Let it take place after all", about: session.code, to: .look)]
        }
        return session.start > now ? beforehand(session, asMentor: isTheirs) : afterwards(session, on: rules)
    }

    private func beforehand(_ session: SessionView, asMentor isTheirs: Bool) -> [Action] {
        let (code, known) = (session.code, ["session": JSONValue.text(session.code)])
        let offer =
            isTheirs
            ? form(OfferSwap.self, of: known, asking: ["to": ""], "Offer it to the others", about: code, to: .look)
            : nil
        let move =
            session.status == .announced
            ? form(
                MoveSession.self, of: known, asking: ["to": "\(session.localStart)"],
                "Move it, on the clock of \(session.zone)", about: code, to: .look) : nil
        let cancel = form(
            CancelSession.self, of: known, asking: ["reason": ""], "Call it off", about: code, isGrave: true, to: .look)
        let pick = form(
            PickReview.self, of: known, asking: ["url": "", "title": ""], "Review this change in it", about: code,
            to: .look)
        let note = session.review.map { review in
            form(
                NoteQuestions.self, of: known, asking: ["text": review.questions.joined(separator: "\n")],
                "Save the questions", about: code, to: .look)
        }
        return [offer, move, cancel, pick, note].compactMap(\.self)
    }

    private func afterwards(_ session: SessionView, on rules: ZoneRules) -> [Action] {
        // What was recorded stays: a log may have said it.
        let known: [String: JSONValue] = ["session": .text(session.code), "also": .flag(true)]
        return [
            form(
                RecordAttendance.self, of: known, asking: ["present": "", "absent": "", "log": ""],
                "Add to the record", about: session.code),
            form(
                RecordAttendance.self, of: known.merging(["present": .list([])]) { first, _ in first },
                asking: ["chat": "", "zone": rules.id.name, "ignored": "", "log": ""], "See who spoke in its log",
                about: session.code, to: .look),
            form(RecordCoLeaders.self, of: known, asking: ["people": ""], "Record who led along", about: session.code),
        ]
    }
}
