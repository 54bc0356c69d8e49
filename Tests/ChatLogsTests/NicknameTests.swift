import ChatLogs
import Testing

@Suite("a nickname")
struct NicknameTests {
    @Test(
        "is the same in every spelling that a server takes for one",
        arguments: [
            ("Ada", "aDA"), ("ada[m]", "ADA{M}"), ("a\\b~", "A|B^"), ("_-`0", "_-`0"), ("@ada", "ada"),
            ("@ada:example.org", "Ada:example.org"), ("Ada Okafor", "ada okafor (she/her)"),
            ("Ada Okafor [they/them]", "Ada Okafor | She/They"), ("Ada Okafor", "Ada Okafor - he/him/his"),
            ("Ada Okafor", "Ada\u{A0}Okafor"), ("Ada Okafor", "ada\u{202F}okafor"), ("Ada Okafor", "Ada\u{2009}Okafor"),
            ("佐藤 明", "佐藤\u{3000}明"), ("Ada Okafor", "Ada\u{A0}Okafor\u{A0}(she/her)"),
        ])
    func same(one: String, other: String) throws {
        let (one, other) = (try #require(Nickname(one)), try #require(Nickname(other)))
        #expect(one == other)
        #expect(one.key == other.key)
        #expect(Set([one, other]).count == 1)
    }

    @Test(
        "is another when more than that differs",
        arguments: [
            ("ada", "ada_"), ("É", "é"), ("a@", "a`"), ("Ada Okafor", "Ada O"), ("@", "+"),
            ("Ada", "Ada (Nova/Glance)"), ("she/her", "he/him"),
        ])
    func different(one: String, other: String) { #expect(Nickname(one) != Nickname(other)) }

    @Test(
        "has at most 64 bytes without anything unseen, and one blank between words",
        arguments: [
            "", " ", "two  blanks", " ada", "ada ", "tab\t", "two\nlines", "a\u{0}", "a\u{7F}", "a\u{200B}",
            "a\u{202E}b",
            String(repeating: "x", count: 65),
        ])
    func none(text: String) { #expect(Nickname(text) == nil) }
}
