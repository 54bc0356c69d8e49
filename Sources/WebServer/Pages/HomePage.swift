import CivilTime
import Mentoring

/// What the page of all programs shows, for its template.
struct HomePage {
    /// A program in the list.
    struct Entry {
        let name: String
        let title: String
        let summary: String
    }

    let root: String
    let release: String
    let programs: [Entry]

    init(_ programs: [ProgramView], root: String, release: String) {
        self.root = root
        self.release = release
        self.programs = programs.map { Entry(name: $0.name, title: $0.title, summary: $0.summary) }
    }
}

extension ProgramView {
    /// The frame of the program in a sentence.
    var summary: String {
        let rhythm =
            switch cadence {
            case .everyRegion: "a session a week in every region"
            case .oneRegionAWeek: "one session a week, the regions taking turns"
            }
        return "\(weeks) weeks from \(seasonStart.inWords), \(rhythm), \(minutes) minutes, \(capacity) seats."
    }
}
