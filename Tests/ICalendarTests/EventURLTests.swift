import ICalendar
import Mentoring
import Testing

/// Where an event leads (RFC 5545 §3.8.4.6).
@Suite("The URL of an event")
struct EventURLTests {
    private func urls(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").filter {
            $0.hasPrefix("URL:")
        }
    }

    private func feed(at base: String?, isKnown: Bool = true, location: String) throws -> [Substring] {
        var feed = try Fixture.feed([Fixture.session(location: location)])
        feed.url = nil
        feed.addresses = try base.map { try FeedAddresses(base: $0, isKnown: isKnown) }
        return urls(try Fixture.encoder.feed(feed))
    }

    @Test(
        "is the session's page, at whatever path the server is reached, wherever the session is held",
        arguments: ["irc://irc.oftc.net/nova", "#nova on OFTC", ""])
    func page(location: String) throws {
        for (base, root) in [
            ("https://training.example.org", "https://training.example.org"),
            ("https://example.org/training/", "https://example.org/training"),
        ] {
            #expect(try feed(at: base, location: location) == ["URL:\(root)/nova/nova-202701-w03-asia"])
        }
    }

    @Test(
        "is where the session is held, if that is an address, as long as nobody has said where people reach the server")
    func location() throws {
        for base in ["http://127.0.0.1:8080", nil] {
            #expect(
                try feed(at: base, isKnown: false, location: "irc://irc.oftc.net/nova") == [
                    "URL:irc://irc.oftc.net/nova"
                ])
            #expect(try feed(at: base, isKnown: false, location: "#nova on OFTC").isEmpty)
        }
    }

    @Test("is the same in an invitation as in a feed, and the same bytes each time")
    func invitation() throws {
        let addresses = try FeedAddresses(base: "https://training.example.org")
        for method in [Invitation.Method.request, .cancel] {
            let invitation = try Fixture.invitation(to: Fixture.trainee(), method)
            let bytes = try Fixture.encoder.message(
                for: invitation, to: Fixture.session(), of: Fixture.program(), at: addresses)
            #expect(urls(bytes) == ["URL:https://training.example.org/nova/nova-202701-w03-asia"])
            #expect(
                try Fixture.encoder.message(
                    for: invitation, to: Fixture.session(), of: Fixture.program(), at: addresses)
                    == bytes)
        }
    }
}
