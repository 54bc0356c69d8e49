import Mentoring
package import MentoringAPI

extension AwayView {
    /// That the next plan makes tentative sessions and weeks anew, to end a line about an absence; nothing where there are none.
    package static func anew(_ codes: [String]) -> String {
        codes.isEmpty ? "" : "; tentative, so the next plan makes them anew: \(codes.joined(separator: ", "))"
    }

    package func text(untilSeasonEnd isOpen: Bool) -> String {
        let affected =
            affects.isEmpty
            ? ""
            : "; leads \(affects.joined(separator: ", ")) then: the next plan gives it to others, or calls off what nobody else can lead"
        let known = wasKnown == true ? " was there already" : ""
        let whose = person.map { " of \(OneLine.shown($0))" } ?? ""
        let place = program.map { " in \($0)" } ?? ""
        let end = isOpen ? ", the season's last day" : ""
        let over = wasOver == true ? "; it is over already: kept for the record, it changes no session" : ""
        let title = Layout.current.isOnPage ? "absence" : "absence \(id)"
        return "\(title)\(whose)\(place)\(known): \(When.days(from, to))\(end)\(over)\(affected)\(Self.anew(replanned))"
    }
}
