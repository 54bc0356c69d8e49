import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("The mail that asks whether somebody goes on in the next season")
struct GoingOnMailTests {
    private func words(_ message: OutboxMessage) throws -> String {
        let text = String(decoding: message.bytes, as: UTF8.self)
        let end = try #require(text.range(of: "\r\n\r\n"))
        let body = try #require(Data(base64Encoded: String(text[end.upperBound...]), options: .ignoreUnknownCharacters))
        return String(decoding: body, as: UTF8.self)
    }

    /// To whoever has a place in every session of Asia in a season, before the next one, in which one region takes part.
    private func asking(before region: Region, link: String? = nil) throws -> JoinLetter {
        let last = try Season(name: "a", start: #require(LocalDate(iso: "2027-01-04")), weeks: 6)
        let next = try Season(name: "b", start: #require(LocalDate(iso: "2027-02-15")), weeks: 6)
        let program = Program(
            name: "nova", title: "Nova training", contact: try EmailAddress("nova@example.org"),
            location: "ircs://irc.oftc.net/nova", season: next, cadence: .everyRegion, minutes: 60, capacity: 2,
            regions: [region], announceWeeks: 4)
        return JoinLetter(
            reader: try EmailAddress("ann@example.net"), program: program, occasion: .goOn(.asia, after: last),
            link: link, date: try #require(Instant(rfc3339: "2027-02-01T00:00:00Z")))
    }

    @Test("says that a season in which somebody has a place in every session is not held")
    func givenUp() throws {
        let season = try Season(name: "b", start: #require(LocalDate(iso: "2027-02-15")), weeks: 6)
        let program = Program(
            name: "nova", title: "Nova training", contact: try EmailAddress("nova@example.org"),
            location: "ircs://irc.oftc.net/nova", season: season, cadence: .everyRegion, minutes: 60, capacity: 2,
            regions: [.asia], announceWeeks: 4)
        let letter = JoinLetter(
            reader: try EmailAddress("ann@example.net"), program: program, occasion: .seasonGivenUp(.asia),
            date: try #require(Instant(rfc3339: "2027-01-01T00:00:00Z")))
        let mailer = try Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped)
        let message = try mailer.message(.joining(letter))
        #expect(message.subject == "The season b is not held: Nova training" && !message.holdsSecret)
        let text = try words(message)
        #expect(
            text.contains("in every session in Asia of the season b,\r\nwhich was to begin on Monday 15 February 2027.")
        )
        #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 78 }, "\(text)")
        #expect(text.contains("\r\n  meridian session list nova --upcoming\r\n"))
    }

    @Test("asks a mentor for their times, with a page behind which they sign in")
    func timesWanted() throws {
        var letter = try asking(before: .asia)
        letter.occasion = .timesWanted
        letter.link = "https://training.example.org/sign-in?program=nova"
        let message = try Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped).message(.joining(letter))
        #expect(message.subject == "When can you lead? Nova training" && !message.holdsSecret)
        let text = try words(message)
        #expect(text.contains("\r\n  https://training.example.org/sign-in?program=nova\r\n"))
        #expect(text.contains("meridian slot publish nova \"Tue 17:00\""))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 78 }, "\(text)")
        letter.link = nil
        #expect(
            try !words(Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped).message(.joining(letter)))
                .contains("https://"))
    }

    @Test("says that it ends where the region takes no part in the next one, and asks nothing")
    func ends() throws {
        let letter = try asking(before: .europe)
        let message = try Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped).message(.joining(letter))
        #expect(message.subject == "Your place ends with the season a: Nova training")
        let text = try words(message)
        #expect(text.contains("your place in every session of Asia ends with the season a"))
        #expect(text.contains("Asia takes no part."))
        #expect(!text.contains("meridian enroll"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 78 }, "\(text)")
    }

    @Test("has the command, and the link where there is one, which is then a secret", arguments: [true, false])
    func text(hasLink: Bool) throws {
        let link = "https://training.example.org/m/\(String(repeating: "a2", count: 26))"
        let letter = try asking(before: .asia, link: hasLink ? link : nil)
        let mailer = try Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped)
        let message = try mailer.message(.joining(letter))
        #expect(message.holdsSecret == hasLink)
        #expect(try mailer.message(.joining(letter)).bytes == message.bytes)
        let words = try words(message)
        #expect(words.contains("\r\n  \(link)\r\n") == hasLink)
        #expect(words.contains("One click on this page") == hasLink)
        #expect(words.contains("\r\n  meridian enroll --program nova --region asia --season b\r\n"))
        #expect(words.contains("ends with the season a"))
        // A link is not broken.
        let lines = words.split(separator: "\r\n").filter { !$0.contains(link) }
        #expect(lines.allSatisfy { $0.count <= 78 }, "\(words)")
    }
}
