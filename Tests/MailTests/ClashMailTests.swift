import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog
import Wording

@testable import Mail

/// Who has a seat in something else at the time of a session can leave that; who leads it cannot.
@Suite("A mail about a session at the time of another")
struct ClashMailTests {
    private static let here = "nova-202701-w03-asia"
    private static let other = "glance-202701-w03-asia"
    private static let asReader = " --as priya@example.net"

    private func engagement(_ box: Letterbox, leads: Bool, waits: Bool = false) -> Engagement {
        var session = box.session
        session.code = SessionCode(program: "glance", season: "202701", week: 3, region: .asia)
        return Engagement(session: session, leads: leads, waits: waits)
    }

    private func text(
        _ occasion: Occasion, as role: Invitation.Role, leadsOther: Bool, waits: Bool = false
    ) throws -> MailText {
        let box = try Letterbox()
        return try MailText(
            SessionNotice(
                invitation: try box.invitation(about: occasion, as: role), session: box.session, program: box.program,
                occasion: occasion, clashes: [engagement(box, leads: leadsOther, waits: waits)]),
            in: TimeZoneCatalog.shipped.rules(for: box.reader.zone), with: .none)
    }

    private func text(_ subject: Letter.Subject) throws -> MailText {
        let box = try Letterbox()
        return try MailText(
            Letter(
                reader: box.reader, role: .trainee, session: box.session, program: box.program, subject: subject,
                date: box.session.revised),
            in: TimeZoneCatalog.shipped.rules(for: box.reader.zone), with: .none)
    }

    @Test(
        "says what its reader does then, and the command that works for them",
        arguments: [
            (Invitation.Role.trainee, false, ", in which you take part too: please leave one of them.", "leave"),
            (.trainee, true, ", which you lead too: please leave this one, or offer what you lead", "swap offer"),
            (.mentor, false, ", in which you take part too: please leave that.", "leave"),
            (.mentor, true, ", which you lead too: please offer one of them to somebody else.", "swap offer"),
        ])
    func moved(role: Invitation.Role, leadsOther: Bool, words: String, command: String) throws {
        let text = try text(.moved, as: role, leadsOther: leadsOther)
        #expect(
            text.notes.contains { $0.hasPrefix("It is at the same time as \(Self.other)\(words)") }, "\(text.notes)")
        #expect(text.advice.last?.command == "meridian \(command) \(Self.other)\(Self.asReader)")
        #expect(
            !text.advice.contains { $0.command?.hasPrefix("meridian leave \(Self.here)") == true && role == .mentor })
    }

    @Test(
        "says of what its reader waits for that they wait",
        arguments: [
            (Occasion.moved, Invitation.Role.trainee, ": please leave one of them."),
            (.moved, .mentor, ": please leave that."),
            (.promoted, .trainee, ": please leave one of them."), (.clashed, .trainee, "."),
        ])
    func waits(occasion: Occasion, role: Invitation.Role, end: String) throws {
        let text = try text(occasion, as: role, leadsOther: false, waits: true)
        #expect(
            text.notes.contains("It is at the same time as \(Self.other), for which you wait too\(end)"),
            "\(text.notes)")
    }

    @Test("about a seat that went, asks nobody to leave it", arguments: [true, false])
    func clashed(leadsOther: Bool) throws {
        let text = try text(.clashed, as: .trainee, leadsOther: leadsOther)
        #expect(
            text.notes.contains { $0.hasPrefix("It is at the same time as \(Self.other)") && $0.hasSuffix(" too.") })
        #expect(text.advice.map(\.command) == ["meridian enroll \(Self.here)\(Self.asReader)"])
        #expect(text.advice.first?.text.contains("meridian swap offer \(Self.other)") == leadsOther)
    }

    @Test("without an invitation does the same", arguments: [(true, "swap offer"), (false, "leave")])
    func letters(leads: Bool, command: String) throws {
        let other = engagement(try Letterbox(), leads: leads)
        let first = "meridian \(command) \(Self.other)\(Self.asReader)"
        let givenUp = try text(.seatGivenUp(for: other))
        #expect(givenUp.advice.map(\.command) == [first, "meridian enroll \(Self.here)\(Self.asReader)"])
        #expect(givenUp.lead.contains("which you lead") == leads)
        let passedOver = try text(.passedOver(for: other))
        #expect(passedOver.advice.map(\.command) == [first, "meridian leave \(Self.here)\(Self.asReader)"])
        #expect(passedOver.lead.contains("you lead \(Self.other)") == leads)
    }
}
