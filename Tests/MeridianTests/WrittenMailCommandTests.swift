import Testing

@Suite("A mail in words at the command line")
struct WrittenMailCommandTests {
    private static let mail = """
        From: Ada Okafor <ada@example.net>
        To: nova-training@example.org
        Subject: =?koi8-r?B?98/Q0s/T?=
        Message-ID: <1@example.net>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=koi8-r
        Content-Transfer-Encoding: base64

        7c/Wzs8g0NLJytTJINfPINfUz9LOycs/Chsb
        --b
        Content-Type: application/pdf; name=plan.pdf

        x
        --b--

        """

    @Test(
        "is sent on, listed, and shown decoded to those who organize, here and over a server",
        arguments: BackEnd.allCases)
    func shown(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let added = try await meridian.run(arguments: ["organizer", "add", "nova", "olga@example.org"], at: .database)
        #expect(added.status == 0)
        func receive() async throws -> CommandRunner.Outcome {
            try await meridian.run(arguments: ["mail", "receive"], input: Self.mail, at: .database)
        }
        #expect(try await receive().output == "sent on to the program's organizers as mail 1\n")
        #expect(try await receive().output == "mail 1: nothing new: it came before\n")
        let list = try await meridian.run("mail", "list", "nova")
        #expect(list.status == 0)
        #expect(list.lines.contains { $0.contains("Ada Okafor") && $0.contains("Вопрос") && $0.hasSuffix("sent on") })
        let shown = try await meridian.run("mail", "show", "1")
        #expect(shown.output.hasSuffix("\n\nМожно прийти во вторник?\n\u{FFFD}\u{FFFD}\n"))
        #expect(shown.lines.contains("Attached  plan.pdf (application/pdf)"))
        #expect(shown.lines.contains("From      Ada Okafor <ada@example.net>"))
        #expect(try await meridian.run("mail", "list").output == "no mail was set aside\n")
        let missing = try await meridian.run("mail", "show", "2")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("there is no mail 2; see those that there are: meridian mail list PROGRAM"))
        #expect(
            try await meridian.run("health", "nova").output.contains(
                "Mails in words: 1 in the last 7 days, 0 this season"))
    }

    @Test("is kept where nobody organizes the program, and doctor and health say so")
    func unread() async throws {
        let meridian = try CommandRunner(.database)
        try await meridian.planExample()
        func said(_ command: String...) async throws -> String {
            try await meridian.run(arguments: command, at: .database).output.split { $0.isWhitespace }.joined(
                separator: " ")
        }
        #expect(try await !said("doctor").contains("nobody organizes"))
        #expect(
            try await meridian.run(arguments: ["mail", "receive"], input: Self.mail, at: .database).output
                == "kept as mail 1: nobody organizes nova, so it is kept for meridian mail show 1\n")
        let remedy = "is sent to nobody: meridian mail list nova"
        #expect(try await said("doctor").contains("Mail nobody organizes nova, so what people write to it \(remedy)"))
        #expect(try await said("health", "nova").contains("nobody organizes nova, so they are sent to nobody"))
        #expect(try await said("outbox", "list").contains("Fwd") == false)
    }
}
