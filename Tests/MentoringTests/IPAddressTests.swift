import Mentoring
import MentoringService
import Testing

@Suite("An address of the internet")
struct IPAddressTests {
    @Test(
        "is public when anybody can have it",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
            "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255", "192.169.0.0",
            "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888", "2a00::1",
        ])
    func open(text: String) throws { #expect(try #require(IPAddress(text)).isPublic) }

    @Test(
        "is not when it is set apart",
        arguments: [
            "0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1",
            "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::ffff:1.1.1.1", "::1.1.1.1", "64:ff9b::1.1.1.1", "64:ff9b:1::1", "100::1",
            "2001::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1",
            "fe80::1", "fec0::1", "ff02::1",
        ])
    func apart(text: String) throws { #expect(try !#require(IPAddress(text)).isPublic) }

    @Test("is read and written as such, and nothing else is one", arguments: ["192.0.2.1", "2001:db8::1", "::1"])
    func text(text: String) throws { #expect(IPAddress(text)?.description == text) }

    @Test(
        "is nothing else",
        arguments: ["", "localhost", "127.1", "0x7f000001", "2130706433", "1.2.3.4.5", "::1%lo", "[::1]"])
    func none(text: String) { #expect(IPAddress(text) == nil) }
}
