import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing

/// Something to send much of: a name, and the message for about so many bytes.
struct Flood: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let message: @Sendable (Int) -> [UInt8]

    init(_ name: String, _ message: @escaping @Sendable (Int) -> String) {
        testDescription = name
        self.message = { Array(message($0).utf8) }
    }

    static func repeated(_ name: String, _ unit: String, head: String = "", tail: String = "") -> Flood {
        Flood(name) { head + String(repeating: unit, count: $0 / unit.utf8.count) + tail }
    }

    private static let multipart = "Content-Type: multipart/mixed; boundary=b\n\n"

    static let all: [Flood] = [
        .repeated("one long line", "a"), .repeated("one long line in the body", "a", head: "A: b\n\n"),
        .repeated("many fields", "A: b\n"), .repeated("many folds", "\n ", head: "Subject: a"),
        .repeated("many line ends", "\n", head: multipart), .repeated("many dashes", "--\n", head: multipart),
        .repeated("near delimiters", "--bx\n", head: multipart),
        .repeated("delimiters and blanks", "--b" + String(repeating: " ", count: 999) + "x\n", head: multipart),
        .repeated("many parts", "--b\n\n", head: multipart),
        .repeated("a part's header", "--b\nA: b\n", head: multipart),
        .repeated("many addresses", "a@b.example, ", head: "To: "), .repeated("no addresses", ",", head: "To: "),
        .repeated("open comments", "(", head: "From: "), .repeated("closed comments", "()", head: "From: "),
        .repeated("many angles", "<", head: "To: "), .repeated("many quotes", "\"\\", head: "From: "),
        .repeated("encoded words", "=?utf-8?q?=C3?= ", head: "Subject: "),
        .repeated("no encoded words", "=?", head: "Subject: "),
        .repeated("half words", "=?utf-8?q?", head: "Subject: "),
        .repeated("results", "Authentication-Results: mx.example.org; (((\n", head: "From: a@b.example\n"),
        .repeated("statements", "; a=b", head: "From: a@b.example\nAuthentication-Results: mx.example.org"),
        .repeated("parameters", "; a*0=b", head: "Content-Type: text/calendar"),
        .repeated("base64", "QUFB\n", head: "Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n"),
        .repeated(
            "soft line ends", "=\n",
            head: "Content-Type: text/calendar\nContent-Transfer-Encoding: quoted-printable\n\n"),
        .repeated(
            "blanks in quoted-printable", " ",
            head: "Content-Type: text/calendar\nContent-Transfer-Encoding: quoted-printable\n\n"),
        .repeated("a calendar's line", "a", head: "Content-Type: text/calendar; charset=iso-8859-1\n\nBEGIN:"),
        .repeated(
            "report blocks", "A: b\n\n",
            head: "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                + "Content-Type: message/delivery-status\n\n", tail: "\n--b--\n"),
        Flood("full calendars") { size in
            let lines = String(repeating: "ATTENDEE;A=\"\";A=\"\":b\n", count: size / 100)
            let calendar =
                "Content-Type: text/calendar\n\n"
                + "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n\(lines)END:VEVENT\nEND:VCALENDAR\n"
            return Incoming.multipart(Array(repeating: calendar, count: 4))
        },
        Flood("multiparts within each other") { size in
            (0..<(size / 100)).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        },
        Flood("boundaries that begin like each other") { size in
            var head = ""
            for level in 1...8 {
                let boundary = String(repeating: "b", count: level)
                head += "Content-Type: multipart/mixed; boundary=\(boundary)\n\n--\(boundary)\n"
            }
            return head + "\n" + String(repeating: "--bbbbbbbbbx\n", count: size / 13)
                + (1...8).reversed().map { "--\(String(repeating: "b", count: $0))--\n" }.joined()
        },
    ]
}

@Suite("Hostile mail")
struct IncomingHostileTests {
    private static let size = 100_000

