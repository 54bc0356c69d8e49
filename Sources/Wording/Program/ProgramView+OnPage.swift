import CivilTime
import Mentoring
package import MentoringAPI

extension ProgramView {
    /// That it is archived and since when; nil where it is not.
    package var archiveNote: String? {
        guard archived == true else { return nil }
        let day = archivedSince.map { " on \(LocalDate(containing: $0).inTitle)" } ?? ""
        return "Archived\(day): it can be read, and nothing new happens in it."
    }

    /// The frame of the program in a sentence.
    package var summary: String {
        let often = meets.flatMap { $0 == .everyWeek ? nil : $0.inWords } ?? "a week"
        let rhythm =
            switch cadence {
            case .everyRegion:
                often == "a week" ? "a session a week in every region" : "a session in every region \(often)"
            case .oneRegionAWeek: "one session \(often), the regions taking turns"
            }
        let seats = capacity == 1 ? "one seat" : "\(capacity) seats"
        return "\(weeks.counted("week")) from \(seasonStart.inTitle), \(rhythm), \(minutes) minutes, \(seats)."
    }

    /// That it is archived or pauses, to its organizers; nil where it does neither.
    package var restNote: String? {
        archived == true
            ? "It is archived: it can be read, and nothing is changed in it."
            : paused == true ? "It pauses: nobody and nothing is taken in, and no mail leaves." : nil
    }
}
