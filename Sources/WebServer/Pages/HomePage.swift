import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog

/// What the page of all programs shows, for its template.
struct HomePage: Encodable {
    /// A program in the list.
    struct Entry: Encodable {
        let href: String
        let title: String
        let summary: String
        /// That it is archived, where it is.
        let archive: String?
        let next: SessionCard?
    }

    let frame: PageFrame
    let programs: [Entry]

    init(_ overview: PublicPrograms, on zone: TimeZoneID?, in frame: PageFrame, zones: TimeZoneCatalog) throws {
        self.frame = frame
        programs = try overview.programs.map { entry in
            let program = entry.program
            let next = try entry.next.map { session in
                try SessionCard(
                    LocalSession(session, in: zones.rules(for: zone ?? session.zone)), of: program, on: zone,
                    at: overview.asOf, in: frame, zones: zones)
            }
            return Entry(
                href: "\(frame.root)/\(program.name)\(frame.query)", title: program.title, summary: program.summary,
                archive: program.archiveNote, next: next)
        }
    }
}

extension ProgramView {
    /// That it is archived and since when; nil where it is not.
    var archiveNote: String? {
        guard archived == true else { return nil }
        let day = archivedSince.map { " on \(LocalDate(containing: $0).inWords)" } ?? ""
        return "Archived\(day): it can be read, and nothing new happens in it."
    }

    /// The frame of the program in a sentence.
    var summary: String {
        let often = meets.flatMap { $0 == .everyWeek ? nil : $0.inWords } ?? "a week"
        let rhythm =
            switch cadence {
            case .everyRegion:
                often == "a week" ? "a session a week in every region" : "a session in every region \(often)"
            case .oneRegionAWeek: "one session \(often), the regions taking turns"
            }
        let seats = capacity == 1 ? "one seat" : "\(capacity) seats"
        return "\(weeks.counted("week")) from \(seasonStart.inWords), \(rhythm), \(minutes) minutes, \(seats)."
    }
}