    /// What a processor does to read a harmless mail of that size, every byte of which is decoded.
    private static let harmless: Int64 = {
        let text = Incoming.message("Content-Type: text/calendar", "Content-Transfer-Encoding: base64", body: "")
        return work(ofReading: Array((text + String(repeating: "QUFB", count: size / 4)).utf8))
    }()

    /// The processor's time that this thread spends, whatever else the machine does meanwhile, in nanoseconds.
    private static func work(ofReading bytes: [UInt8]) -> Int64 {
        func spent() -> Int64 {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
        }
        return (0..<3).map { _ in
            let before = spent()
            _ = Incoming.read(bytes)
            return spent() - before
        }.min() ?? 0
    }

    @Test("costs no more than in proportion to a harmless mail of its size", arguments: Flood.all)
    func cost(flood: Flood) {
        let message = flood.message(Self.size)
        #expect(Self.work(ofReading: message) < Self.harmless * 50)
        switch Incoming.read(message).content {
        case .unusable, .damagedAnswer: break
        case .answer, .leave, .bounce: Issue.record("it was used")
        }
    }

    @Test("of more than 10 MB is not looked at")
    func size() {
        let full = Array(Incoming.calendar(Incoming.reply()).utf8)
        #expect(Incoming.read(full + Array(repeating: 0x0A, count: 1_000_000)).content != Incoming.read([]).content)
        let mail = Incoming.read(full + Array(repeating: 0x0A, count: 10_000_001 - full.count))
        #expect(mail.content == .unusable("it has more than 10000000 bytes, the most that is read of a mail"))
        #expect(mail.sender == nil)
        #expect(Incoming.read(Array(repeating: 0x61, count: 50_000_000)).content == mail.content)
    }

    @Test("has a header that is too long, or has too many fields")
    func headers() {
        let long = "X: " + String(repeating: "a", count: 1 << 18)
        #expect(
            Incoming.refusal(Incoming.message(long)) == "its header has more than 262144 bytes, the most that is read")
        #expect(
            Incoming.refusal(Incoming.message(String(repeating: "A: b\n", count: 1000)))
                == "its header has more than 1000 fields, the most that are read")
        let open = Incoming.multipart([long + "\n\nHello", "Content-Type: text/calendar\n\n" + Incoming.reply()])
        #expect(Incoming.refusal(open) == "its header has more than 262144 bytes, the most that is read")
    }

    @Test("that is damaged in any way is read or refused", arguments: 0..<8)
    func damage(seed: Int) {
        var chance = Damage(state: UInt64(seed))
        let samples = [
            ProgramsAnswers.gmail, ProgramsAnswers.apple, ProgramsAnswers.thunderbird, ProgramsAnswers.evolution,
            ProgramsAnswers.exchange(method: "COUNTER", prefix: "=?utf-8?B?w4lqYQ==?=", status: "TENTATIVE", more: ""),
        ]
        for round in 0..<150 {
            var bytes = Array(samples[round % samples.count].utf8)
            for _ in 0..<Int.random(in: 1...8, using: &chance) {
                let position = Int.random(in: bytes.indices, using: &chance)
                switch Int.random(in: 0..<5, using: &chance) {
                case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
                case 1: bytes[position] = "\"()<>@,;:\\/[]?=-\r\n \0\u{7F}%*'.".utf8.randomElement(using: &chance) ?? 0
                case 2: bytes.remove(at: position)
                case 3: bytes.insert(contentsOf: bytes[position...].prefix(60), at: position)
                default: bytes.removeSubrange(position..<min(bytes.count, position + 40))
                }
            }
            let mail = Incoming.read(bytes)
            #expect(OneLine.shown(mail.subject) == mail.subject)
            if case .unusable(let reason) = mail.content {
                #expect(!reason.isEmpty && reason.utf8.count < 400 && OneLine.shown(reason) == reason, "\(reason)")
            }
            if case .answer(let answer) = mail.content, let comment = answer.comment {
                #expect(OneLine.shown(comment) == comment)
            }
        }
    }
}

/// SplitMix64: the same damage in every run.
private struct Damage: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
