import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import Synchronization
import TestSupport
import Testing

@Suite("Somebody who is erased")
struct ErasureTests {
    private let code = "nova-202701-w01-asia"

    /// One seat a session: ann has that of the first week, and bob waits for it.
    private func season() async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 2, capacity: 1, regions: "asia, europe"))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: code)
        }
        return fixture
    }

    private func email(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    @Test(
        "gives their seat to whoever waits, is told last, and is nobody afterwards; what is said beforehand is what is done"
    )
    func trainee() async throws {
        let fixture = try await season()
        let ann = try email("ann")
        let before = try await fixture.service.ask(ListOutbox()).count
        let said = try await fixture.service.ask(ErasePerson(email: ann, dryRun: true))
        #expect(!said.done && said.person == "ann")
        #expect(try await fixture.service.ask(ListOutbox()).count == before)
        let done = try await fixture.service.ask(ErasePerson(email: ann))
        #expect(done.done && done.person == "a former trainee")
        #expect(done.effects.map(\.what) == said.effects.map(\.what))
        #expect(done.told == said.told)
        #expect(try await fixture.people(in: code) == ["bob"])
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name) == ["bob"])
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ErasePerson(email: ann)) }
        let last = try await fixture.store.read { try $0.outbox([.pending]).last { $0.recipient == ann } }
        #expect(last?.isForgotten == true)
    }

    @Test("leaves what others did with them, under a number")
    func evidence() async throws {
        let fixture = try await season()
        try fixture.clock.set("2027-01-05T10:00:00Z")
        let ann = try email("ann")
        _ = try await fixture.service.ask(RecordAttendance(session: code, present: [ann]))
        _ = try await fixture.service.ask(ErasePerson(email: ann))
        #expect(try await fixture.service.ask(ShowAttendance(session: code)).present == ["a former trainee"])
    }

    @Test("as a mentor is named no more, and what they lead is given to another by the next plan")
    func mentor() async throws {
        let fixture = try await season()
        let akira = try email("akira")
        let done = try await fixture.service.ask(ErasePerson(email: akira))
        #expect(done.person == "a former mentor")
        #expect(done.listedIn == ["nova"])
        #expect(try await !fixture.service.ask(ListMentors(program: "nova")).map(\.email).contains(akira))
        _ = try await fixture.service.plan("nova", publish: true)
        let leads = try await fixture.store.read { try $0.sessions(of: "nova").map(\.asStored) }
            .filter { $0.status == .announced }
        #expect(leads.filter(\.mentor.email.isOfErased).isEmpty)
    }

    @Test("comes back by nobody's oversight: the file that still lists them says so first")
    func file() async throws {
        let fixture = try await season()
        _ = try await fixture.service.ask(ErasePerson(email: email("akira")))
        let changes = try await fixture.apply(small(weeks: 2, capacity: 1, regions: "asia, europe"))
        let hints = changes.filter { $0.kind == .hint && $0.what.contains("was erased on 2026-12-14") }
        #expect(hints.count == 1)
        let again = try await fixture.apply(small(weeks: 2, capacity: 1, regions: "asia, europe"))
        #expect(again.filter { $0.what.contains("was erased") }.isEmpty)
    }

    @Test("who comes back with the same address is somebody new")
    func again() async throws {
        let fixture = try await season()
        let ann = try email("ann")
        let old = try await fixture.store.read { try $0.person(ann)?.id }
        _ = try await fixture.service.ask(ErasePerson(email: ann))
        _ = try await fixture.join("ann")
        let new = try await fixture.store.read { try $0.person(ann)?.id }
        #expect(old != nil && new != nil && old != new)
        #expect(try await fixture.store.read { try $0.enrollments(of: #require(new)) }.isEmpty)
        _ = try await fixture.service.ask(ErasePerson(email: ann))
    }

    @Test("is nobody's whom an organizer may erase, nor another trainee")
    func rights() async throws {
        let fixture = try await season()
        let (ann, bob) = (try email("ann"), try email("bob"))
        _ = try await fixture.service.addOrganizer(bob, to: "nova")
        let words = "that is somebody else's; only they and an administrator of the server can do it, and no organizer"
        await #expect(throws: Refusal(.notAllowed, words)) {
            try await fixture.service.ask(ErasePerson(email: ann), by: Caller(email: bob, role: .organizer))
        }
        await #expect(throws: Refusal(.notAllowed, words)) {
            try await fixture.service.ask(ExportPerson(email: ann), by: Caller(email: bob, role: .organizer))
        }
        await #expect(throws: Refusal(.notAllowed, words)) {
            try await fixture.service.ask(ErasePerson(email: bob), as: ann)
        }
        let own = try await fixture.service.ask(ErasePerson(email: ann, dryRun: true), as: ann)
        #expect(own.oneself && !own.done)
    }

    @Test("is not the only one who organizes a program, or administers the server")
    func indispensable() async throws {
        let fixture = try await season()
        let (ann, bob) = (try email("ann"), try email("bob"))
        for organizer in try await fixture.service.organizers(of: "nova").map(\.email) {
            _ = try await fixture.service.removeOrganizer(organizer, from: "nova")
        }
        _ = try await fixture.service.addOrganizer(ann, to: "nova")
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ErasePerson(email: ann)) }
        _ = try await fixture.service.addOrganizer(bob, to: "nova")
        _ = try await fixture.service.addOrganizer(ann, to: nil)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ErasePerson(email: ann)) }
        _ = try await fixture.service.addOrganizer(bob, to: nil)
        _ = try await fixture.service.ask(ErasePerson(email: ann))
        #expect(try await fixture.service.organizers(of: "nova").map(\.email) == [bob])
    }

    @Test("takes nothing from whoever has an address that they only said is theirs")
    func unproved() async throws {
        let fixture = try await season()
        let (ann, olga) = (try email("ann"), try email("olga"))
        _ = try await fixture.service.addOrganizer(olga, to: "nova")
        _ = try await fixture.service.addOrganizer(olga, to: nil)
        _ = try await fixture.service.ask(MovePerson(old: ann, new: olga), as: ann)
        let said = try await fixture.service.ask(ErasePerson(email: ann, dryRun: true), as: ann)
        #expect(said.besides.filter { $0.contains("organizes") || $0.contains("administers") }.isEmpty)
        _ = try await fixture.service.ask(ErasePerson(email: ann), as: ann)
        #expect(try await fixture.service.organizers(of: "nova").map(\.email).contains(olga))
        #expect(try await fixture.store.read { try $0.isAdministrator(olga) })
    }

    @Test("who is called like a word of the program takes none from it")
    func word() async throws {
        let fixture = try await season()
        let cal = try email("cal")
        _ = try await fixture.service.ask(
            JoinProgram(program: "nova", name: "ircs", email: cal, zone: "Europe/Berlin"))
        let before = try await fixture.store.read { try $0.sessions(of: "nova").map(\.asStored.location) }
        _ = try await fixture.service.ask(ErasePerson(email: cal))
        #expect(try await fixture.store.read { try $0.sessions(of: "nova").map(\.asStored.location) } == before)
    }

    @Test("nobody is entered, or given rights, by an address that stands for one of them")
    func standIn() async throws {
        let fixture = try await season()
        let address = try EmailAddress("x@erased.invalid")
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(
                JoinProgram(program: "nova", name: "Xan", email: address, zone: "Europe/Berlin"))
        }
        for program in ["nova", nil] as [Program.Name?] {
            await #expect(throws: BadInput.self) { try await fixture.service.addOrganizer(address, to: program) }
        }
    }

    @Test("is anybody whom only an archived program has; who is its contact hears how to change that")
    func archived() async throws {
        let fixture = try await season()
        let (ann, bob) = (try email("ann"), try email("bob"))
        for organizer in try await fixture.service.organizers(of: "nova").map(\.email) {
            _ = try await fixture.service.removeOrganizer(organizer, from: "nova")
        }
        _ = try await fixture.service.addOrganizer(ann, to: "nova")
        let file = small(weeks: 2, capacity: 1, regions: "asia, europe")
        _ = try await fixture.apply(file.replacing("contact@example.org", with: "\(bob)"))
        _ = try await fixture.service.ask(ArchiveProgram(program: "nova"))
        #expect(try await fixture.service.ask(ErasePerson(email: ann)).done)
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(ErasePerson(email: bob))
        }
        #expect(
            refusal?.description
                == "people write to nova at this address; reopen it with meridian program archive nova --undo, and change contact: in its file first: meridian program export nova"
        )
        _ = try await fixture.service.ask(ReopenProgram(program: "nova"))
        _ = try await fixture.apply(file)
        #expect(try await fixture.service.ask(ErasePerson(email: bob)).done)
    }

    @Test("while mail to them is being handed over is not written down for its refusal, and others get theirs")
    func handedOver() async throws {
        let fixture = try await season()
        let ann = try email("ann")
        let post = Eraser(service: fixture.service, email: ann, answer: .refused("550 5.1.1 no \(ann)"))
        _ = try #require(try await fixture.service.sendOutbox(through: post))
        #expect(Set(post.taken.withLock { $0 }).count > 1)
        #expect(try await fixture.service.ask(ListSuppressed()).isEmpty)
        #expect(try await fixture.service.ask(ShowWholeLog()).filter { $0.action == "suppressAddress" }.isEmpty)
    }

    @Test("while a mail is handed over that goes with its row, as their program pauses, ends the round for nobody")
    func handedOverToPause() async throws {
        let fixture = try await season()
        let ann = try email("ann")
        let post = Eraser(service: fixture.service, email: ann, pausing: "nova", answer: .sent)
        let report = try #require(try await fixture.service.sendOutbox(through: post))
        #expect(report.sent > 0)
        // But for the last mail, which is of no program.
        let left = try await fixture.store.read { try $0.outbox([.pending, .sent]) }
        #expect(left.filter { $0.recipient == ann && $0.program != nil }.isEmpty)
    }

    @Test("has everything that is kept of them in their export, and no other address")
    func export() async throws {
        let fixture = try await season()
        let export = try await fixture.service.ask(ExportPerson(email: email("ann")))
        let kinds = Set(export.records.map(\.kind))
        #expect(kinds.isSuperset(of: ["trainee", "enrollment", "invitation", "mail"]))
        #expect(!export.isCut)
        #expect(export.records.first { $0.kind == "enrollment" }?.values["session"] == code)
        let texts = export.records.flatMap(\.values.values)
        #expect(texts.filter { $0.contains("akira@") || $0.contains("bob@") }.isEmpty)
    }

    @Test("what was kept for long enough is forgotten in the round, and no sooner")
    func retention() async throws {
        let fixture = try await season()
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        for var mail in mails {
            mail.state = .sent
            try await fixture.store.write { [mail] in try $0.update(mail) }
        }
        let kept = { try await fixture.store.read { try $0.outbox([.sent]).filter { !$0.bytes.isEmpty }.count } }
        try fixture.clock.set("2027-01-12T09:00:00Z")
        try await fixture.service.doWhatIsDue()
        let before = try await kept()
        try fixture.clock.set("2027-01-14T09:00:00Z")
        try await fixture.service.doWhatIsDue()
        let after = try await kept()
        #expect(after == 0)
        #expect(before > 0 || mails.filter { !$0.bytes.isEmpty }.isEmpty)
    }
}

