import Mentoring
import MentoringAPI

/// A program's file, to be changed, looked at, taken away and brought back, or a new program's, for its template.
struct FilePage: Encodable {
    let frame: PageFrame
    let heading: String
    /// What its way back leads to.
    let above: String
    let back: String
    /// Why it cannot be applied, a fault each.
    let problems: [String]
    let hasProblems: Bool
    /// What is to be known about it.
    let note: String?
    /// What applying it as it stands would do.
    let parts: [AnswerPart]
    /// What does that.
    let deed: Action?
    /// Looks at what it would do as it is changed here.
    let apply: Action
    /// Where it can be taken away; nil for that of a new program.
    let takenAway: String?

    /// The file of a program that is there.
    ///
    /// - Parameters:
    ///   - program: whose.
    ///   - text: the file.
    ///   - back: the page from which one came.
    ///   - actions: makes the form.
    ///   - frame: what is around it.
    init(of program: ProgramView, _ text: String, backTo back: PagePath, _ actions: Actions, in frame: PageFrame) {
        self.frame = frame
        heading = "The program’s file"
        above = program.title
        self.back = frame.root + back.text
        (problems, hasProblems, note, parts, deed) = ([], false, nil, [], nil)
        takenAway = "\(frame.root)/me/file/\(program.name)"
        apply = actions.form(
            ApplyProgram.self, of: ["program": .text(program.name)], asking: Self.asked(text),
            "See what that would change", about: program.title, to: .look)
    }

    /// An example, of which somebody makes a new program's file by hand.
    ///
    /// - Parameters:
    ///   - text: the example.
    ///   - back: the page from which one came.
    ///   - actions: makes the form.
    ///   - frame: what is around it.
    init(example text: String, backTo back: PagePath, _ actions: Actions, in frame: PageFrame) {
        self.frame = frame
        (heading, above) = ("A new program by its file", "A new program")
        self.back = frame.root + back.text
        (problems, hasProblems, parts, deed, takenAway) = ([], false, [], nil, nil)
        note =
            "This is an example: put your own program’s name, regions and season in, and take its mentors out; or bring a file that you have. Nothing is done before you have seen what would change."
        apply = actions.form(
            ApplyProgram.self, of: [:], asking: Self.asked(text), "See what that would change", to: .look)
    }

    /// The file that was written of what somebody filled in, and what applying it would do.
    ///
    /// - Parameters:
    ///   - program: whose.
    ///   - text: the file.
    ///   - parts: what it would do.
    ///   - problems: why it cannot be applied as it is.
    ///   - back: the page from which one came.
    ///   - actions: makes the button that does it.
    ///   - changing: makes the form in which it is changed.
    ///   - frame: what is around it.
    init(
        written program: Program, _ text: String, _ parts: [AnswerPart], wrong problems: [String],
        backTo back: PagePath, _ actions: Actions, changing: Actions, in frame: PageFrame
    ) {
        self.frame = frame
        heading = "A new program: \(program.title)"
        above = "A new program"
        self.back = frame.root + back.text
        self.problems = problems
        hasProblems = !problems.isEmpty
        self.parts = parts
        takenAway = nil
        note = hasProblems ? nil : "This is what would happen. Nothing is done yet."
        deed =
            hasProblems
            ? nil
            : actions.button(
                ApplyProgram(text: text, program: program.name, isNew: true), "Do it", about: program.title,
                isGrave: true)
        // Its short name can be changed as all else of it, so that no page of its own can be promised afterwards.
        apply = changing.form(
            ApplyProgram.self, of: ["isNew": .flag(true)], asking: ["text": text],
            "See what it would do as changed here",
            about: program.title, to: .look)
    }

    /// What is asked for with a file: whether it takes away, too, and what people have changed.
    private static func asked(_ text: String) -> KeyValuePairs<String, String> {
        ["text": text, "prune": "", "override": ""]
    }
}
