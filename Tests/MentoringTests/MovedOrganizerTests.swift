import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

@Suite("An organizer of a program's file who moves to another address")
struct MovedOrganizerTests {
    private static let plain = small(weeks: 2, regions: "asia, europe")
    private let (mia, old, new, third): (EmailAddress, EmailAddress, EmailAddress, EmailAddress)

    init() throws {
        mia = try EmailAddress("mia@example.org")
        old = try EmailAddress("zoe@example.org")
        new = try EmailAddress("zoe@new.example.net")
        third = try EmailAddress("zoe@third.example.net")
    }

    private func file(_ organizers: [EmailAddress], mentor: String = "zoe@example.org") -> String {
        Self.plain.replacing("email: zoe@example.org", with: "email: \(mentor)")
            .replacing(
                "regions:", with: "organizers: [\(organizers.map(\.description).joined(separator: ", "))]\nregions:")
    }

    private func secret(_ purpose: String, _ fixture: Fixture) async throws -> String {
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        return String(decoding: try #require(mails.last { $0.subject == "move: \(purpose)" }).bytes, as: UTF8.self)
    }

    private func organizers(_ fixture: Fixture) async throws -> [EmailAddress] {
        try await fixture.service.ask(ListOrganizers(program: "nova")).map(\.email)
    }

    /// A season whose file has moved Zoe, who organizes it by the same file.
    private func moved(_ file: String) async throws -> Fixture {
        let fixture = try await Fixture.with(self.file([mia, old]))
        try await fixture.apply(file)
        // Nothing acts at an address that has not proved itself.
        #expect(try await organizers(fixture) == [mia, old])
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        #expect(try await organizers(fixture) == [mia, new])
        return fixture
    }

    private var formerly: String { file([mia, old], mentor: "\(new), formerly: [\(old)]") }

    @Test("is its organizer still: it says so of either address, and takes them out")
    func carried() async throws {
        let fixture = try await moved(formerly)
        for prune in [false, true] {
            #expect(
                try await fixture.apply(formerly, prune: prune).map(\.description) == [
                    "kept: organizer \(new); the file says \(old)"
                ])
        }
        let both = formerly.replacing("organizers: [\(mia), \(old)]", with: "organizers: [\(mia), \(new)]")
        #expect(try await fixture.apply(both, prune: true).isEmpty)
        let without = formerly.replacing("organizers: [\(mia), \(old)]", with: "organizers: [\(mia)]")
        #expect(
            try await fixture.apply(without).map(\.description) == [
                "not in the file: organizer \(new); it was there before, and --prune removes it"
            ])
        #expect(
            try await fixture.apply(without, prune: true).map(\.description) == ["removed organizer \(new)"])
        #expect(try await organizers(fixture) == [mia])
    }

    @Test("gives no rights to the address that they left, or that has not proved itself, whatever the file overrides")
    func left() async throws {
        let fixture = try await moved(formerly)
        _ = try await fixture.service.ask(MovePerson(old: new, new: third), as: new)
        let asked = formerly.replacing("organizers: [\(mia), \(old)]", with: "organizers: [\(mia), \(third)]")
        _ = try await fixture.apply(asked)
        #expect(try await organizers(fixture) == [mia, new])
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        #expect(try await organizers(fixture) == [mia, third])
        let line = file([mia, old], mentor: third.description)
        for override in [false, true] {
            let changes = try await fixture.apply(line, override: override)
            #expect(changes.map(\.description).contains("kept: organizer \(third); the file says \(old)"))
            #expect(try await organizers(fixture) == [mia, third])
        }
    }

    @Test("and takes it back organizes it at the address of before, as the file says")
    func undone() async throws {
        let fixture = try await moved(formerly)
        _ = try await fixture.service.ask(UndoMove(secret: secret("undo", fixture)))
        #expect(try await organizers(fixture) == [mia, old])
        #expect(try await fixture.apply(file([mia, old]), prune: true).allSatisfy { $0.kind != .extra })
        #expect(
            try await fixture.apply(file([mia]), prune: true).map(\.description).contains("removed organizer \(old)"))
    }

    @Test("gets no rights that the file means for whoever has the address, to which they only say that they move")
    func claimed() async throws {
        let fixture = try await Fixture.with(file([mia]))
        _ = try await fixture.service.ask(MovePerson(old: old, new: new), as: old)
        for days in [0, 20] {
            try fixture.clock.set(fixture.clock.now().adding(seconds: Int64(days) * 86_400).rfc3339)
            _ = try await fixture.service.doWhatIsDue()
            _ = try await fixture.apply(file([mia, new]))
            #expect(try await organizers(fixture) == [mia, new])
        }
    }

    @Test("stays whom people entered, whatever address they have since")
    func entered() async throws {
        let fixture = try await Fixture.with(file([mia]))
        _ = try await fixture.service.addOrganizer(old, to: "nova")
        _ = try await fixture.service.ask(MovePerson(old: old, new: new))
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        let changes = try await fixture.apply(file([mia]), prune: true).map(\.description)
        #expect(changes.contains("not in the file: organizer \(new); it was entered otherwise, and stays"))
        #expect(try await organizers(fixture) == [mia, new])
    }
}
