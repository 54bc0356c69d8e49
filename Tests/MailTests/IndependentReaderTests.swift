import CalendarLint
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog

@Suite(
    "Python's email package",
    .enabled("python3 is needed to read the mails: apt-get install python3") { await PythonMail.isAvailable() })
struct IndependentReaderTests {
    @Test(
        "finds the parts that calendars expect, and no defect",
        arguments: [
            (Occasion.enrolled, "REQUEST"), (.left, "CANCEL"),
        ])
    func structure(occasion: Occasion, method: String) async throws {
        let mail = try await PythonMail.read(try Letterbox().mail(about: occasion).bytes)
        #expect(mail.defects.isEmpty)
        #expect(
            mail.structure
                == "multipart/mixed(multipart/alternative(text/plain,text/html,text/calendar),application/ics)")
        #expect(mail.parts.allSatisfy { $0.encoding == "base64" })
        #expect(mail.parts[2].parameters == ["method": method, "charset": "UTF-8"])
        #expect(mail.parts[3].filename == "invite.ics")
        #expect(mail.parts[3].disposition == "attachment")
        #expect(mail.parts[2].text == mail.parts[3].text)
        #expect(mail.parts[2].text.contains("\r\nMETHOD:\(method)\r\n"))
        #expect(mail.parts[0].text.contains("\r\n"))
        #expect(!mail.parts[0].text.replacing("\r\n", with: "").contains("\n"))
    }

    @Test(
        "reads the header fields as they were meant",
        arguments: [
            "Nova core reviewer training", "Nova · 新星 · тренировка 🌏", "\"Nova\", the \\ training",
            String(repeating: "🌏é", count: 33), "=?UTF-8?B?Tm92YQ==?=",
        ])
    func headers(title: String) async throws {
        var box = try Letterbox()
        box.program.title = title
        box.reader.name = title
        let mail = try await PythonMail.read(try box.mail().bytes)
        let subject = "Enrolled: \(title) · Asia, week 3 · Thu 21 Jan 17:00 Asia/Kolkata"
        #expect(try mail.header("Subject") == subject)
        #expect(try mail.header("From").hasSuffix(" <nova-training@example.org>"))
        #expect(try mail.header("Reply-To") == mail.header("From"))
        #expect(try mail.header("To").hasSuffix(" <priya@example.net>"))
        #expect(try mail.header("Date") == "Wed, 02 Dec 2026 09:00:00 +0000")
        #expect(try mail.header("Auto-Submitted") == "auto-generated")
        #expect(try mail.header("List-Id").hasSuffix("<nova.meridian.example.org>"))
        #expect(mail.defects.isEmpty)
    }

    @Test(
        "finds what a person needs in both texts, nobody else's address, and a calendar without fault",
        arguments: Occasion.allCases)
    func bodies(occasion: Occasion) async throws {
        var box = try Letterbox()
        if occasion == .cancelled {
            box.session.status = .cancelled
            box.session.cancellation = "the mentor is <ill> & sorry"
        }
        let mail = try await PythonMail.read(try box.mail(about: occasion).bytes)
        let plain = mail.parts[0].text
        let html = mail.parts[1].text
        for text in [plain, html] {
            #expect(text.contains("Thursday 21 January 2027, 17:00–18:00"))
            #expect(text.contains("Asia/Kolkata"))
            #expect(text.contains("Akira Sato"))
            #expect(text.contains("ircs://irc.oftc.net/openstack-nova-training"))
            #expect(
                text.contains("meridian leave nova-202701-w03-asia --as priya@example.net") == Self.canLeave(occasion))
        }
        #expect(plain.contains("The reason: the mentor is <ill> & sorry") == (occasion == .cancelled))
        #expect(html.contains("The reason: the mentor is &lt;ill&gt; &amp; sorry") == (occasion == .cancelled))
        for text in mail.parts.map(\.text) + mail.headers.map({ $0[1] }) { #expect(!text.contains("canary")) }
        var lint = CalendarLint(zones: .shipped)
        let findings = try lint.findings(inNext: Array(mail.parts[2].text.utf8))
        #expect(findings == [])
    }

    @Test("finds names as text, never as HTML")
    func escaping() async throws {
        var box = try Letterbox()
        box.reader.name = "<img src=x onerror=alert(1)>"
        box.session.mentor.name = "{{{subject}}} <b>"
        let mail = try await PythonMail.read(try box.mail().bytes)
        #expect(!mail.parts[1].text.contains("<img"))
        #expect(mail.parts[1].text.contains("Hello &lt;img src=x onerror=alert(1)&gt;,"))
        #expect(mail.parts[1].text.contains("with {{{subject}}} &lt;b&gt;"))
        #expect(mail.parts[0].text.contains("Hello <img src=x onerror=alert(1)>,"))
    }

    @Test("finds the end of a session after midnight on the next day, and an address that a shell would act on quoted")
    func edges() async throws {
        var box = try Letterbox()
        box.session.minutes = 6 * 60 + 31
        box.reader.email = try EmailAddress("o'neil&co@example.net")
        let text = try await PythonMail.read(try box.mail().bytes).parts[0].text
        #expect(text.contains("17:00–23:31\r\n"))
        #expect(text.contains("--as 'o'\\''neil&co@example.net'"))
        box.session.minutes = 7 * 60
        #expect(
            try await PythonMail.read(try box.mail().bytes).parts[0].text.contains("17:00–00:00 the next day\r\n"))
    }

    private static func canLeave(_ occasion: Occasion) -> Bool {
        [
            .announced, .enrolled, .waiting, .promoted, .moved, .relocated, .changed, .reviewPicked, .reviewStoodIn,
            .questionsNoted, .clocksChanged, .mentorChanged, .reinstated,
        ].contains(occasion)
    }
}
