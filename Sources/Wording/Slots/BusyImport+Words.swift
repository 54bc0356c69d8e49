import CivilTime
import Mentoring
package import MentoringAPI

extension [SlotView] {
    /// What a mentor is asked before they have no date to come any more.
    package var question: String {
        let named = map { "slot \($0.id) (\($0.summary))" }.joined(separator: ", ")
        return "\(named) would have no date left in the season that can be planned. Leave all of them out?"
    }
}

extension BusyImport {
    /// The same for a page of the mentor's own, whose buttons do what commands do elsewhere.
    var textOnPage: String { text(dryRun: Layout.current.isBeforehand, asks: false) }

    /// What a mentor reads: which dates are left out, how they come back, what of the calendar was left and why.
    ///
    /// - Parameters:
    ///   - dryRun: whether it is only said.
    ///   - asks: whether it is asked about first that a slot loses every date.
    ///   - known: by what the calendar was read; nil for the mentor themself, on a page.
    ///   - program: the program.
    /// - Returns: lines.
    package func text(
        dryRun: Bool, asks: Bool, of known: CalendarTermsView? = nil, in program: String = ""
    ) -> String {
        let lines = cleared.map {
            let date = When.dayAndTime($0.localStart)
            return known == nil
                ? "line \($0.line): \(date) \(dryRun ? "would be" : "is") left out"
                : "line \($0.line): slot \($0.slot) leaves out \(date)"
        }
        let none = emptied.map { slot in
            let name = known == nil ? slot.summary : "slot \(slot.id) (\(slot.summary))"
            return "\(name) \(dryRun ? "would have" : "has") no date left in the season that can be planned"
        }
        let restored = undo.map { "undo: meridian slot restore \($0.slot) \($0.days.joined(separator: " "))" }
        let returned = away.compactMap(\.recorded).map { "undo: meridian away remove \($0)" }
        let question =
            emptied.isEmpty || !asks
            ? []
            : ["without --yes that is asked about first, and refused where nobody can be asked; --yes leaves all out"]
        let back = known == nil ? [] : dryRun ? question : restored + returned
        // Only who leads a session can offer it.
        let way = known?.isOwn != false ? "to give it to somebody else" : "its mentor can give it to somebody else"
        let stay = (announced ?? []).map {
            "line \($0.line): \($0.session) is announced for \(When.dayAndTime($0.localStart)) and stays; \(way): meridian swap offer \($0.session)"
        }
        let place = known?.isOwn != false ? "" : " --program \(program)"
        let absences = away.map { absence in
            let days = "\(absence.from)..\(absence.to)"
            if let id = absence.recorded {
                let lost = absence.affects ?? []
                let effect =
                    lost.isEmpty
                    ? ""
                    : "; the next plan gives \(lost.joined(separator: ", ")) to others, or calls off what nobody else can have"
                return "line \(absence.line): absence \(id): \(days)\(effect)\(AwayView.anew(absence.replanned ?? []))"
            }
            guard let known else {
                return "line \(absence.line): away \(days), it seems, of which planning does not know by that"
            }
            return
                "line \(absence.line): away \(days), it seems; `meridian away add \(known.mentor) \(days)\(place)` would tell planning so, and --away here does"
        }
        let summary =
            "dates left out: \(cleared.count); busy times in the season: \(busyTimes); entries left: "
            + "\(left.reduce(0) { $0 + ($1.count ?? 1) })"
        // What may be busy is for the mentor to look at, so it stands last.
        let risks = left.filter { $0.mayBeBusy == true }
        return importReport(
            lines + none + stay + absences, left.filter { $0.mayBeBusy != true } + risks, summary,
            dryRun: dryRun && !cleared.isEmpty, then: back)
    }
}
