import CivilTime
import Foundation
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Testing

@Suite(
    "A mail about a session's review",
    .enabled("python3 is needed to read the mails: apt-get install python3") { await PythonMail.isAvailable() })
struct ReviewMailTests {
    private func letterbox(_ pick: Bool = true, title: String = "Fix the race") throws -> Letterbox {
        var box = try Letterbox()
        box.program.reviews = ReviewTerms(pickDays: 4)
        let review = Review(
            id: Identifier(7), program: "nova", url: "https://review.example.org/c/nova/+/900001", title: title,
            proposer: Identifier(1), proposed: box.session.revised)
        if pick {
            box.session.pick = Pick(
                review: review, revision: "3", questions: ["1. Why <lock>?", "", "2. Who holds it?"])
        }
        return box
    }

    /// What a letter about the session says, without line breaks' CR.
    private func text(_ box: Letterbox, _ subject: Letter.Subject) async throws -> String {
        let letter = Letter(
            reader: box.reader, role: .mentor, session: box.session, program: box.program, subject: subject,
            date: box.session.revised)
        let mail = try await PythonMail.read(try box.mailer.message(.letter(letter)).bytes)
        #expect(mail.defects.isEmpty)
        return try #require(mail.parts.first?.text.replacing("\r\n", with: "\n"))
    }

    @Test(
        "says what to read, in which revision, and what its mentor asks",
        arguments: [Occasion.reviewPicked, .reviewStoodIn, .questionsNoted, .enrolled],
        [Invitation.Role.trainee, .mentor])
    func invitation(occasion: Occasion, role: Invitation.Role) async throws {
        let mail = try await PythonMail.read(try letterbox().mail(about: occasion, as: role).bytes)
        let text = mail.parts[0].text.replacing("\r\n", with: "\n")
        #expect(
            text.contains(
                """
                  Review: Fix the race
                  https://review.example.org/c/nova/+/900001/3
                  Read patch set 3, so that everybody sees the same.

                  Questions:
                  1. Why <lock>?
                  
                  2. Who holds it?

                """), "\(text)")
        #expect(mail.parts[1].text.contains("1. Why &lt;lock&gt;?"))
        let calendar = mail.parts[2].text.replacing("\r\n ", with: "")
        #expect(
            calendar.contains(
                #"Review: Fix the race https://review.example.org/c/nova/+/900001/3\nRead: patch set 3\nQuestions:\n1. Why <lock>?\n\n2. Who holds it?\nCode:"#
            ), "\(calendar)")
    }

    @Test("tells a mentor until when to pick, on their own clock, and what stands in otherwise")
    func due() async throws {
        let box = try letterbox(false)
        let by = try #require(Instant(rfc3339: "2027-01-17T11:30:00Z"))
        let standIn = try #require(letterbox().session.pick?.review)
        let with = try await text(box, .pickDue(by: by, standIn: standIn))
        #expect(with.contains("Please pick one by Sun 17 Jan 17:00, your time."))
        #expect(with.contains("stands in: Fix the race."))
        #expect(with.contains("meridian review list nova --session nova-202701-w03-asia --as priya@example.net"))
        #expect(with.contains("meridian review pick nova-202701-w03-asia 7 --as priya@example.net"))
        let without = try await text(box, .pickDue(by: by, standIn: nil))
        #expect(without.contains("Nobody has proposed any yet, so bring one."))
        #expect(without.contains("meridian review pick nova-202701-w03-asia URL --as"))
    }

    @Test(
        "tells a mentor that the change is no longer under review, and the next best",
        arguments: [ChangeFacts.State.merged, .abandoned])
    func closed(state: ChangeFacts.State) async throws {
        let box = try letterbox(title: "Fix\u{1B}[2J")
        let review = try #require(box.session.pick?.review)
        var other = review
        other.id = Identifier(9)
        other.title = "Runner-up"
        let with = try await text(box, .changeClosed(review, state, substitute: other))
        #expect(with.contains("The change that this session is about, Fix\u{FFFD}[2J, was \(state.rawValue):"))
        #expect(with.contains("To take the next best instead, Runner-up:"))
        #expect(with.contains("meridian review pick nova-202701-w03-asia 9 --as priya@example.net"))
        #expect(
            try await text(box, .changeClosed(review, state, substitute: nil)).contains("Nothing else is proposed."))
    }

    @Test("tells a mentor how many answers wait and what to do, and a trainee that theirs count")
    func answers() async throws {
        let box = try letterbox()
        let one = try await text(box, .answersWait(1))
        #expect(one.contains("Somebody who could not come to this session has answered its questions"))
        #expect(one.contains("meridian attend nova-202701-w03-asia --show --as priya@example.net"))
        #expect(one.contains("meridian attend nova-202701-w03-asia --sign-off NAME --as priya@example.net"))
        #expect(try await text(box, .answersWait(3)).contains("3 people who could not come to this session"))
        let counted = try await text(box, .answersSignedOff)
        #expect(counted.contains("Your answers to the questions of this session were read and signed off:"))
        #expect(counted.contains("meridian progress nova --as priya@example.net"))
    }

    @Test("tells a mentor who is entrusted with a session by when to pick its review")
    func entrusted() async throws {
        let words = "Please pick its review by Sun 17 Jan 17:00, your time"
        for (box, role, isTold) in [
            (try letterbox(false), Invitation.Role.mentor, true), (try letterbox(false), .trainee, false),
            (try letterbox(true), .mentor, false),
        ] {
            let mail = try await PythonMail.read(try box.mail(about: .announced, as: role).bytes)
            #expect(mail.parts[0].text.contains(words) == isTold)
        }
    }
}
