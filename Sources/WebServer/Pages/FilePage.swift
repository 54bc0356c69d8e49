import MentoringAPI

/// A program's file, to be changed, looked at, taken away and brought back, or a new program's, for its template.
struct FilePage: Encodable {
    let frame: PageFrame
    /// Whose; nil for a new one.
    let program: String?
    let apply: Action
    /// Where it can be taken away.
    let takenAway: String?
    let back: String

    /// - Parameters:
    ///   - program: whose; nil for a new one.
    ///   - text: the file.
    ///   - takenAway: where it can be taken away.
    ///   - back: the page from which one came.
    ///   - actions: makes the form.
    ///   - frame: what is around it.
    init(
        of program: String?, _ text: String, takenAway: String?, backTo back: PagePath, _ actions: Actions,
        in frame: PageFrame
    ) {
        self.frame = frame
        self.program = program
        self.takenAway = takenAway
        self.back = frame.root + back.text
        apply = actions.form(
            ApplyProgram.self, of: [:], asking: ["text": text, "prune": "", "override": ""],
            "See what that would change", to: .look)
    }
}
