import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// What a new program has to begin with, to be filled in, for its template.
struct NewProgramPage: Encodable {
    let frame: PageFrame
    let back: String
    /// Where a file is brought instead.
    let file: String
    /// What was not taken, a fault each.
    let problems: [String]
    let hasProblems: Bool
    let form: Action

    /// The address to which it is sent, below the root.
    static let address = "/me/new/draft"

    /// - Parameters:
    ///   - today: the day on which somebody begins; a season is given four weeks from then at least.
    ///   - actions: makes the form.
    ///   - frame: what is around it.
    init(on today: LocalDate, _ actions: Actions, in frame: PageFrame) {
        let usual =
            ["start": "\(today.adding(days: 34).mondayOfWeek)", "weeks": "12", "minutes": "60", "capacity": "12"]
            .merging(Region.allCases.map { ($0.rawValue, "true") }) { first, _ in first }
        self.init({ usual[$0] ?? "" }, faults: [], actions, in: frame)
    }

    /// What was filled in, and what of it was not taken.
    init(_ form: Form, _ faults: [NewProgram.Fault], _ actions: Actions, in frame: PageFrame) {
        self.init({ form[$0] ?? "" }, faults: faults, actions, in: frame)
    }

    private init(
        _ filled: (String) -> String, faults: [NewProgram.Fault], _ actions: Actions, in frame: PageFrame
    ) {
        self.frame = frame
        back = "\(frame.root)/me"
        file = "\(frame.root)/me/new/file"
        problems = Problem.sentences(faults.map(\.words))
        hasProblems = !faults.isEmpty
        form = actions.form(
            at: Self.address,
            asking: NewProgram.fields.map { field in
                FormField(field, value: filled(field.name), in: "new", isWrong: field.name == faults.first?.field)
            }, "See what that would make")
    }
}
