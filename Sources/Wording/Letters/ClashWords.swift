import Mentoring

/// What is said of something else that somebody does at the time of a session: who has a seat can leave it, and who leads offers it to
/// somebody else.
struct ClashWords {
    /// The sentence that says so.
    let note: String
    /// What helps and is not said otherwise.
    let steps: [Step]

    /// The words for who is told of a session; nil where nothing else is at its time.
    init?(_ notice: SessionNotice) {
        let led = notice.clashes.filter(\.leads)
        let attended = notice.clashes.filter { !$0.leads }
        let waits = attended.filter(\.waits)
        guard !notice.clashes.isEmpty else { return nil }
        let others = [
            Self.words(led, "which you lead"),
            Self.words(attended.filter { !$0.waits }, "in which you take part"),
            Self.words(waits, "for which you wait"),
        ]
        let what = "It is at the same time as \(others.compactMap(\.self).joined(separator: ", and as ")) too"
        guard notice.occasion != .clashed else {
            note = "\(what)."
            steps = []
            return
        }
        let offers = led.map { Self.offer($0, to: "To offer \($0.session.code) to somebody else:") }
        let leaves = attended.map { Step("To leave \($0.session.code):", command: "meridian leave \($0.session.code)") }
        switch (notice.invitation.role, led.isEmpty) {
        case (.mentor, true):
            note = "\(what): please leave that."
            steps = leaves
        case (.mentor, false):
            note = "\(what): please offer one of them to somebody else."
            steps = offers
        case (.trainee, true):
            note = "\(what): please leave one of them."
            steps = leaves
        case (.trainee, false):
            note = "\(what): please leave this one, or offer what you lead to somebody else."
            steps = offers
        }
    }

    /// What comes first for who would rather come to a session than do the other thing that they do at its time.
    static func makingRoom(besides other: Engagement) -> Step {
        let code = other.session.code
        return other.leads
            ? offer(other, to: "Should you rather come here, offer \(code) to somebody else:")
            : Step("Should you rather come here, leave \(code):", command: "meridian leave \(code)")
    }

    /// What can be done once that is done.
    static func afterwards(_ other: Engagement) -> String { other.leads ? "Once somebody has taken it:" : "And then:" }

    private static func offer(_ other: Engagement, to text: String) -> Step {
        Step(text, command: "meridian swap offer \(other.session.code)")
    }

    private static func words(_ engagements: [Engagement], _ part: String) -> String? {
        guard !engagements.isEmpty else { return nil }
        return "\(engagements.map { "\($0.session.code)" }.joined(separator: " and ")), \(part)"
    }
}
