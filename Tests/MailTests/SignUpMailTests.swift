import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("The mail that asks whether somebody signed up")
struct SignUpMailTests {
    @Test("says what to do, in ASCII lines of at most 78, to nobody but the address")
    func text() throws {
        let program = Program(
            name: "nova", title: "Nova training", contact: try EmailAddress("nova@example.org"),
            location: "ircs://irc.oftc.net/nova",
            season: try Season(start: try #require(LocalDate(iso: "2027-01-04")), weeks: 26), cadence: .everyRegion,
            minutes: 60, capacity: 2, regions: [.asia], announceWeeks: 4)
        let secret = String(repeating: "a2", count: 26)
        let request = ConfirmationRequest(
            email: try EmailAddress("ann@example.net"), program: program,
            link: "https://training.example.org/sign-ups/\(secret)", secret: secret,
            server: "https://training.example.org", date: try #require(Instant(rfc3339: "2027-01-01T00:00:00Z")))
        let mailer = try Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped)
        let message = try mailer.message(.confirmation(request))
        #expect(message.recipient.description == "ann@example.net")
        #expect(try mailer.message(.confirmation(request)).bytes == message.bytes)
        let text = String(decoding: message.bytes, as: UTF8.self)
        #expect(text.contains("\r\nTo: ann@example.net\r\n"))
        let end = try #require(text.range(of: "\r\n\r\n"))
        let body = try #require(Data(base64Encoded: String(text[end.upperBound...]), options: .ignoreUnknownCharacters))
        let words = String(decoding: body, as: UTF8.self)
        #expect(words.contains("  https://training.example.org/sign-ups/\(secret)\r\n"))
        #expect(words.contains("  meridian trainee confirm \(secret) --server https://training.example.org\r\n"))
        #expect(words.hasSuffix("-- \r\nNova training, nova@example.org\r\n"))
    }
}
