import Foundation
import Mail
import Mentoring
import MentoringService
import Testing

@Suite("The mails about another address")
struct MoveMailTests {
    /// What a letter says, its lines joined.
    private func words(_ purpose: MoveLetter.Purpose, merges: Bool) throws -> String {
        let box = try Letterbox()
        let letter = MoveLetter(
            reader: box.reader.email, purpose: purpose, merges: merges, program: box.program,
            link: "https://training.example.org/sign-ups/s3cret", secret: "s3cret", end: box.session.start,
            date: box.session.revised)
        let text = String(decoding: try box.mailer.message(.moving(letter)).bytes, as: UTF8.self)
        let end = try #require(text.range(of: "\r\n\r\n"))
        let body = try #require(Data(base64Encoded: String(text[end.upperBound...]), options: .ignoreUnknownCharacters))
        let lines = String(decoding: body, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 80 }, "\(lines)")
        return lines.joined(separator: " ")
    }

    @Test("say what comes of doing nothing, and what undoing does not do")
    func consequences() throws {
        let moved = try words(.prove, merges: false)
        #expect(moved.contains("If it was not, do nothing: without that it comes to nothing."))
        #expect(!moved.contains("one person"))
        let merged = try words(.prove, merges: true)
        #expect(merged.contains("you and somebody here with another address are one person."))
        #expect(merged.contains("Until then nothing changes for you."))
        #expect(merged.contains("If it was not, do nothing: without that it comes to nothing."))
        #expect(try !words(.undo, merges: false).contains("part the two"))
        #expect(try words(.undo, merges: true).contains("It does not part the two again"))
    }
}
