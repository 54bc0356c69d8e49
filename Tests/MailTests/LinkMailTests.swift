import CivilTime
import Foundation
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog

/// Links in mails where it is known where people reach the server: which mail holds which, and that each stands where its reader
/// sees it.
@Suite("Links in mails")
struct LinkMailTests {
    private static let session = Identifier<Session>(7)
    private static let attend = MailLink.Matter.attend(session)
    private static let lead = MailLink.Matter.lead(session)
    private static let pick = MailLink.Matter.pick(session)

    /// A mail, and what its links are for.
    private struct Linked {
        var matters: [MailLink.Matter] = []
        let mail: OutboxMessage

        var source: String { String(decoding: mail.bytes, as: UTF8.self) }

        /// What the plain text says, without the breaks of its lines' CR.
        func text() throws -> String { try #require(parts().first) }

        func parts() throws -> [String] {
            try source.components(separatedBy: "Content-Transfer-Encoding: base64").dropFirst().map { part in
                let body = try #require(part.components(separatedBy: "\r\n\r\n").dropFirst().first)
                let base64 = body.components(separatedBy: "\r\n--")[0].filter { !$0.isWhitespace }
                return String(decoding: try #require(Data(base64Encoded: base64)), as: UTF8.self)
                    .replacing("\r\n", with: "\n")
            }
        }
    }

    private static func address(_ matter: MailLink.Matter) -> String {
        let word = "\(matter)".map { $0.isASCII && $0.isLetter || $0.isNumber ? $0 : "-" }
        return "https://training.example.org/m/\(String(word))"
    }

    private func box() throws -> Letterbox {
        var box = try Letterbox()
        box.session.id = Self.session
        return box
    }

    private func write(
        _ notice: Notice, by mailer: Mailer, base: String = "https://training.example.org"
    ) throws -> Linked {
        var made: [MailLink.Matter] = []
        let links = MailLinks(to: try FeedAddresses(base: base)) { matter in
            made.append(matter)
            return Self.address(matter)
        }
        let mail = try mailer.message(notice, with: links)
        return Linked(matters: made, mail: mail)
    }

    private func notice(
        _ occasion: Occasion, as role: Invitation.Role = .trainee, _ method: Invitation.Method = .request,
        in box: Letterbox, confirmBy: String? = nil, isOwnDeed: Bool = false
    ) throws -> Notice {
        var invitation = try box.invitation(about: occasion, as: role)
        invitation.method = method
        return .session(
            SessionNotice(
                invitation: invitation, session: box.session, program: box.program, occasion: occasion,
                confirmBy: try confirmBy.map { try #require(Instant(rfc3339: $0)) }, isOwnDeed: isOwnDeed))
    }

    /// Each link that was made stands in the text and in the HTML, and no other does.
    private func expect(
        _ matters: Set<MailLink.Matter>, in linked: Linked, at location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(Set(linked.matters) == matters, sourceLocation: location)
        let shown = try linked.parts().prefix(2)
        for part in shown {
            let found = Set(
                part.matches(of: /https:\/\/training\.example\.org\/m\/[A-Za-z0-9-]+/).map { "\($0.output)" })
            #expect(found == Set(matters.map(Self.address)), "\(part)", sourceLocation: location)
            #expect(
                part.contains("keep this mail to yourself") == !matters.subtracting([.reminders]).isEmpty, "\(part)",
                sourceLocation: location)
        }
    }

    @Test(
        "an invitation, whatever it is about, holds the link by which its reader says whether they come, or lead",
        arguments: Occasion.allCases, [false, true])
    func invitations(occasion: Occasion, isOwnDeed: Bool) throws {
        let box = try box()
        let coming = try write(notice(occasion, in: box, isOwnDeed: isOwnDeed), by: box.mailer)
        try expect([Self.attend], in: coming)
        #expect(try !coming.text().contains("meridian leave"))
        try expect(
            [Self.lead], in: write(notice(occasion, as: .mentor, in: box, isOwnDeed: isOwnDeed), by: box.mailer))
    }

    @Test("what ends holds one only where it could go on", arguments: Occasion.allCases)
    func ends(occasion: Occasion) throws {
        let box = try box()
        let couldGoOn: Set<Occasion> = [.left, .lapsed, .waiting, .clashed]
        // What is sent as the end of something, by whom it is sent to.
        let ends: [Occasion: Invitation.Role] = [
            .cancelled: .trainee, .left: .trainee, .lapsed: .trainee, .waiting: .trainee, .clashed: .trainee,
            .unseated: .trainee, .readdressed: .trainee, .relieved: .mentor,
        ]
        guard let role = ends[occasion] else { return }
        try expect(
            couldGoOn.contains(occasion) ? [Self.attend] : [],
            in: write(notice(occasion, as: role, .cancel, in: box), by: box.mailer))
    }

    @Test("a seat that is to be confirmed has one for either answer, and says until when")
    func promotion() throws {
        let box = try box()
        let linked = try write(
            notice(.promoted, in: box, confirmBy: "2027-01-10T12:00:00Z"), by: box.mailer)
        try expect([Self.attend], in: linked)
        let text = try linked.text()
        #expect(text.contains("Please say by Sun 10 Jan 17:30, your time"))
        #expect(
            text.contains(
                "To keep the seat, or to leave it to somebody else, answer the invitation in your calendar, or\n\n  https:"
            ))
        #expect(linked.matters.count == 1 && !text.contains("--as"))
    }

    @Test("a mentor picks a review by one, as long as there is none")
    func picks() throws {
        var box = try box()
        box.program.reviews = ReviewTerms(pickDays: 4)
        let linked = try write(notice(.announced, as: .mentor, in: box), by: box.mailer)
        try expect([Self.lead, Self.pick], in: linked)
        #expect(try !linked.text().contains("meridian review pick"))
    }

    /// Whatever else somebody does at that time.
    private func other() throws -> Engagement {
        var session = try Letterbox().session
        session.code = SessionCode(program: "rust", season: "202701", week: 1, region: .asia)
        return Engagement(session: session, leads: false)
    }

    private static func review() throws -> Review {
        Review(
            id: Identifier(3), program: "nova", url: "https://review.example.org/c/nova/+/1", title: "Fix it",
            proposer: Identifier(1), proposed: try Letterbox().session.revised)
    }

    @Test("a letter holds one for what its reader can do, and none where that is nothing")
    func letters() throws {
        let box = try box()
        let offer = SwapOffer(
            id: Identifier(12), session: Self.session, from: box.session.mentor, to: nil, made: box.session.revised)
        let by = box.session.revised
        let table: [(Letter.Subject, Invitation.Role, Set<MailLink.Matter>)] = [
            (.reminder(.day, enrolled: 2), .trainee, [Self.attend, .reminders]),
            (.reminder(.hour, enrolled: 2), .mentor, [Self.lead, .reminders]),
            (.swapOffered(offer, effect: []), .mentor, [.takeSession(offer.id)]),
            (.swapUnanswered(box.reader), .mentor, [Self.lead]), (.swapWithdrawn(isLed: true), .mentor, []),
            (.handedOver, .mentor, []), (.handedBack(from: box.reader), .mentor, [Self.lead]),
            (.pickDue(by: by, standIn: nil), .mentor, [Self.pick]),
            (.changeClosed(try Self.review(), .merged, substitute: try Self.review()), .mentor, [Self.pick]),
            (.changeClosed(try Self.review(), .merged, substitute: nil), .mentor, []),
            (.answersWait(2), .mentor, []), (.answersSignedOff, .trainee, []), (.calledOff, .trainee, []),
            (.notHeld, .trainee, []), (.changed(.moved), .trainee, [Self.attend]),
            (.takesPlace, .trainee, [Self.attend]), (.movedUp, .trainee, [Self.attend]),
            (.seatGivenUp(for: try other()), .trainee, [Self.attend]),
            (.passedOver(for: try other()), .trainee, [Self.attend]), (.mentorReturned, .mentor, []),
            (.byMentor(.cancelled), .mentor, []), (.mentorDeclined(comment: nil), .mentor, []),
        ]
        for (subject, role, matters) in table {
            let letter = Letter(
                reader: box.reader, role: role, session: box.session, program: box.program, subject: subject,
                date: box.session.revised)
            try expect(matters, in: write(.letter(letter), by: box.mailer))
        }
        let calledOff = Letter(
            reader: box.reader, role: .trainee, session: box.session, program: box.program, subject: .calledOff,
            date: box.session.revised)
        #expect(
            try write(.letter(calledOff), by: box.mailer).text()
                .contains("To see what else there is:\n\n  https://training.example.org/nova\n"))
    }

    @Test("a week of a duty is kept or taken by one", arguments: DutyNotice.Occasion.allCases)
    func duties(occasion: DutyNotice.Occasion) throws {
        let box = try box()
        let turn = DutyTurn(
            id: Identifier(5), code: DutyCode(program: "nova", season: "202701", week: 3, duty: "triage"),
            season: box.program.season.start, uid: "77aa", status: .announced, person: box.reader,
            revised: box.session.revised, offer: occasion == .unanswered ? .init(to: box.session.mentor) : nil)
        let linked = try write(
            .duty(
                DutyNotice(
                    person: box.reader, turn: turn, duty: Duty(name: "triage", title: "Triage"), program: box.program,
                    occasion: occasion, date: turn.revised)), by: box.mailer)
        switch occasion {
        case .entrusted, .readdressed, .unanswered: try expect([.keepWeek(turn.id)], in: linked)
        case .offered: try expect([.takeWeek(turn.id)], in: linked)
        case .relieved, .leftAddress, .cancelled, .withdrawn, .askerLeft, .handedOver: try expect([], in: linked)
        }
        let ends = [.entrusted, .readdressed, .offered, .unanswered].contains(occasion)
        #expect(try linked.text().contains("until\nnova-202701-w03-triage begins") == ends)
    }

    @Test("what was asked for by mail is answered with one that takes it back")
    func replies() throws {
        let box = try box()
        for (outcome, isTheirs) in [
            (MailReply.Outcome.seated, true), (.waiting(2), true), (.left, true), (.refused("x"), false),
        ] {
            let linked = try write(
                .reply(
                    MailReply(
                        reader: box.reader, request: "enroll", outcome: outcome, session: box.session,
                        program: box.program, date: box.session.revised)), by: box.mailer)
            #expect(try linked.text().contains(Self.address(Self.attend)) == isTheirs)
            #expect(linked.matters == (isTheirs ? [Self.attend] : []))
        }
    }

    @Test(
        "reminders end by one click where people reach the server by https, and by nothing else than they do now elsewhere"
    )
    func oneClick() throws {
        let box = try box()
        let letter = Letter(
            reader: box.reader, role: .trainee, session: box.session, program: box.program,
            subject: .reminder(.day, enrolled: 1), date: box.session.revised)
        let header = try write(.letter(letter), by: box.mailer).source.components(separatedBy: "\r\n\r\n")[0]
            .replacing("\r\n ", with: " ")
        #expect(header.contains("\r\nList-Unsubscribe: <\(Self.address(.reminders))>\r\n"))
        #expect(header.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
        for base in ["http://127.0.0.1:8080", nil] {
            let mail =
                try base.map { try write(.letter(letter), by: box.mailer, base: $0).source }
                ?? String(decoding: box.mailer.message(.letter(letter)).bytes, as: UTF8.self)
            #expect(
                mail.replacing("\r\n ", with: " ").contains(
                    "List-Unsubscribe: <mailto:nova-training@example.org?subject=leave%20"))
            #expect(!mail.contains("One-Click"))
        }
        // An invitation is no reminder: its button gives up the seat, by a mail.
        let invitation = try write(notice(.announced, in: box), by: box.mailer).source.replacing("\r\n ", with: " ")
        #expect(invitation.contains("List-Unsubscribe: <mailto:") && !invitation.contains("One-Click"))
    }

    @Test("the event leads to the session's page, and to where it is held where no page is known")
    func event() throws {
        let box = try box()
        let calendar = { (linked: String) in linked.replacing("\n ", with: "") }
        let linked = try calendar(write(notice(.enrolled, in: box), by: box.mailer).parts()[2])
        #expect(linked.contains("\nURL:https://training.example.org/nova/nova-202701-w03-asia\n"))
        #expect(linked.contains("\nLOCATION:ircs://irc.oftc.net/openstack-nova-training\n"))
        #expect(!linked.contains("/m/"))
        let other = try calendar(Linked(mail: box.mail()).parts()[2])
        #expect(other.contains("\nURL:ircs://irc.oftc.net/openstack-nova-training\n"))
    }
}
