/// What a session is to somebody beside their seat in it: whether they lead it, were seen there, and may still answer its questions.
public struct SessionStanding: Hashable, Sendable {
    /// Whether they lead it.
    public let leads: Bool
    /// Whether it is known that they are there, or were.
    public let isThere: Bool
    /// Whether they can hand in answers to its questions, since it is over and they were not there.
    public let mayAnswer: Bool
    /// What they have handed in, which new answers replace.
    public let answers: String?

    package init(leads: Bool, isThere: Bool = false, mayAnswer: Bool = false, answers: String? = nil) {
        self.leads = leads
        self.isThere = isThere
        self.mayAnswer = mayAnswer
        self.answers = answers
    }
}
