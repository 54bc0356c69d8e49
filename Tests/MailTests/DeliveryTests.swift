import Foundation
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("Delivery")
struct DeliveryTests {
    private static func message(_ bytes: [UInt8] = Array("Subject: x\r\n\r\nHello\r\n.\r\n".utf8)) throws
        -> OutboxMessage
    {
        var message = try Letterbox().mail()
        message.id = Identifier(42)
        message.bytes = bytes
        return message
    }

    private static func sender() throws -> EmailAddress { try EmailAddress("nova-training@example.org") }

    /// Longer than a machine can be busy with all other tests.

    @Test("sendmail gets sender, recipient and the message byte for byte")
    func handsOver() async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.script("cd \"$(dirname \"$0\")\"; printf '%s\\n' \"$@\" > arguments; cat > stdin")
        let message = try Self.message(Array(0...255) + (0..<300_000).map { UInt8(truncatingIfNeeded: $0) })
        #expect(
            try await SendmailDelivery(path: path, patience: .patience).deliver(
                message, from: try Self.sender()) == .sent)
        #expect(try directory.content("stdin") == message.bytes)
        #expect(
            String(decoding: try directory.content("arguments"), as: UTF8.self)
                == "-i\n-f\nnova-training@example.org\n--\npriya@example.net\n")
    }

    @Test("sendmail that is not there, or that nobody may run, is known before it is tried")
    func obstacle() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.script("exit 75")
        #expect(SendmailDelivery(path: path).obstacle == nil)
        #expect(DirectoryDelivery(path: "/nowhere").obstacle == nil)
        #expect(
            SendmailDelivery(path: path + "2").obstacle
                == "no mail can leave: there is no \(path)2; name the sendmail program with --sendmail PATH, or leave mail in the outbox with --no-mail"
        )
        let folder = try #require(path.range(of: "/", options: .backwards)).lowerBound
        for path in [String(path[..<folder]), "/etc/passwd"] {
            let words = SendmailDelivery(path: path).obstacle
            #expect(words?.hasPrefix("no mail can leave: \(path) is no program that this user may run; name") == true)
        }
    }

    @Test("sendmail inherits neither our secrets nor our open files")
    func inheritsNothing() async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.script(
            "cd \"$(dirname \"$0\")\"; env > environment; ls /proc/self/fd > files; cat > /dev/null")
        setenv("MERIDIAN_TOKEN", "canary-secret", 1)
        defer { unsetenv("MERIDIAN_TOKEN") }
        let secret = open("/dev/null", O_RDONLY)
        defer { close(secret) }
        #expect(
            try await SendmailDelivery(path: path, patience: .patience).deliver(
                try Self.message(), from: try Self.sender()) == .sent)
        let environment = String(decoding: try directory.content("environment"), as: UTF8.self)
        #expect(!environment.contains("MERIDIAN") && !environment.contains("canary"))
        #expect(environment.contains("PATH="))
        // Its three own, and the one by which ls reads the folder.
        let files = String(decoding: try directory.content("files"), as: UTF8.self).split(separator: "\n")
        #expect(files == ["0", "1", "2", "3"])
    }

    @Test(
        "sendmail's exit status decides",
        arguments: [
            ("exit 0", nil, nil), ("echo 'queue full' >&2; exit 75", "queue full", nil),
            ("kill -9 $$", "killed by signal 9", nil),
            ("echo 'no such\u{7}user' >&2; echo more >&2; echo most >&2; exit 67", nil, ": no such\u{FFFD}user; more"),
            ("exit 68", nil, "refused it"),
            // What msmtp says of a recipient, of us as a sender, and of a relay that is not for us.
            (
                "echo 'recipient address a@x.org not accepted by the server' >&2; echo 'server message: 550 5.1.1 no' >&2; exit 65",
                nil, "550 5.1.1 no"
            ),
            (
                "echo 'recipient address a@x.org not accepted by the server' >&2; echo 'server message: 550 no' >&2; exit 65",
                nil, "550 no"
            ),
            (
                "echo 'recipient address a@x.org not accepted by the server' >&2; echo '554 5.7.1 relay access denied' >&2; exit 65",
                "relay access denied", nil
            ), ("echo 'envelope from address not accepted: 550 5.1.8 who?' >&2; exit 65", "5.1.8", nil),
            ("exit 65", "(exit status 65)", nil),
            // Trouble on this side is nobody's fault.
            ("exit 1", "(exit status 1)", nil), ("exit 69", "(exit status 69)", nil), ("exit 78", "78", nil),
        ] as [(String, String?, String?)])
    func judges(body: String, tryAgain: String?, refused: String?) async throws {
        let directory = try TemporaryDirectory()
        // Nothing reads the message here: a megabyte of it must neither kill nor hang us.
        let message = try Self.message([UInt8](repeating: 65, count: 1 << 20))
        let outcome = try await SendmailDelivery(path: try directory.script(body), patience: .patience).deliver(
            message, from: try Self.sender())
        switch outcome {
        case .sent: #expect(tryAgain == nil && refused == nil)
        case .tryAgain(let reason): #expect(reason.contains(try #require(tryAgain)))
        case .refused(let reason): #expect(reason.hasSuffix(try #require(refused)))
        }
    }

    @Test(
        "what somebody else wrote is given up on when it is refused for what it says, and our own is not",
        arguments: [
            ("554 5.7.1 spam", true), ("550 5.7.26 unauthenticated", true), ("554 5.6.0 bad content", true),
            ("552 too long", true), ("554 no", true), ("530 5.7.0 authentication required", false),
            ("554 5.7.1 relay access denied", false), ("451 4.7.1 later", false), ("452 4.2.2 full", false),
        ])
    func content(said: String, isRefused: Bool) async throws {
        let directory = try TemporaryDirectory()
        let delivery = SendmailDelivery(
            path: try directory.script("echo '\(said)' >&2; exit 65"), patience: .patience)
        let others = try Self.message(Array("\(OutboxMessage.forwardedField): nova\r\n\r\nHello".utf8))
        let ours = try Self.message(Array("Subject: a\r\n\r\n\(OutboxMessage.forwardedField): nova".utf8))
        for (message, isGivenUp) in [(others, isRefused), (ours, false)] {
            switch try await delivery.deliver(message, from: try Self.sender()) {
            case .sent: Issue.record("sent")
            case .tryAgain: #expect(!isGivenUp)
            case .refused: #expect(isGivenUp)
            }
        }
    }

    @Test("a sendmail that hangs is ended, and the message tried again later")
    func hangs() async throws {
        let directory = try TemporaryDirectory()
        let delivery = SendmailDelivery(path: try directory.script("exec sleep 600"), patience: .milliseconds(100))
        let outcome = try await delivery.deliver(try Self.message(), from: try Self.sender())
        guard case .tryAgain(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("took longer than"))
    }

    @Test("a sendmail that is not there is unreachable, and said so by its path")
    func missing() async throws {
        let delivery = SendmailDelivery(path: "/nowhere/sendmail")
        let failure = await #expect(throws: Unreachable.self) {
            try await delivery.deliver(try Self.message(), from: try Self.sender())
        }
        #expect(failure?.description.hasPrefix("cannot run /nowhere/sendmail: ") == true)
        #expect(failure?.description.hasSuffix("name the sendmail program with --sendmail PATH") == true)
    }

    @Test("a directory gets one file a message, and a retry leaves it as it was")
    func directory() async throws {
        let directory = try TemporaryDirectory()
        let delivery = DirectoryDelivery(path: directory.path)
        let message = try Self.message()
        for _ in 0..<2 {
            #expect(try await delivery.deliver(message, from: try Self.sender()) == .sent)
            #expect(try directory.names() == ["000042.eml"])
            #expect(try directory.content("000042.eml") == message.bytes)
        }
    }

    @Test("a directory that is not there is unreachable, and said so by its path")
    func missingDirectory() async throws {
        let failure = await #expect(throws: Unreachable.self) {
            try await DirectoryDelivery(path: "/nowhere/mail").deliver(try Self.message(), from: try Self.sender())
        }
        #expect(failure?.description.hasPrefix("cannot write mail to /nowhere/mail/000042.eml: ") == true)
    }
}
