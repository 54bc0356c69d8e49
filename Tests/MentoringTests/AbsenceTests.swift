import CivilTime
import ICalendar
import MentoringAPI
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

@testable import Mentoring
@testable import MentoringAPI
@testable import MentoringService
@testable import ProgramFile
@testable import SeasonPlanning

@Suite("Days off")
struct AbsenceTests {
    private let ann = "ann@example.net"
    private let week = "2027-01-11..2027-01-17"
    private let rival = Caller(email: try? EmailAddress("boss@example.org"), role: .organizer)

    private var address: EmailAddress { get throws { try EmailAddress(ann) } }

    /// Ann leads every week of swift, where she has joined; nova's file has named her since, and boss@ organizes nova.
    private func fixture(away: String = "", hasJoined: Bool = true) async throws -> Fixture {
        let fixture = try Fixture(now: "2026-12-14T09:00:00Z")
        let swift = small().replacing("program: nova", with: "program: swift").replacing("akira@example.org", with: ann)
        if hasJoined {
            try await fixture.apply(
                swift.replacing("name: Akira", with: "name: Unused").replacing(ann, with: "x@example.org"))
            _ = try await fixture.service.ask(
                JoinProgram(program: "swift", name: "Ann", email: address, zone: "Asia/Seoul"))
        }
        try await fixture.apply(swift)
        try await fixture.apply(nova(away: away))
        return fixture
    }

    private func nova(away: String = "") -> String {
        small(away: away).replacing("akira@example.org", with: ann).replacing("name: Akira", with: "name: Anneke")
            .replacing("announce-weeks:", with: "organizers: [boss@example.org]\nannounce-weeks:")
    }

    private func away(in fixture: Fixture) async throws -> [Away] {
        let address = try address
        return try await fixture.store.read { try $0.absences(of: $0.requirePerson(address).id) }
    }

    /// Who leads Asia's turns of a program.
    private func leaders(of program: Program.Name, in fixture: Fixture) async throws -> [String] {
        _ = try await fixture.service.plan(program, publish: true)
        return try await fixture.store.read { try $0.sessions(of: program).map(\.asStored) }
            .filter { $0.code.region == .asia && $0.status == .announced }.map { "\($0.code.week) \($0.mentor.email)" }
    }

    @Test("that another program's file enters take nothing from a program", arguments: [true, false])
    func otherProgram(hasJoined: Bool) async throws {
        let control = try await leaders(of: "swift", in: fixture(hasJoined: hasJoined))
        #expect(control.filter { $0.hasSuffix(ann) }.count > 1)
        let file = try await fixture(away: "{ from: 2027-01-04, to: 2027-01-31 }", hasJoined: hasJoined)
        #expect(try await leaders(of: "swift", in: file) == control)
        #expect(try await leaders(of: "nova", in: file).allSatisfy { !$0.hasSuffix(ann) })
        let command = try await fixture(hasJoined: hasJoined)
        let told = try await command.service.ask(
            AddAway(email: address, days: DayRange("2027-01-04..2027-01-31")), by: rival)
        #expect(told.program == "nova")
        #expect(try await leaders(of: "swift", in: command) == control)
        #expect(try await leaders(of: "nova", in: command).allSatisfy { !$0.hasSuffix(ann) })
    }

    @Test("that somebody enters themself, or an administrator for them, hold in every program")
    func everywhere() async throws {
        for caller in [try mentor("x"), .onThisMachine(as: nil)] {
            let fixture = try await fixture()
            let caller = caller.email == nil ? caller : Caller(email: try address, role: .mentor)
            let told = try await fixture.service.ask(
                AddAway(email: address, days: DayRange("2027-01-04..2027-01-31")), by: caller)
            #expect(told.program == nil)
            for program: Program.Name in ["swift", "nova"] {
                #expect(try await leaders(of: program, in: fixture).allSatisfy { !$0.hasSuffix(ann) })
            }
        }
    }

