import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Adding somebody who is there already")
struct KnownBeforeTests {
    @Test("says what a mentor was, and what they were called")
    func mentor() async throws {
        let fixture = try await Fixture.with(small())
        let akira = try EmailAddress("akira@example.org")
        let mei = try EmailAddress("mei@example.org")
        let add = { (name: String, email: EmailAddress) in
            try await fixture.service.ask(
                AddMentor(program: "nova", name: name, email: email, zone: "Asia/Tokyo", region: .asia))
        }
        let renamed = try await add("Akira Sato", akira)
        #expect((renamed.was, renamed.name, renamed.nameBefore) == (.mentor, "Akira Sato", "Akira"))
        let again = try await add("Akira Sato", akira)
        #expect(again.was == .mentor && again.nameBefore == nil)
        let new = try await add("Mei", mei)
        #expect(new.was == nil && new.nameBefore == nil)
        let listed = try await fixture.service.ask(ListMentors(program: "nova"))
        #expect(listed.allSatisfy { $0.was == nil && $0.nameBefore == nil })
    }

    @Test("says that a trainee is one, and becomes a mentor")
    func trainee() async throws {
        let fixture = try await Fixture.with(small())
        let mei = try EmailAddress("mei@example.org")
        let join = JoinProgram(program: "nova", name: "Mei", email: mei, zone: "Asia/Tokyo")
        let first = try await fixture.service.ask(join)
        let second = try await fixture.service.ask(join)
        #expect((first.wasKnown, second.wasKnown) == (nil, true))
        let mentor = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Mei", email: mei, zone: "Asia/Tokyo", region: .asia))
        #expect(mentor.was == .trainee)
    }

    @Test("says that an organizer has the rights, an administrator too")
    func organizer() async throws {
        let fixture = try await Fixture.with(small())
        let mei = try EmailAddress("mei@example.org")
        for program in ["nova", nil] {
            let first = try await fixture.service.addOrganizer(mei, to: program)
            let second = try await fixture.service.addOrganizer(mei, to: program)
            #expect((first.wasKnown, second.wasKnown) == (false, true))
        }
    }
}
