import ICalendar
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// Text that tries to break out of its property.
///
/// Most of it is refused when it is entered; the writer does not rely on that.
@Suite("hostile text")
struct HostileTextTests {
    @Test(
        "a name comes back as it was given",
        arguments: [
            #"Ann "Quote" O'Hara"#, "Nowak, Ola; Dr.", #"back\slash\n not a break"#, "colon: semi; comma,",
            "caret ^n ^' ^^ ^",
            "Zoë 🦊 日本語", "line\nbreak", "-\"^\\,;:", "العربية", "👩🏽‍💻 family", String(repeating: "n", count: 300),
            String(repeating: "é", count: 150), "x" + String(repeating: "🦊", count: 75),
            String(repeating: ",", count: 300),
            "END:VEVENT\nBEGIN:VALARM",
        ])
    func names(name: String) throws {
        let program = try Fixture.program(title: name)
        let invitation = try Fixture.invitation(to: Fixture.trainee(name), .request)
        let session = try Fixture.session(mentor: name, location: name, cancellation: name)
        let bytes = try Fixture.encoder.message(for: invitation, to: session, of: program)
        #expect(try lint(bytes) == [])
        let calendar = try ParsedCalendar.read(bytes)
        let event = try #require(calendar.children("VEVENT").first)
        #expect(calendar.tree.count == 4)
        #expect(event.first("ATTENDEE")?.parameters["CN"] == name)
        #expect(event.first("ORGANIZER")?.parameters["CN"] == name)
        #expect(event.first("SUMMARY")?.text.hasSuffix(name) == true)
        #expect(event.first("LOCATION")?.text == name)
        #expect(event.first("DESCRIPTION")?.text.contains("Mentor: \(name)\n") == true)
    }

    @Test("a feed's X- properties are escaped like all text")
    func extensionProperties() throws {
        var feed = try Fixture.feed([Fixture.session()])
        feed.name = #"Nova, Vega; "both" \ all"#
        feed.description = String(repeating: "a,b;", count: 60)
        let bytes = try Fixture.encoder.feed(feed)
        #expect(try lint(bytes) == [])
        let calendar = try ParsedCalendar.read(bytes)
        #expect(calendar.first("X-WR-CALNAME")?.value == #"Nova\, Vega\; "both" \\ all"#)
        #expect(calendar.first("NAME")?.text == feed.name)
        #expect(calendar.first("X-WR-CALDESC")?.text == feed.description)
    }

    @Test("control characters never come out, and addresses are percent-encoded")
    func controls() throws {
        let nasty = "a\u{0}b\u{7}c\u{1B}[2Jd\u{7F}e\u{91}f\u{9B}g\th\r\ni\u{2028}j"
        let session = try Fixture.session(mentor: nasty, location: "https://nova.example/a b\u{0}é\r\nX:1\"<>")
        var feed = try Fixture.feed([session])
        feed.name = nasty
        feed.url = "https://nova.example/\r\nX-EVIL:1"
        let bytes = try Fixture.encoder.feed(feed)
        #expect(try lint(bytes) == [])
        let calendar = try ParsedCalendar.read(bytes)
        let clean = "a\u{FFFD}b\u{FFFD}c\u{FFFD}[2Jd\u{FFFD}e\u{FFFD}f\u{FFFD}g h\ni\nj"
        #expect(calendar.first("NAME")?.text == clean && calendar.first("X-WR-CALNAME")?.text == clean)
        #expect(calendar.first("URL")?.value == "https://nova.example/%0D%0AX-EVIL:1")
        #expect(calendar.first("X-EVIL") == nil)
    }

    @Test("random Unicode is folded at 75 octets between characters and comes back whole")
    func folding() throws {
        var random = SeededGenerator(seed: 75)
        let scalars: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFC, 0x1F300...0x1FAFF,
        ]
        for _ in 0..<300 {
            var title = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...200, using: &random) {
                let range = scalars.randomElement(using: &random) ?? 0x20...0x7E
                let value = UInt32.random(in: range, using: &random)
                guard value != 0x2028, value != 0x2029, let scalar = Unicode.Scalar(value) else { continue }
                title.append(scalar)
            }
            let bytes = try Fixture.encoder.message(
                for: Fixture.invitation(to: Fixture.trainee(String(title)), .request), to: Fixture.session(),
                of: Fixture.program(title: String(title)))
            #expect(try lint(bytes) == [])
            let event = try #require(try ParsedCalendar.read(bytes).children("VEVENT").first)
            #expect(
                event.first("SUMMARY").map { Array($0.text.utf8.suffix(String(title).utf8.count)) }
                    == Array(String(title).utf8))
            #expect(event.first("ATTENDEE")?.parameters["CN"].map { Array($0.utf8) } == Array(String(title).utf8))
        }
    }

    @Test("many tasks that encode at once get the same bytes")
    func concurrency() async throws {
        let feed = try Fixture.feed((1...20).map { try Fixture.session(week: $0) })
        let expected = try Fixture.encoder.feed(feed)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<64 {
                group.addTask { try CalendarEncoder(zones: .shipped).feed(feed) }
            }
            for try await bytes in group { #expect(bytes == expected) }
        }
    }
}
