import Mentoring
package import MentoringAPI

extension ReviewView {
    /// That a proposal is accepted, which only its end takes back.
    package var accepted: String {
        "everybody sees review \(id) from now on: \(OneLine.shown(title))"
            + (Layout.current.isOnPage
                ? "\nthat ends only with the proposal itself, which its proposer can take back" : "")
    }
}
