import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

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
