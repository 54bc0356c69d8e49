import Testing

@testable import WebServer

@Suite("Links")
struct LinkTests {
    @Test(
        "lead only to pages and channels",
        arguments: [
            "https://meet.example.org/nova", "http://example.org", "ircs://irc.oftc.net/nova", "IRC://irc.oftc.net/a",
        ])
    func addresses(text: String) {
        #expect(Link.address(text) == text)
    }

    @Test(
        "are not made of anything else",
        arguments: [
            "javascript:alert(1)", "data:text/html,x", "room 12", "https://", " https://example.org",
            "https://example.org a", "mailto:a@example.org", "java\tscript:x", "//example.org", "",
        ])
    func texts(text: String) {
        #expect(Link.address(text) == nil)
    }

    @Test("for letters hold addresses of every legal kind")
    func mail() {
        #expect(Link.mail(to: "nova@example.org") == "mailto:nova@example.org")
        let odd = Link.mail(to: "a?b&c%d@example.org", about: "nova-202701-w01")
        #expect(odd == "mailto:a%3Fb%26c%25d@example.org?subject=nova-202701-w01")
    }

    @Test(
        "carry the zone",
        arguments: [(nil, ""), ("Europe/Berlin", "?zone=Europe/Berlin"), ("Etc/GMT+5", "?zone=Etc/GMT%2B5")])
    func query(zone: String?, query: String) {
        #expect(Link.query(zone: zone) == query)
    }
}
