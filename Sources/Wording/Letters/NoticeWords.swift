import Mentoring

/// What a notice says apart from the facts, by the reason for writing and the addressee's part in the session.
struct NoticeWords {
    /// What the subject begins with.
    let heading: String
    /// The sentence before the facts.
    private(set) var lead: String
    /// What the addressee can do, if anything.
    var advice: String?
    /// The same where a link does it that no command does.
    private(set) var adviceWithLink: String?
    /// The command that does it, without `--as`.
    var command: Command?

    /// A command about one session.
    enum Command: String { case enroll, leave }

    /// The words of a notice.
    init(_ notice: SessionNotice) {
        self.init(about: notice.occasion, to: notice.invitation.role)
        if notice.occasion == .clashed, let other = notice.clashes.first(where: \.leads)?.session.code {
            advice =
                "Should you rather come here, offer the other one to somebody else first, with meridian swap offer"
                + " \(other); once it is taken:"
        }
        guard notice.isOwnDeed, let deed = Self.deed(notice.occasion, as: notice.invitation.role) else { return }
        lead = deed
        (advice, adviceWithLink) = (nil, nil)
        command = nil
    }

    /// What somebody did whose calendar alone does not know it; nil for what is said as to everybody.
    private static func deed(_ occasion: Occasion, as role: Invitation.Role) -> String? {
        switch occasion {
        case .moved, .relocated, .changed:
            "You have changed a session that you \(role == .mentor ? "lead" : "have a seat in"). This is when and where it is"
                + " now, for your calendar:"
        case .reviewPicked: "You have picked the change that this session is about:"
        case .questionsNoted: "You have written what to look for in the change that this session is about:"
        case .cancelled: "You have called off this session:"
        case .reinstated: "You have reinstated this session, which had been called off:"
        case .unseated: "You have left the program, and with it your seat in this session:"
        default: nil
        }
    }

    init(about occasion: Occasion, to role: Invitation.Role) {
        switch (occasion, role) {
        case (.announced, .mentor):
            self.init(heading: "You lead", lead: "A session that you lead is now fixed:")
            offerSwapping()
        case (.announced, .trainee):
            self.init(heading: "Announced", lead: "A session that you have a seat in is now fixed:")
            offerLeaving()
        case (.reinstated, _):
            self.init(
                heading: "It takes place",
                lead:
                    "A session that you \(role == .mentor ? "lead" : "have a seat in") had been called off, and takes place after all:"
            )
            role == .mentor ? offerSwapping() : offerLeaving()
        case (.enrolled, _):
            self.init(heading: "Enrolled", lead: "You have a seat in this session:")
            offerLeaving()
        case (.waiting, _):
            self.init(
                heading: "You wait for a seat",
                lead:
                    "All seats of this session are taken by now, so you are on its waiting list, and get the next one that"
                    + " becomes free:")
            advice = "Should you not wait any longer:"
            command = .leave
        case (.promoted, _):
            self.init(heading: "A seat for you", lead: "A seat has become free, and it is yours now:")
            offerLeaving()
        case (.lapsed, _):
            self.init(
                heading: "Your seat went on",
                lead: "You had moved up to a seat in this session and did not say in time that you come, so it went to"
                    + " somebody who waited:")
            advice = "Should you want to come after all, wait for a seat again:"
            command = .enroll
        case (.entrusted, _):
            self.init(heading: "You lead", lead: "You lead this session:")
            offerSwapping()
        case (.moved, _), (.relocated, _), (.changed, _):
            let heading =
                switch occasion {
                case .moved: "Moved"
                case .relocated: "New place"
                default: "Changed"
                }
            let which = role == .mentor ? "A session that you lead" : "A session of yours"
            self.init(heading: heading, lead: "\(which) has changed. This is when and where it is now:")
            role == .mentor ? offerSwapping() : offerLeaving()
        case (.reviewPicked, _):
            self.init(
                heading: "The review",
                lead: "This is the change that the session is about; have a look at it before, if you can:")
            if role == .trainee { offerLeaving() }
        case (.reviewStoodIn, .mentor):
            self.init(
                heading: "The review",
                lead: "You picked no review in time, so the one worth most to those enrolled stands in:")
            advice = "You may still pick another one, with the command meridian review pick."
        case (.reviewStoodIn, .trainee):
            self.init(about: .reviewPicked, to: role)
        case (.questionsNoted, _):
            self.init(
                heading: "What to look for", lead: "This is what to look for in the change that the session is about:")
            if role == .trainee { offerLeaving() }
        case (.clocksChanged, _):
            self.init(
                heading: "New hour",
                lead: "The rules of a clock have changed, so a session of yours is at another hour for you now:")
            if role == .trainee { offerLeaving() }
        case (.mentorChanged, _):
            self.init(heading: "New mentor", lead: "Somebody else leads a session that you have a seat in:")
            offerLeaving()
        case (.cancelled, _):
            self.init(heading: "Cancelled", lead: "This session will not take place:")
        case (.clashed, _):
            self.init(
                heading: "You have lost your seat",
                lead:
                    "This session is at the same time as something else of yours now, so you no longer have a seat in it:"
            )
            advice = "Should you rather come here, leave the other one first; then:"
            command = .enroll
        case (.left, _):
            self.init(heading: "You left", lead: "You no longer have a seat in this session:")
            advice = "Should you want to come after all:"
            command = .enroll
        case (.unseated, _):
            self.init(heading: "No seat any more", lead: "You no longer have a seat in this session:")
        case (.readdressed, _):
            self.init(
                heading: "At another address",
                lead: "Mail about a session of yours goes to another address of yours from now on:")
        case (.relieved, _):
            self.init(heading: "You no longer lead", lead: "You no longer lead this session:")
        }
    }

    init(heading: String, lead: String) {
        self.heading = heading
        self.lead = lead
    }

    mutating func offerLeaving() {
        advice =
            "If you cannot come, please leave your seat to somebody who waits for one: decline the invitation in your"
            + " calendar, or"
        command = .leave
    }

    private mutating func offerSwapping() {
        advice =
            "If you cannot lead it, decline the invitation in your calendar as soon as you know: the turn is then offered"
            + " to the others."
        adviceWithLink =
            "If you cannot lead it, say so as soon as you know, in your calendar or here; the turn is then offered to the"
            + " others:"
    }
}
