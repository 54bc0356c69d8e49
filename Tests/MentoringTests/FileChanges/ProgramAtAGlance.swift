import Mentoring
import MentoringService
import Persistence
import TimeZoneCatalog

/// What an organizer would look at before and after a file is applied, in words.
struct ProgramAtAGlance: Equatable {
    /// What is said of one thing: what it is, and its properties.
    fileprivate struct Fact: Equatable {
        let about: String
        let words: [String]
    }

    private var facts: [Fact] = []
    /// The addresses to which mails were written, in their order.
    private var recipients: [EmailAddress] = []

    init(_ fixture: Fixture) async throws {
        (facts, recipients) = try await fixture.store.read { transaction in
            guard let program = try transaction.program("nova") else { return ([], []) }
            let mentors = try transaction.mentors(of: "nova").map { mentor in
                let person = mentor.person
                return Fact(
                    about: "mentor \(person.id)",
                    words: [
                        "mentor \(person.name)", "region \(mentor.region.rawValue)", "\(person.email)",
                        "zone \(person.shownZone)", "at most \(mentor.maxPerMonth) a month",
                    ])
            }
            let slots = try transaction.slots(of: "nova").map { slot in
                Fact(about: "slot \(slot.id)", words: ["slot \(slot.pattern.summary)", "zone \(slot.zone)"])
            }
            let sessions = try transaction.sessions(of: "nova").map(\.asStored).filter { $0.status != .cancelled }
            let seats = try sessions.compactMap { session in
                try Fact(session, enrollments: transaction.enrollments(in: session.id))
            }
            return (
                Fact.all(of: program) + mentors + slots + [Fact(sessions)] + seats,
                try transaction.outbox([.pending, .sent, .refused]).map(\.recipient)
            )
        }
    }

    /// What became of it, in a sentence each.
    func outcome(after: ProgramAtAGlance) -> [String] {
        func find(_ fact: Fact, in facts: [Fact]) -> Fact? { facts.first { $0.about == fact.about } }
        let changed = facts.compactMap { $0.difference(from: find($0, in: after.facts)) }
        let added = after.facts.filter { find($0, in: facts) == nil }
            .map { "New: \($0.words.joined(separator: ", "))." }
        let told = Set(after.recipients.dropFirst(recipients.count)).map(\.description).sorted()
        return (changed.isEmpty && added.isEmpty ? ["Nothing is changed."] : changed + added)
            + (told.isEmpty ? [] : ["A mail goes to \(told.joined(separator: ", "))."])
    }
}

extension ProgramAtAGlance.Fact {
    fileprivate static func all(of program: Program) -> [Self] {
        [
            Self(about: "cadence", words: ["cadence \(program.cadence.rawValue)"]),
            Self(about: "meets", words: ["meets \(program.meets)"]),
            Self(about: "capacity", words: ["capacity \(program.capacity)"]),
            Self(about: "regions", words: ["regions \(program.regions.map(\.rawValue).joined(separator: ", "))"]),
        ] + program.seasons.map { Self(about: "season \($0.name)", words: ["season \($0.summary)"]) }
    }

    /// How many sessions there are, with how many seats.
    fileprivate init(_ sessions: [Session]) {
        let announced = sessions.count { $0.status == .announced }
        about = "sessions"
        words = [
            "sessions", "\(announced) announced", "\(sessions.count - announced) tentative",
            "\(sessions.map(\.capacity).reduce(0, +)) seats in all",
        ]
    }

    /// Who is in a session; nil where nobody is.
    fileprivate init?(_ session: Session, enrollments: [Enrollment]) {
        guard !enrollments.isEmpty else { return nil }
        func names(_ state: Enrollment.State) -> String {
            let names = enrollments.filter { $0.state == state }.map(\.person.name)
            return names.isEmpty ? "nobody" : names.joined(separator: " and ")
        }
        about = "session \(session.id)"
        words = [
            "\(session.code)", "\(session.capacity) seats", "taken by \(names(.enrolled))",
            "\(names(.waitlisted)) waits",
        ]
    }

    /// What is different now, in a sentence; nil where nothing is.
    fileprivate func difference(from now: Self?) -> String? {
        guard let now else { return "Gone: \(words.joined(separator: ", "))." }
        let changes = zip(words, now.words).filter { $0 != $1 }.map { "\($0) → \($1)" }
        guard !changes.isEmpty else { return nil }
        let subject = words.count > 1 && words[0] == now.words[0] ? "\(words[0]): " : ""
        let sentence = subject + changes.joined(separator: ", ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
    }
}
