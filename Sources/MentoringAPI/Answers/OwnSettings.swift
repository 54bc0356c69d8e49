/// What somebody can set for themself, and what they are signed in with.
public struct OwnSettings: Sendable {
    /// A program in which they take part.
    public struct Part: Sendable {
        /// What they are there.
        public let part: Myself.Part
        /// What people call it.
        public let title: String
        /// Their nicknames there, or those that are by their word alone.
        public let nicknames: [NicknameView]

        package init(_ part: Myself.Part, title: String, nicknames: [NicknameView]) {
            self.part = part
            self.title = title
            self.nicknames = nicknames
        }
    }

    /// Who they are.
    public let myself: Myself
    /// Their programs, by name.
    public let parts: [Part]
    /// Everything with which they act, by number.
    public let tokens: [TokenView]
    /// The secret address of their calendar, if it has one.
    public let feed: String?

    package init(_ myself: Myself, parts: [Part], tokens: [TokenView], feed: String?) {
        self.myself = myself
        self.parts = parts
        self.tokens = tokens
        self.feed = feed
    }
}
