import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

/// One change of a program's file, and what somebody did to the same thing before it was applied.
struct ChangedFile: Sendable, CustomTestStringConvertible {
    /// What somebody did meanwhile, in words, and the deed.
    struct Meanwhile: Sendable {
        let words: String
        let does: @Sendable (Fixture) async throws -> Void

        static let nothing = Meanwhile(words: "nobody did anything") { _ in }
    }

    /// What the file has before.
    static let before = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: ircs://irc.example.org/nova
        season: { start: 2027-01-04, weeks: 4 }
        cadence: every-region
        session: { minutes: 60, capacity: 2 }
        regions: [asia, europe]
        announce-weeks: 2
        mentors:
          - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 4,
              slots: [{ every: "Tue 17:00" }, { every: "Fri 17:00" }] }
          - { name: Zoe, email: zoe@example.org, zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 4,
              slots: [{ every: "Wed 17:00" }] }
          - { name: Yann, email: yann@example.org, zone: Europe/Paris, min-gap-weeks: 1, max-per-month: 4,
              slots: [{ every: "Thu 18:00" }] }

        """

    let testDescription: String
    /// How the file differs, in words.
    let words: String
    let after: String
    /// Whether the sessions of the first two weeks have been announced.
    let isAnnounced: Bool
    let meanwhile: [Meanwhile]

    /// - Parameters:
    ///   - title: what it is, as a heading.
    ///   - words: how the file differs.
    ///   - edits: what is put for what, in the file.
    ///   - isAnnounced: whether the sessions of the first two weeks have been announced.
    ///   - meanwhile: what somebody did to the same thing.
    init(
        _ title: String, _ words: String, _ edits: [(old: String, new: String)], isAnnounced: Bool = true,
        _ meanwhile: [Meanwhile]
    ) {
        testDescription = title
        self.words = words
        after = Self.edited(edits)
        self.isAnnounced = isAnnounced
        self.meanwhile = [.nothing] + meanwhile
    }

    /// The file with something put for something.
    static func edited(_ edits: [(old: String, new: String)]) -> String {
        edits.reduce(before) { $0.replacing($1.old, with: $1.new, maxReplacements: 1) }
    }

    /// The program, with Ann and Bob in the first session of Asia, and Cyd waiting.
    func fixture() async throws -> Fixture {
        try #require(after != Self.before)
        let fixture = try await Fixture.with(Self.before)
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: isAnnounced ? nil : 0)
        for name in ["ann", "bob", "cyd"] {
            _ = try await fixture.join(name, zone: "Asia/Kolkata", called: name.capitalized)
            _ = try await fixture.enroll(name, in: "nova-202701-w01-asia")
        }
        return fixture
    }
}
