import CivilTime
import MentoringAPI
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@testable import Mentoring
@testable import MentoringAPI
@testable import MentoringService
@testable import ProgramFile
@testable import SeasonPlanning

@Suite("An organizer who names an address of another program")
struct IntroductionTests {
    private let ann = "ann@example.net"
    private let stranger = "xyz@example.net"

    /// Ann takes part in swift only; nova's file then names the address as its mentor in Asia and as a volunteer.
    private func fixture(
        naming address: String, organizers: String = ""
    ) async throws -> (Fixture, [ProgramChange]) {
        let fixture = try Fixture(now: "2026-12-14T09:00:00Z")
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.ask(
            JoinProgram(program: "swift", name: "Ann Secret", email: EmailAddress(ann), zone: "Asia/Seoul"))
        let changes = try await fixture.apply(nova(naming: address, organizers: organizers))
        return (fixture, changes)
    }

    private func nova(
        naming address: String, as name: String = "Anneke", zone: String = "Asia/Tokyo", organizers: String = ""
    ) -> String {
        triage(by: ["akira", "zoe"])
            .replacing("akira@example.org", with: address)
            .replacing("name: Akira", with: "name: \(name)")
            .replacing("zone: Asia/Tokyo", with: "zone: \(zone)")
            .replacing("announce-weeks:", with: "organizers: [\(organizers)]\nannounce-weeks:")
    }

    private let organizer = Caller(email: try? EmailAddress("boss@example.org"), role: .organizer)

