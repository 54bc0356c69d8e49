import ChatLogs
import CivilTime
import Testing

@Suite("a log that wishes ill")
struct HostileLogTests {
    @Test(
        "is refused with its line when it is none",
        arguments: [
            ("", "1: is empty; expected \(kinds)"),
            ("\n \r\n\n", "1: is empty; expected \(kinds)"),
            ("<!DOCTYPE html>\n", "1: is a web page; take the text beside it (MeetBot's .log.txt)"),
            ("hello\n", "1: “hello” does not begin with a time; expected \(kinds)"),
            ("25:00 <a> b\n", "1: “25:00 <a> b” does not begin with a time; expected \(kinds)"),
            (
                "2027-02-30 16:00:00\ta\tb\n",
                "1: “2027-02-30 16:00:00\ta\tb” does not begin with a time; expected \(kinds)"
            ),
            (
                "--- Log opened Di Jänner 12 16:57:58 2027\n",
                "1: “--- Log opened Di Jänner 12 16:57:58 202” does not begin with a time; expected \(kinds)"
            ),
            (
                "17:00 <a> b\n--- Day changed Mi Jänner 13 2027\n",
                "2: “--- Day changed Mi Jänner 13 2027” does not begin with a time; expected \(kinds)"
            ),
            (
                "Ada Okafor: hello\nzoe: hi\n",
                "1: “Ada Okafor: hello” does not begin with a time (what is copied from Zulip has none: take an archive of it with its times, or record who came by name); expected \(kinds)"
            ),
            ("<zoe> hello\n", "1: “<zoe> hello” does not begin with a time; expected \(kinds)"),
            ("16:00 all quiet\n", "nobody speaks in it; 1 line unread, first at line 1; expected \(kinds)"),
            ("16:00 -!- a [b@c] has joined #x\n", "nobody speaks in it; expected \(kinds)"),
            ("[{\"user\": \"U1\", \"text\": \"hi\"}]\n", "1: is JSON; export the conversation as plain text"),
            (
                "16:00:12 \u{1B}[2J\n\u{1B}]0;x\u{7}\n",
                "nobody speaks in it; 2 lines unread, first at line 1; expected \(kinds)"
            ),
            ("\u{202E}evil\n", "1: “\u{FFFD}evil” does not begin with a time; expected \(kinds)"),
        ])
    func refused(text: String, message: String) {
        let error = #expect(throws: NotAChatLog.self) { try Samples.read(text) }
        #expect(error?.description == message)
    }

    @Test(
        "colours and control characters are left out of a nickname",
        arguments: [
            "17:00 <\u{3}04ada\u{F}> hi", "17:00 <\u{3}04,12@ada> hi", "17:00 <\u{2}a\u{1D}d\u{1F}a\u{2}> hi",
            "17:00 <\u{4}FF8000ada> hi", "\u{0}17:00 <ada\u{0}> hi", "17:00 <\u{3}ada> \u{3}4hi\u{0}\u{1B}[31m",
            "\u{3}14[\u{F}17:00] <+ada> hi",
        ])
    func colours(line: String) throws {
        #expect(try Samples.read(line).summary == ["ada 1"])
    }

    @Test("a nickname that turns text around is not taken for another's")
    func bidirectional() throws {
        let log = try Samples.read("17:00 <ada> a\n17:01 <a\u{202E}da> b\n17:02 <\u{2066}> c")
        #expect(log.summary == ["ada 1", "a\u{FFFD}da 1", "\u{FFFD} 1"])
    }

    @Test(
        "what is no nickname is nobody",
        arguments: ["<>", "< >", "<\(String(repeating: "x", count: 65))>", "<x", "*", "* "])
    func nobody(name: String) throws {
        #expect(try Samples.read("17:00 <ada> a\n17:01 \(name) b").summary.first == "ada 1")
        #expect(try Samples.read("17:00 <ada> a\n17:01 \(name)").speakers.count == 1)
    }

    @Test("lines of ISO 8859-1 stand beside lines of UTF-8")
    func encodings() throws {
        let latin: [UInt8] = Array("17:01 <j".utf8) + [0xF6] + Array("rg> gr".utf8) + [0xFC, 0xDF, 0x0A]
        let log = try Samples.read(Array("17:00 <jörg> grüß\n".utf8) + latin)
        #expect(log.summary == ["jörg 2"])
        let blank: [UInt8] = Array("17:01 <ada".utf8) + [0xA0] + Array("m".utf8) + [0xFC] + Array("ller> x\n".utf8)
        #expect(try Samples.read(blank).summary == ["ada müller 1"])
    }

    @Test("the end of a long line is of no interest, wherever a piece ends")
    func longLine() throws {
        let text = "17:00 <ada> " + String(repeating: "x", count: 1 << 20) + "<eve>\n17:01 <bob> b"
        #expect(try Samples.read(text, pieces: 65_536).summary == ["ada 1", "bob 1"])
        #expect(throws: NotAChatLog.self) { try Samples.read(String(repeating: "1", count: 1 << 20)) }
    }

    @Test("too much is refused: bytes, and nicknames")
    func limits() throws {
        var reader = ChatLogReader()
        try reader.read(Array("17:00 <ada> ".utf8))
        let mebibyte = [UInt8](repeating: 0x78, count: 1 << 20)
        for _ in 1..<ChatLogReader.mostBytes >> 20 { try reader.read(mebibyte) }
        #expect(throws: NotAChatLog.self) { try reader.read(mebibyte) }
        let crowd = (1...ChatLogReader.mostNicknames).map { "17:00 <n\($0)> x\n" }.joined()
        #expect(try Samples.read(crowd).speakers.count == ChatLogReader.mostNicknames)
        let error = #expect(throws: NotAChatLog.self) { try Samples.read(crowd + "17:00 <m> x\n") }
        #expect(error?.line == ChatLogReader.mostNicknames + 1)
    }

    @Test("a file of lines that nobody understands is given up, and so is one of too many lines")
    func lines() throws {
        let strange = try #require(
            #expect(throws: NotAChatLog.self) { try Samples.read(String(repeating: "x\n", count: 100_001)) })
        #expect(strange.line == 1)
        #expect(throws: NotAChatLog.self) {
            try Samples.read("16:00 <a> b" + String(repeating: "\n", count: ChatLogReader.mostLines))
        }
    }

    @Test("any bytes are read or refused, and nothing else happens")
    func anything() {
        var generator = SplitMix64(state: 7)
        let alphabet = Array("17:0 <>*-!@\t\n\r\u{0}\u{3}\u{4},ada[]~".utf8) + [0xC3, 0xE2, 0x80, 0xFF]
        for _ in 1...2_000 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let whole = Result { try Samples.read(bytes) }
            let pieces = Result { try Samples.read(bytes, pieces: 3) }
            #expect((try? whole.get()) == (try? pieces.get()))
        }
    }
}

private let kinds =
    "lines such as “16:00:12 <nick> text” or “[2027-01-12 16:00] Name: text”, as chat programs write them"

/// Steele and Vigna's SplitMix64.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
