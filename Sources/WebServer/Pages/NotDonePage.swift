import MentoringAPI

/// What somebody sees whose form could not be done, for the template.
struct NotDonePage {
    let frame: PageFrame
    let words: String
    let back: String

    /// - Parameters:
    ///   - error: why it could not be done.
    ///   - back: the page that had the form.
    ///   - frame: what is around it.
    init(_ error: any Error, back: PagePath, in frame: PageFrame) {
        self.frame = frame
        words = Failure(error).wordsElsewhere
        self.back = frame.root + back.text
    }
}