    @Test(
        "that an administrator enters of somebody who has said nothing hold where they are named, if that is one program"
    )
    func onlyWord() async throws {
        let fixture = try await Fixture.with(nova())
        let first = try await fixture.service.ask(AddAway(email: address, days: DayRange(week)))
        #expect(first.program == "nova")
        #expect(
            try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: ann, week: 2)).objection.sentence
                == "Anneke is away then: 2027-01-11 to 2027-01-17")
        try await fixture.apply(nova().replacing("program: nova", with: "program: swift"))
        #expect(try await fixture.service.ask(AddAway(email: address, days: DayRange(week))).program == nil)
        #expect(
            try await fixture.service.ask(AddAway(email: address, days: DayRange(week), program: "swift")).program
                == "swift")
    }

    @Test("of somebody elsewhere are not found out by what a dry run, a list, an export, or a reason says")
    func oracle() async throws {
        var said: [[String]] = []
        for isAway in [true, false] {
            let fixture = try await fixture()
            if isAway {
                _ = try await fixture.service.ask(
                    AddAway(email: address, days: DayRange(week)), by: Caller(email: address, role: .mentor))
            }
            let file = nova(away: "{ from: 2027-01-11, to: 2027-01-17 }")
            let changes = try await fixture.apply(file, prune: true, dryRun: true)
            var words = [changes.map(\.description).joined(separator: "\n")]
            words.append("\(try await fixture.service.ask(ListAbsences(email: address), by: rival))")
            words.append("\(try await fixture.service.ask(ExportProgram(program: "nova")).text)")
            let added = try await fixture.service.ask(AddAway(email: address, days: DayRange(week)), by: rival)
            words.append("\(added.program ?? "everywhere") \(added.from) \(added.to) \(added.affects)")
            said.append(words)
            guard isAway else { continue }
            let why = try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: ann, week: 2))
            #expect(why.objection.sentence.hasPrefix("Anneke is away then"))
        }
        #expect(said[0] == said[1])
        #expect(said[0][0].contains("absence of Anneke: 2027-01-11..2027-01-17"))
    }

    @Test("that are over everywhere are kept for the record, and whoever adds them is told that they change nothing")
    func over() async throws {
        let fixture = try await fixture()
        try fixture.clock.set("2027-01-20T09:00:00Z")
        func added(_ days: String) async throws -> AwayView {
            let asked = AddAway(email: try address, days: try DayRange(days))
            return try await fixture.service.ask(asked, by: Caller(email: try address, role: .mentor))
        }
        let past = try await added("2027-01-11..2027-01-17")
        #expect(past.wasOver == true && past.affects.isEmpty && past.replanned.isEmpty)
        let words = past.text(untilSeasonEnd: false)
        #expect(words.hasSuffix("; it is over already: kept for the record, it changes no session"))
        #expect(try await away(in: fixture).count == 1)
        // What still lasts, or is not over in the last zone, is none of that kind.
        for days in ["2027-01-11..2027-01-20", "2027-01-18..2027-01-19"] {
            #expect(try await added(days).wasOver == nil, "\(days)")
        }
    }

    @Test("tell no dates to the organizers of a program in which somebody has not spoken")
    func dates() async throws {
        let fixture = try await fixture()
        let own = try await fixture.service.ask(
            AddAway(email: address, days: DayRange(week)), by: Caller(email: address, role: .mentor))
        let why = try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: ann, week: 2))
        #expect(why.objection.sentence == "Anneke is away then")
        let swift = try await fixture.service.ask(ExplainAbsence(program: "swift", mentor: ann, week: 2))
        #expect(swift.objection.sentence == "Ann is away then: 2027-01-11 to 2027-01-17")
        await #expect(throws: Refusal.notFound("absence", "\(own.id)")) {
            try await fixture.service.ask(RemoveAway(away: own.id), by: rival)
        }
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "Ann", email: address, zone: "Asia/Seoul"))
        #expect(try await fixture.service.ask(ListAbsences(email: address), by: rival).map(\.id) == [own.id])
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(RemoveAway(away: own.id), by: rival)
        }
        #expect(refusal?.reason == .notAllowed)
        #expect(try await away(in: fixture).count == 1)
    }

    @Test("that came from the file go with it; what an organizer enters otherwise stays, for the person to take back")
    func pruned() async throws {
        let fixture = try await fixture(away: "{ from: 2027-01-11, to: 2027-01-12 }")
        let own = Caller(email: try address, role: .mentor)
        for caller in [rival, own] {
            _ = try await fixture.service.ask(
                AddAway(email: address, days: DayRange("2027-01-25..2027-01-26")), by: caller)
        }
        #expect(
            try await fixture.apply(nova(), prune: true).map(\.description) == [
                "removed absence of Anneke: 2027-01-11..2027-01-12",
                "not in the file: absence of Anneke: 2027-01-25..2027-01-26; it was entered otherwise, and stays",
            ])
        #expect(try await Set(away(in: fixture).map(\.program)) == [nil, "nova"])
        let theirs = try await fixture.service.ask(AddAway(email: address, days: DayRange(week)), by: rival)
        #expect(try await fixture.service.ask(RemoveAway(away: theirs.id), by: own).removed == theirs.id.rawValue)
    }

    @Test("are entered in the program that is named, where an organizer has several")
    func several() async throws {
        let fixture = try await fixture()
        let boss = try EmailAddress("boss@example.org")
        try await fixture.store.write { try $0.admitOrganizer(boss, to: "swift") }
        let days = try DayRange(week)
        let unsaid = await #expect(throws: BadInput.self) {
            try await fixture.service.ask(AddAway(email: address, days: days), by: rival)
        }
        #expect(unsaid?.description.contains("(nova, swift); say in which with --program") == true)
        #expect(
            try await fixture.service.ask(AddAway(email: address, days: days, program: "swift"), by: rival).program
                == "swift")
        // A token for one program says nothing outside it, whoever has it.
        for (email, role) in [(boss, .organizer), (try address, .mentor)] as [(EmailAddress, Role)] {
            let narrowed = Caller(email: email, role: role, onlyProgram: "nova")
            #expect(try await fixture.service.ask(AddAway(email: address, days: days), by: narrowed).program == "nova")
            await #expect(throws: Refusal.self) {
                try await fixture.service.ask(AddAway(email: address, days: days, program: "swift"), by: narrowed)
            }
        }
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(
                AddAway(email: address, days: days, program: "nova"), by: Caller(email: address, role: .mentor))
        }
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(AddAway(email: address, days: days, program: "elsewhere"))
        }
    }

    private func client(_ fixture: Fixture, as email: String, _ role: Role? = nil) async throws -> Client {
        let wish = CreateToken(email: try EmailAddress(email), role: role)
        let secret = try await fixture.service.ask(wish).token
        return fixture.client(try #require(try await fixture.service.principal(token: secret)))
    }

    @Test("are not learned of somebody by making them an organizer, nor of who administers", arguments: [true, false])
    func organizers(isAdministrator: Bool) async throws {
        let fixture = try Fixture(now: "2026-12-14T09:00:00Z")
        try await fixture.apply(nova().replacing(ann, with: "x@example.org"))
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.ask(
            JoinProgram(program: "swift", name: "Ann", email: address, zone: "Asia/Seoul"))
        _ = try await fixture.service.ask(
            AddAway(email: address, days: DayRange(week)), by: Caller(email: address, role: .mentor))
        _ = try await fixture.service.addOrganizer(address, to: isAdministrator ? nil : "nova")
        let boss = try await client(fixture, as: "boss@example.org")
        for email in [try address, try EmailAddress("nobody@example.net")] {
            let refusal = await #expect(throws: Refusal.self) { try await boss.ask(ListAbsences(email: email)) }
            #expect(refusal == Caller.notTheirs)
        }
        // A token that they make for them shows none, and joins them to nothing, which would show their name and their days.
        _ = try await fixture.service.plan("nova", publish: true)
        let token = try await boss.ask(CreateToken(email: address)).token
        let narrowed = fixture.client(try #require(try await fixture.service.principal(token: token)))
        #expect(try await narrowed.ask(ListAbsences(email: address)).isEmpty)
        await #expect(throws: Refusal.self) {
            try await narrowed.ask(AddAway(email: address, from: day("2027-01-04"), to: day("2027-01-04")))
        }
        let one = await #expect(throws: Refusal.self) {
            try await narrowed.ask(Enroll(session: "nova-202701-w01-europe"))
        }
        let all = await #expect(throws: Refusal.self) {
            try await narrowed.ask(EnrollForSeason(program: "nova", region: .europe))
        }
        for refusal in [one, all] { #expect(refusal?.description.contains("join first") == true) }
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).isEmpty)
    }

    @Test("are not taken back with a token that gives less than its owner may", arguments: [true, false])
    func narrowedRole(isAdministrator: Bool) async throws {
        let fixture = try await fixture(away: "{ from: 2027-01-11, to: 2027-01-12 }")
        let boss = try EmailAddress("boss@example.org")
        if isAdministrator { _ = try await fixture.service.addOrganizer(boss, to: nil) }
        let id = try #require(try await away(in: fixture).first?.id)
        let narrowed = try await client(fixture, as: "boss@example.org", .mentor)
        await #expect(throws: Refusal.notFound("absence", "\(id)")) { try await narrowed.ask(RemoveAway(away: id)) }
        _ = try await client(fixture, as: "boss@example.org").ask(RemoveAway(away: id))
        #expect(try await away(in: fixture).isEmpty)
    }

    @Test("touch, for a token of one program, nothing of another")
    func narrowedCodes() async throws {
        let fixture = try await fixture()
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "Ann", email: address, zone: "Asia/Seoul"))
        for program: Program.Name in ["swift", "nova"] { _ = try await fixture.service.plan(program, publish: true) }
        let own = Caller(email: try address, role: .mentor)
        let told = try await fixture.service.ask(
            AddAway(email: address, days: DayRange("2027-01-04..2027-01-31")), by: own)
        #expect(told.affects.contains { $0.hasPrefix("swift-") } && told.affects.contains { $0.hasPrefix("nova-") })
        let narrowed = Caller(email: try address, role: .mentor, onlyProgram: "nova")
        let listed = try #require(try await fixture.service.ask(ListAbsences(email: address), by: narrowed).first)
        #expect(listed.affects == told.affects.filter { $0.hasPrefix("nova-") })
    }

    @Test("that are said by somebody and by their organizer stand once in the file, which applied changes nothing")
    func exported() async throws {
        let fixture = try await fixture()
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "Ann", email: address, zone: "Asia/Tokyo"))
        for caller in [rival, Caller(email: try address, role: .mentor)] {
            _ = try await fixture.service.ask(AddAway(email: address, days: DayRange(week)), by: caller)
        }
        #expect(try await away(in: fixture).count == 2)
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try read(exported).mentors.first { $0.email.description == ann }?.away == [try DayRange(week)])
        #expect(try await fixture.apply(exported).isEmpty)
        // Both entered it otherwise, and a file that repeats it does not make it its own.
        _ = try await fixture.apply(nova(), prune: true)
        #expect(try await Set(away(in: fixture).map(\.program)) == [nil, "nova"])
    }

    @Test("that somebody enters whom one program alone has named are told there, where they have spoken now")
    func ownFirstWord() async throws {
        let fixture = try await Fixture.with(nova())
        _ = try await fixture.service.ask(
            AddAway(email: address, days: DayRange(week)), by: Caller(email: address, role: .mentor))
        #expect(try await fixture.service.ask(ListAbsences(email: address), by: rival).map(\.program) == [nil])
        #expect(
            try await !read(fixture.service.ask(ExportProgram(program: "nova")).text).mentors.allSatisfy(\.away.isEmpty)
        )
    }

    @Test("of one program do not use up the room for those of others, nor for one's own")
    func limit() async throws {
        let fixture = try await fixture()
        let address = try address
        let days = try (0...Limits.absences).map {
            try DayRange(from: day("2027-01-04").adding(days: $0), to: day("2027-01-04").adding(days: $0))
        }
        for day in days.dropLast() { _ = try await fixture.service.ask(AddAway(email: address, days: day), by: rival) }
        let last = try #require(days.last)
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(AddAway(email: address, days: last), by: rival)
        }
        let file = nova(away: "{ from: \(last.from), to: \(last.to) }")
        await #expect(throws: Refusal.self) { try await fixture.apply(file) }
        for caller in [Caller(email: address, role: .mentor), .onThisMachine(as: nil)] {
            #expect(try await fixture.service.ask(AddAway(email: address, days: last), by: caller).program == nil)
        }
    }
}
