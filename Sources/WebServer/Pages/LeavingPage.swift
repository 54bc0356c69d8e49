import Mentoring
import MentoringAPI

/// What leaving a program would do to whoever is signed in and to others, and the button that does it, for its template.
struct LeavingPage: Encodable {
    let frame: PageFrame
    let program: String
    let programHref: String
    /// What would happen to them, and to whom else.
    let effects: [String]
    let hasEffects: Bool
    let told: String?
    let leave: Action

    /// - Parameters:
    ///   - departure: what would happen.
    ///   - program: which they would leave.
    ///   - actions: makes the button.
    ///   - frame: what is around it.
    init(_ departure: DepartureView, from program: ProgramView, _ actions: Actions, in frame: PageFrame) {
        self.frame = frame
        self.program = program.title
        programHref = "\(frame.root)/\(program.name)"
        effects = departure.effects.map { effect in
            "\(effect.person) \(effect.what)\(effect.session.map { " (\($0))" } ?? "")"
        }
        hasEffects = !effects.isEmpty
        told =
            departure.told == 0
            ? nil : "\(departure.told) \(departure.told == 1 ? "person is" : "people are") told by mail"
        leave = actions.button(
            LeaveProgram(program: program.name), "Leave the program", about: program.title, isGrave: true)
    }
}
