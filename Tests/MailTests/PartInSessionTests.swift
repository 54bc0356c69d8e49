import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog
import Wording

@testable import Mail

/// Who has a seat, or leads, is invited once a session is announced; who waits is not, nor who leads it no more.
@Suite("A letter about what is only planned speaks to its reader's part in it")
struct PartInSessionTests {
    private func text(_ subject: Letter.Subject, as role: Invitation.Role = .trainee, waits: Int? = nil) throws
        -> MailText
    {
        let box = try Letterbox()
        var session = box.session
        session.status = .tentative
        return try MailText(
            Letter(
                reader: box.reader, role: role, session: session, program: box.program, subject: subject,
                date: session.revised, waits: waits),
            in: TimeZoneCatalog.shipped.rules(for: box.reader.zone), with: .none)
    }

    private static let invited = "It is planned and not fixed yet; you are invited once it is announced."

    @Test(
        "that has changed, or takes place after all: that they have a seat or wait, and who is invited",
        arguments: [Letter.Subject.changed(.moved), .takesPlace])
    func both(subject: Letter.Subject) throws {
        let seated = try text(subject)
        #expect(seated.lead.hasPrefix("A session that you have a seat in ") && seated.notes == [Self.invited])
        let waiting = try text(subject, waits: 2)
        #expect(waiting.lead.hasPrefix("A session that you wait for a seat in "))
        #expect(waiting.notes == ["It is planned and not fixed yet.", "You are number 2 on its waiting list."])
    }

    @Test("that is off: what they had", arguments: [Letter.Subject.calledOff, .notHeld])
    func over(subject: Letter.Subject) throws {
        #expect(try text(subject).lead.hasPrefix("A session that you had a seat in "))
        #expect(try text(subject, waits: 1).lead.hasPrefix("A session that you waited for a seat in "))
    }

    @Test("that changed hands: only who leads it is invited")
    func leading() throws {
        let reader = try Letterbox().reader
        #expect(try text(.handedOver, as: .mentor).notes == [])
        #expect(try text(.handedBack(from: reader), as: .mentor).notes == [Self.invited])
    }
}
