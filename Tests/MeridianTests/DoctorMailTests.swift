import Foundation
import Testing

@Suite("A test letter of doctor's")
struct DoctorMailTests {
    private static let contact = "nova-training@example.org"

    private func meridian() async throws -> CommandRunner {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        return meridian
    }

    @Test("goes from the program's contact to whom it was asked for, past the outbox, and is said to have been taken")
    func taken() async throws {
        let meridian = try await meridian()
        let before = try await meridian.run("outbox", "list", "--json").output
        let doctor = try await meridian.run("doctor", "--mail", "ada@example.net", "--to-dir", "tried")
        #expect(doctor.status == 0)
        #expect(doctor.output.contains("from \(Self.contact) to ada@example.net was taken; look whether it arrives"))
        let letter = try String(
            contentsOf: meridian.folder.appending(path: "tried/000000.eml"), encoding: .utf8)
        #expect(letter.contains("\r\nTo: ada@example.net\r\n") && letter.contains("<\(Self.contact)>\r\n"))
        #expect(letter.contains("\r\nAuto-Submitted: auto-generated\r\n"))
        #expect(try await meridian.run("outbox", "list", "--json").output == before)
    }

    @Test("that nobody takes says why, beside all else that is examined, and ends with 69")
    func notTaken() async throws {
        let meridian = try await meridian()
        let script = meridian.folder.appending(path: "sendmail")
        try Data("#!/bin/sh\ncat > /dev/null; echo 550 relaying denied >&2; exit 69\n".utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
        let cases = [
            (script.path, "did not take it (exit status 69): 550 relaying denied"),
            ("/nowhere/sendmail", "no mail can leave: there is no /nowhere/sendmail; name the sendmail program"),
        ]
        for (path, words) in cases {
            let doctor = try await meridian.run("doctor", "--mail", "ada@example.net", "--sendmail", path)
            #expect(doctor.status == 69)
            #expect(doctor.output.contains("Integrity") && doctor.output.contains(words), "\(doctor.output)")
            #expect(doctor.errors.contains("not every test letter was taken"))
        }
        let json = try await meridian.run(
            "doctor", "--mail", "ada@example.net", "--sendmail", "/nowhere/sendmail", "--json")
        #expect(json.status == 69 && json.output.contains(#""isTaken":false"#), "\(json.output)")
    }

    @Test("is asked for with an address, where there is a program whose contact can send it")
    func refused() async throws {
        let meridian = try await meridian()
        #expect(try await meridian.run("doctor", "--mail", "ada").status == 65)
        let restored = try CommandRunner()
        try #require(try await restored.run("program", "apply", "nothing.yaml").status != 0)
        #expect(try await restored.run("doctor", "--mail", "ada@example.net").status == 74)
    }

    @Test("is not asked for, and nothing is said of mail")
    func unasked() async throws {
        let doctor = try await meridian().run("doctor", "--sendmail", "/nowhere/sendmail")
        #expect(doctor.status == 0 && !doctor.output.contains("Test mail"))
    }
}
