import Mentoring
package import MentoringAPI

extension DutyOfferView {
    /// That a week is offered, to whom, and how it is taken back; on a page a button does that.
    package var offered: String {
        let asked = candidates.map { "\($0.volunteer) (\($0.turns.counted("week")))" }
        return [
            Paragraph.of("\(turn.code) is offered to \(asked.joined(separator: ", ")); \(People.told(told))"),
            "it is yours until somebody takes it"
                + (Layout.current.isOnPage ? "" : "; to take it back:\n  meridian swap withdraw \(turn.code)"),
        ].joined(separator: "\n")
    }

    /// That whoever asks has taken it.
    package var taken: String {
        "\(turn.code) is yours; \(People.told(told))"
            + (Layout.current.isOnPage ? "" : "\nto hand it on: meridian swap offer \(turn.code)")
    }

    /// That it is taken back.
    package var withdrawn: String { "\(turn.code) stays yours; \(People.told(told))" }
}