/// Has somebody erased while it is handed their first mail, and a program pause before.
private final class Eraser: MailDelivery {
    let service: TrainingService
    let email: EmailAddress
    let pausing: Program.Name?
    let answer: DeliveryOutcome
    /// To whom mail was handed over.
    let taken = Mutex<[EmailAddress]>([])

    init(
        service: TrainingService, email: EmailAddress, pausing: Program.Name? = nil, answer: DeliveryOutcome
    ) {
        self.service = service
        self.email = email
        self.pausing = pausing
        self.answer = answer
    }

    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        let isFirst = taken.withLock { taken in
            taken.append(message.recipient)
            return taken.count { $0 == email } == 1
        }
        guard message.recipient == email else { return .sent }
        if isFirst {
            if let pausing { _ = try await service.ask(PauseProgram(program: pausing)) }
            _ = try await service.ask(ErasePerson(email: email))
        }
        return answer
    }
}

@Suite("A text that names somebody")
struct PersonalTracesTests {
    private let traces = PersonalTraces(words: ["Kim Lee", "Kim", "", "kim@example.org"], instead: "a former mentor")

    @Test(
        "is without them, and a word that holds their name as a part stays",
        arguments: [
            ("", ""), ("Kim", "a former mentor"), ("Kimono", "Kimono"), ("Kim Lee’s", "a former mentor’s"),
            ("ask kim@example.org, or Kim Lee.", "ask a former mentor, or a former mentor."),
            ("Kim Kim", "a former mentor a former mentor"), ("xkim@example.org", "xkim@example.org"),
            ("AKim Kim", "AKim a former mentor"), ("an.kim@example.org", "an.kim@example.org"),
            ("kim@example.org.uk", "kim@example.org.uk"), ("kim@example.org-x.de", "kim@example.org-x.de"),
            ("a+kim@example.org", "a+kim@example.org"), ("<kim@example.org>...", "<a former mentor>..."),
            ("'kim@example.org'", "'a former mentor'"), ("?to=kim@example.org", "?to=a former mentor"),
        ])
    func removed(text: String, left: String) { #expect(traces.removed(from: text) == left) }
}
