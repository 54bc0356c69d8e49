import CivilTime
import Foundation
import Mentoring
import TimeZoneCatalog

/// A mail of ours as its recipient's programs read it: by a reader of its own, which shares nothing with the writer.
struct PostedMail {
    /// To whom, under the address that they had first.
    let to: EmailAddress
    /// To which address of theirs.
    let mailbox: EmailAddress
    let subject: String
    /// Everything that can be read in it: header and parts, decoded.
    let everything: String
    /// The session that it is about, by its code.
    let session: String?
    let event: Event?

    /// Whether it passes on to a program's contact what somebody wrote in words.
    var isPassedOn: Bool {
        everything.contains("X-Meridian-Forwarded:") && Cast.programs.contains { "\($0)@example.org" == to.description }
    }

    /// Whether somebody's address can be read in it; a token may end in the same letters.
    func shows(_ address: String) -> Bool {
        everything.ranges(of: address).contains { range in
            guard range.lowerBound > everything.startIndex else { return true }
            let before = everything[everything.index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber
        }
    }

    /// A time on the clocks of a zone, which new tz data move.
    struct Wall: Equatable {
        let zone: String
        let local: LocalDateTime
    }

    /// What the calendar part says.
    struct Event: Equatable {
        let method: String
        let uid: String
        let sequence: Int
        let stamp: Instant
        let start: Instant
        /// Nil where the start is in UTC.
        let wall: Wall?
        let organizer: String
        let leads: Bool
    }

    init(_ message: OutboxMessage, by zones: TimeZoneCatalog) throws {
        to = Cast.home(of: message.recipient)
        mailbox = message.recipient
        subject = message.subject
        let parts = Self.parts(of: String(decoding: message.bytes, as: UTF8.self))
        everything = parts.map { $0.header + "\n" + $0.body }.joined(separator: "\n")
        let calendar = parts.first { $0.header.lowercased().contains("content-type: text/calendar") }?.body
        session =
            calendar.map { $0.replacing("\r\n", with: "\n").replacing("\n ", with: "") }?
            .firstMatch(of: /Code: ((nova|glance)-[a-z0-9]+-w\d\d-[a-z]+)/).map { String($0.1) }
            ?? everything.firstMatch(of: /(nova|glance)-[a-z0-9]+-w\d\d-[a-z]+/).map { String($0.0) }
        event = try calendar.map { try Event($0, by: zones) }
    }

    /// The header of the message, and each leaf with its own header.
    private static func parts(of text: String) -> [(header: String, body: String)] {
        let text = text.replacing("\r\n", with: "\n")
        guard let gap = text.range(of: "\n\n") else { return [(text, "")] }
        let header = String(text[..<gap.lowerBound]).replacing("\n ", with: " ")
        let body = String(text[gap.upperBound...])
        if let boundary = header.firstMatch(of: /boundary="?([^";\n]+)"?/) {
            return [(header, "")]
                + body.components(separatedBy: "--\(boundary.1)").dropFirst().dropLast().flatMap {
                    parts(of: String($0.drop { $0 == "\n" }))
                }
        }
        guard header.lowercased().contains("content-transfer-encoding: base64"),
            let data = Data(base64Encoded: body.filter { !$0.isWhitespace })
        else { return [(header, body)] }
        return [(header, String(decoding: data, as: UTF8.self))]
    }
}

extension PostedMail.Event {
    /// Something in a calendar part of ours that a reader cannot follow.
    struct Unreadable: Error { let what: String }

    fileprivate init(_ calendar: String, by zones: TimeZoneCatalog) throws {
        let lines = calendar.replacing("\r\n", with: "\n").replacing("\n ", with: "").split(separator: "\n").map(
            String.init)
        var inEvent = false
        var values: [String: (parameters: String, value: String)] = [:]
        var method = ""
        for line in lines {
            if line == "BEGIN:VEVENT" { inEvent = true }
            guard let colon = Self.colon(in: line) else { continue }
            let head = line[..<colon]
            let name = String(head.prefix { $0 != ";" })
            if name == "METHOD" { method = String(line[line.index(after: colon)...]) }
            guard inEvent, values[name] == nil else { continue }
            values[name] = (String(head.dropFirst(name.count)), String(line[line.index(after: colon)...]))
        }
        func value(_ name: String) throws -> (parameters: String, value: String) {
            guard let found = values[name] else { throw Unreadable(what: "no \(name)") }
            return found
        }
        self.method = method
        uid = try value("UID").value
        sequence = Int(try value("SEQUENCE").value) ?? -1
        stamp = try Self.instant(value("DTSTAMP"), by: zones)
        start = try Self.instant(value("DTSTART"), by: zones)
        wall = try Self.wall(value("DTSTART"))
        organizer = String(try value("ORGANIZER").value.dropFirst("mailto:".count))
        leads = try value("ATTENDEE").parameters.contains("ROLE=CHAIR")
    }

    /// The colon that ends a property's parameters: the first outside quotes.
    private static func colon(in line: String) -> String.Index? {
        var quoted = false
        for index in line.indices {
            if line[index] == "\"" { quoted.toggle() }
            if line[index] == ":", !quoted { return index }
        }
        return nil
    }

    private static func instant(
        _ property: (parameters: String, value: String), by zones: TimeZoneCatalog
    ) throws -> Instant {
        if let wall = try wall(property) { return try zones.rules(named: wall.zone).resolve(wall.local).instant }
        if property.parameters.contains("VALUE=DATE"), property.value.count == 8 {
            // A week of a duty begins in UTC here, since it has no clock.
            return try instant(
                (property.parameters.replacing("VALUE=DATE", with: ""), "\(property.value)T000000Z"), by: zones)
        }
        let text = try time(in: property)
        guard let instant = Instant(rfc3339: text + "Z") else { throw Unreadable(what: property.value) }
        return instant
    }

    private static func wall(_ property: (parameters: String, value: String)) throws -> PostedMail.Wall? {
        guard !property.value.hasSuffix("Z"), !property.parameters.contains("VALUE=DATE") else { return nil }
        guard let zone = property.parameters.split(separator: ";").first(where: { $0.hasPrefix("TZID=") }),
            let local = LocalDateTime(iso: String(try time(in: property).dropLast(3)))
        else { throw Unreadable(what: property.parameters + property.value) }
        return PostedMail.Wall(zone: String(zone.dropFirst(5)), local: local)
    }

    private static func time(in property: (parameters: String, value: String)) throws -> String {
        let digits = property.value.filter(\.isNumber).map(String.init)
        guard digits.count == 14 else { throw Unreadable(what: property.value) }
        func number(_ range: Range<Int>) -> String { digits[range].joined() }
        return
            "\(number(0..<4))-\(number(4..<6))-\(number(6..<8))T\(number(8..<10)):\(number(10..<12)):\(number(12..<14))"
    }
}
