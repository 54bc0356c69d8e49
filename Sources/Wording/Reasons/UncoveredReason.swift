import CivilTime
package import Mentoring

/// Why a turn has no session, or what became of it, with the facts.
package indirect enum UncoveredReason: Hashable, Sendable {
    /// The region, by its title, has no mentor.
    case noMentor(region: String)
    /// Nobody of the region has a slot, or those who have one cannot use it.
    case noSlot(region: String, HinderedMentors)
    /// Everybody with a slot would lead again within fewer weeks than they want, or more often than they may in a month; beside those whose
    /// slots cannot be used.
    case allBarred(minGap: Int?, isMonthFull: Bool, besides: HinderedMentors)
    /// A session would make the season worse.
    case tooDear
    /// It was called off, for this reason if one was given.
    case calledOff(String?)
    /// Its session was never announced, and its hour has passed.
    case missed
    /// Somebody led it who is no mentor of the region now.
    case ledBefore(mentor: String, region: String)
    /// The region takes no part any more.
    case noPart(region: String)
    /// The season is shorter.
    case seasonEnds
    /// Its week is frozen, and in that to which its meeting is postponed there is no session, either.
    case postponed(frozen: String, week: Int, but: UncoveredReason)
    /// Its meeting is held in another week.
    case heldElsewhere(SessionCode)
    /// Its meeting was to be held in another week, and was called off, or never announced in time.
    case lostElsewhere(SessionCode, wasCalledOff: Bool)
    /// It would make up for a frozen week, which need not be made up for.
    case needlessly(insteadOf: Int)
    /// The region does not meet in that week, in the words of its meeting grid.
    case noMeeting(String)
    /// The week is over.
    case weekIsOver
    /// The same, and nobody led.
    case nobodyLed
    /// Its session was never announced.
    case neverAnnounced
    /// Where regions take turns it is another's week.
    case anotherRegions
    /// Nothing is stored for it, and planning now would cover it.
    case notPlanned
    /// Who leads what is stored, unless they have left, can lead it no more; planning now would cover it.
    case mentorLost(String?)
    /// A plan took its session out, for this reason if one was given; planning now would cover it.
    case dropped(String?)

    /// The reason as a clause.
    package var text: String {
        switch self {
        case .noMentor(let region): "\(region) has no mentor"
        case .noSlot(let region, let mentors):
            mentors.isEmpty
                ? "no mentor of \(region) has a slot that week"
                : "no mentor of \(region) has a slot that can be used that week (\(mentors.text))"
        case .allBarred(let minGap, let isMonthFull, let others):
            "everybody with a slot that \(others.isEmpty ? "" : "can be used that ")week "
                + [
                    minGap.map { "would lead again within \($0.counted("week"))" },
                    isMonthFull ? "leads as often that month as they may" : nil,
                ].compactMap(\.self).joined(separator: ", or ") + (others.isEmpty ? "" : " (\(others.text))")
        case .tooDear: "a session that week would cost more elsewhere"
        case .calledOff(let reason): "called off: \(reason ?? Self.unsaid)"
        case .missed: "its session was never announced, and its hour has passed"
        case .ledBefore(let mentor, let region): "\(mentor) led it, who is no mentor of \(region) now"
        case .noPart(let region): "\(region) takes no part any more"
        case .seasonEnds: "the season ends before it"
        case .postponed(let frozen, let week, but: let reason):
            "frozen: \(frozen); it would be held in week \(week), but \(reason.text)"
        case .heldElsewhere(let code): "its meeting is held in week \(code.week), as \(code)"
        case .lostElsewhere(let code, let wasCalledOff):
            "its meeting was to be held in week \(code.week), but \(code) "
                + (wasCalledOff ? "was called off" : "was never announced in time")
        case .needlessly(let week): "no meeting that week: it would make up for week \(week), and need not"
        case .noMeeting(let words): words
        case .weekIsOver: "the week is over"
        case .nobodyLed: "the week is over, and nobody led"
        case .neverAnnounced: "its session was never announced"
        case .anotherRegions: "another region has this week's turn"
        case .notPlanned: "not planned yet; \(Self.remedy)"
        case .mentorLost(let name): "\(name ?? "its mentor") can no longer lead it; \(Self.remedy)"
        case .dropped(let reason): "dropped: \(reason ?? Self.unsaid); \(Self.remedy)"
        }
    }

    /// What stands where a reason would, and nobody gave one.
    package static let unsaid = "no reason was given"

    private static let remedy = "planning now would cover it"
}

/// That nobody leads a turn, with or without that it is the one asked about, and why.
package enum Nobody {
    /// As in "nobody leads it: …".
    case leadsIt
    /// As in "nobody leads then: …".
    case leadsThen

    /// The sentence.
    package func text(_ reason: UncoveredReason) -> String {
        switch self {
        case .leadsIt: "nobody leads it: \(reason.text)"
        case .leadsThen: "nobody leads then: \(reason.text)"
        }
    }
}

/// Mentors with a slot in a week that they cannot use, and what hinders each, as far as the people of a program may know it.
package struct HinderedMentors: Hashable, Sendable {
    /// One of them.
    package struct Mentor: Hashable, Sendable {
        let name: String
        let hindrances: [Hindrance]
        let seen: Set<Program.Name>

        /// Somebody, what hinders each of their slots, and of which other programs whoever asks may know what they do there.
        package init(_ name: String, _ hindrances: [Hindrance], seeing seen: Set<Program.Name>) {
            self.name = name
            self.hindrances = hindrances
            self.seen = seen
        }
    }

    private let mentors: [Mentor]
    private let program: Program.Name

    /// Mentors of a program.
    package init(_ mentors: [Mentor], of program: Program.Name) {
        self.mentors = mentors
        self.program = program
    }

    /// Whether there is none.
    package var isEmpty: Bool { mentors.isEmpty }

    /// `Zoe is away, Bela is away or has one in the past`.
    var text: String {
        mentors.map { mentor in
            let grounds = mentor.hindrances.map { $0.words(in: program, seeing: mentor.seen) }.withoutRepetition
            return "\(mentor.name) \(grounds.joined(separator: " or "))"
        }.joined(separator: ", ")
    }
}