    /// All that nova's organizer is shown of its people once the season is planned and a week of a duty is offered, and after
    /// the mentor was removed.
    private func shown(
        _ fixture: Fixture, _ changes: [ProgramChange], as address: String, organizesToo: Bool
    ) async throws -> [String.SubSequence] {
        let service = fixture.service
        let email = try EmailAddress(address)
        var said: [Any] = [changes]
        said.append(try await service.ask(PublishSlot(program: "nova", mentor: email, when: "Mon 18:00")))
        _ = try await service.plan("nova", publish: true)
        let turns = try await fixture.store.read { try $0.dutyTurns(of: "nova") }
        let own = try #require(turns.first { $0.person.email == email && $0.code.week > 1 })
        let offered = try await service.ask(OfferDutyTurn(turn: own.code.description, to: nil), as: email)
        said += [offered.turn.volunteer, offered.candidates]
        said.append(
            try await service.ask(AddMentor(program: "nova", name: "Anneke", email: email, zone: "Asia/Tokyo")))
        said.append(try await service.ask(ListMentors(program: "nova")))
        let led = try #require(
            try await service.sessions(of: "nova", upcoming: true, for: Viewer()).first { $0.mentor.name == "Anneke" })
        let off = try await service.ask(CancelSession(session: led.code, reason: "ill", dryRun: true))
        #expect(off.effects?.toldNames.contains("Anneke") == true)
        said += [off.effects as Any, off.told]
        said.append(try await service.ask(ExportProgram(program: "nova")))
        said.append(try await service.ask(ReportSeason(program: "nova")).ledger)
        said.append(try await service.ask(ForecastSeason(program: "nova")))
        said.append(try await service.ask(ListAbsences(email: email), by: organizer))
        if !organizesToo { said.append(try await service.block(email, in: "nova", by: organizer, dryRun: true)) }
        said.append(try await fixture.apply(nova(naming: address, as: "Anna", zone: "Asia/Pyongyang"), dryRun: true))
        said.append(try await service.ask(RemoveMentor(program: "nova", email: email)))
        said.append(
            try await fixture.store.read { transaction in
                (
                    try transaction.sessions(of: "nova").map(\.mentor.name),
                    try transaction.dutyTurns(of: "nova").map(\.person.name)
                )
            })
        if !organizesToo { said.append(try await service.block(email, in: "nova", by: organizer, dryRun: true)) }
        return said.map { "\($0)" }.joined(separator: "\n").replacing(address, with: "ADDRESS").split(separator: "\n")
    }

    @Test(
        "sees of them what a stranger's address shows: the name and zone of the file",
        arguments: [false, true])
    func alike(organizesToo: Bool) async throws {
        let (known, told) = try await fixture(naming: ann, organizers: organizesToo ? ann : "")
        let (unknown, heard) = try await fixture(naming: stranger, organizers: organizesToo ? stranger : "")
        let seen = try await shown(known, told, as: ann, organizesToo: organizesToo)
        for (line, other) in zip(seen, try await shown(unknown, heard, as: stranger, organizesToo: organizesToo)) {
            #expect(line == other)
            #expect(!line.contains("Secret") && !line.contains("Seoul"))
        }
        #expect(seen.contains { $0.contains("Anneke") })
    }

    @Test("changes neither their name nor their zone, and the file applied again changes nothing")
    func theirs() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        #expect(try await fixture.apply(nova(naming: ann)).isEmpty)
        let person = try await fixture.store.read { try $0.person(EmailAddress(self.ann)) }
        #expect(person?.name == "Ann Secret")
        #expect(person?.zone.name == "Asia/Seoul")
        let renamed = try await fixture.apply(nova(naming: ann, as: "Anne"))
        #expect(renamed.map(\.description) == ["changed person Anneke: name “Anneke” → “Anne”"])
        #expect(try await fixture.service.ask(ListTrainees(program: "swift")).map(\.name) == ["Ann Secret"])
    }

    @Test("sees their own name once they join there themself, and it stays theirs")
    func told() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        _ = try await fixture.service.ask(
            JoinProgram(program: "nova", name: "Ann Open", email: EmailAddress(ann), zone: "Asia/Seoul"))
        func mentor() async throws -> MentorView? {
            try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email.description == ann }
        }
        #expect(try await mentor()?.name == "Ann Secret")
        #expect(try await mentor()?.zone.name == "Asia/Seoul")
        _ = try await fixture.service.ask(SetPerson(name: "Ann Open"), as: EmailAddress(ann))
        #expect(try await mentor()?.name == "Ann Open")
        try await fixture.apply(nova(naming: ann))
        #expect(try await mentor()?.name == "Ann Open")
    }

    @Test("finds them by the name of the file, and by no other")
    func called() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        let found = try await fixture.service.ask(ShowCalendarTerms(program: "nova", mentor: "Anneke"))
        #expect(found.mentor.description == ann)
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(ShowCalendarTerms(program: "nova", mentor: "Secret"))
        }
    }

    @Test("is not told that they leave the other program, and changes nothing of what they said")
    func leaving() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        _ = try await fixture.service.ask(RemoveTrainee(program: "swift", email: EmailAddress(ann)))
        #expect(try await fixture.apply(nova(naming: ann)).isEmpty)
        let person = try await fixture.store.read { try $0.person(EmailAddress(self.ann)) }
        #expect(person?.name == "Ann Secret")
    }

    @Test("before they came is shown no more once they have come elsewhere")
    func namedFirst() async throws {
        let (fixture, _) = try await fixture(naming: stranger)
        _ = try await fixture.service.ask(
            JoinProgram(program: "swift", name: "Late Secret", email: EmailAddress(stranger), zone: "Asia/Seoul"))
        let mentor = try await fixture.service.ask(ListMentors(program: "nova")).first {
            $0.email.description == stranger
        }
        #expect(mentor?.name == "Anneke")
        #expect(mentor?.zone.name == "Asia/Tokyo")
        #expect(
            try await fixture.service.ask(ListTrainees(program: "swift")).map(\.name) == ["Ann Secret", "Late Secret"])
    }

    @Test("cannot find out their name by giving it to somebody, nor by the name of those who lead the other program")
    func guessing() async throws {
        for name in ["Ann Secret", "Zoe"] {
            var said: [String] = []
            for address in [ann, stranger] {
                let (fixture, _) = try await fixture(naming: "akira@example.org")
                _ = try await fixture.service.ask(
                    AddMentor(
                        program: "nova", name: "Ann Secret", email: EmailAddress("bob@example.net"), zone: "Etc/UTC",
                        region: .europe))
                do {
                    let view = try await fixture.service.ask(
                        AddMentor(
                            program: "nova", name: name, email: EmailAddress(address), zone: "Etc/UTC", region: .europe)
                    )
                    said.append("\(view)".replacing(address, with: "ADDRESS"))
                } catch let refusal as Refusal {
                    said.append("\(refusal)")
                }
            }
            #expect(said[0] == said[1])
            #expect(!said[0].contains("swift"))
        }
    }

    @Test("is told of a day off only what it touches in their own program")
    func touched() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        _ = try await fixture.service.ask(
            AddMentor(
                program: "swift", name: "Ann", email: EmailAddress(ann), zone: "Asia/Seoul", region: .asia, weight: 4,
                maxPerMonth: 5, minGapWeeks: 1))
        _ = try await fixture.service.ask(PublishSlot(program: "swift", mentor: EmailAddress(ann), when: "Fri 18:00"))
        for program: Program.Name in ["swift", "nova"] { _ = try await fixture.service.plan(program, publish: true) }
        let days = try DayRange("2027-01-04..2027-01-31")
        try await fixture.store.write { try $0.admitOrganizer(EmailAddress("boss@example.org"), to: "nova") }
        let told = try await fixture.service.ask(AddAway(email: EmailAddress(ann), days: days), by: organizer)
        #expect(!told.affects.isEmpty)
        #expect(told.affects.allSatisfy { $0.hasPrefix("nova-") })
        let own = try await fixture.service.ask(
            AddAway(email: EmailAddress(ann), days: days), by: Caller(email: EmailAddress(ann), role: .mentor))
        #expect(own.affects.contains { $0.hasPrefix("swift-") })
    }

    @Test("who publish a slot themselves speak by their own clock, and are shown as they are from then on")
    func ownClock() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        let published = try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: EmailAddress(ann), when: "Mon 18:00"),
            by: Caller(email: EmailAddress(ann), role: .mentor))
        #expect(published.slot.zone.name == "Asia/Seoul")
        #expect(published.slot.mentor == "Ann Secret")
        #expect(try await fixture.service.ask(ListMentors(program: "nova")).contains { $0.name == "Ann Secret" })
    }

    @Test("gives name and clock of whoever nobody else names and who has said nothing")
    func onlyWord() async throws {
        let fixture = try await Fixture.with(nova(naming: stranger))
        let renamed = try await fixture.apply(nova(naming: stranger, as: "Anna", zone: "Asia/Seoul"))
        #expect(
            renamed.map(\.description).contains(
                "changed person Anneke: name “Anneke” → “Anna”, zone Asia/Tokyo → Asia/Seoul"))
        let person = try await fixture.store.read { try $0.person(EmailAddress(self.stranger)) }
        #expect(person?.name == "Anna")
        #expect(person?.zone.name == "Asia/Seoul")
    }

    @Test("sees nothing of their clock where they make them a trainee, too")
    func trainee() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        let caller = Caller(email: try EmailAddress("boss@example.org"), role: .organizer)
        try await fixture.store.write { transaction in
            let person = try #require(try transaction.person(EmailAddress(ann)))
            try transaction.addTrainee(person.id, to: "nova", at: fixture.clock.now())
        }
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.zone.name) == ["Asia/Tokyo"])
        let progress = try await fixture.service.ask(
            ShowProgress(program: "nova", person: EmailAddress(ann)), by: caller)
        #expect(!"\(progress)".contains("Seoul"))
    }

    @Test("changes nothing of somebody whom another program knows, though they have not said their name")
    func silent() async throws {
        let fixture = try Fixture(now: "2026-12-14T09:00:00Z")
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        let email = try EmailAddress(ann)
        try await fixture.store.write { transaction in
            let zone = try #require(TimeZoneID("Etc/UTC"))
            _ = try transaction.add(Person(name: "ann", email: email, zone: zone))
            try transaction.addOrganizer(email, to: "swift")
        }
        try await fixture.apply(nova(naming: ann))
        let person = try await fixture.store.read { try $0.person(email) }
        #expect(person?.name == "ann")
        #expect(person?.zone.name == "Etc/UTC")
    }
}
