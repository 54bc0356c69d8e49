import Mentoring
package import MentoringAPI

extension SwapOfferView.Turns {
    /// What taking an offered session would do to somebody's turns, and to whose it is, who is nil where they lead there no more: for whom is
    /// asked.
    package func effect(givenBy giver: (name: String, turns: Self)?) -> [String] {
        ["You would lead \(after.counted("turn")) of the season instead of \(before)."]
            + (giver.map { ["\($0.name) would lead \($0.turns.after) instead of \($0.turns.before)."] } ?? [])
    }
}
