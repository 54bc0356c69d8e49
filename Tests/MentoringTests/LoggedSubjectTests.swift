import CivilTime
import Mentoring
import MentoringAPI
import TestSupport
import Testing

@testable import MentoringService

@Suite("What is written down names to what or to whom it was done")
struct LoggedSubjectTests {
    /// What is about whoever asks, or about a program or the server as a whole, or says by itself whom it concerns.
    private static let withoutSubject: Set = [
        // About whoever asks, unless somebody is named.
        "addNickname", "leaveProgram", "rotateFeed", "setMentor", "setPerson", "showPersonalFeed", "signOut",
        // About a program as a whole, or the server.
        "applyProgram", "archiveProgram", "fetchChanges", "inviteMentors", "pauseProgram", "planSeason", "releaseMail",
        "reopenProgram", "resumeProgram",
        // A nickname is a text that somebody wrote; whose it was is looked up.
        "removeNickname",
    ]

    @Test("by each request that changes something, but for those that are about who asks, or about a whole")
    func everyRequest() {
        let silent = Requests.all.filter { $0.isLogged && $0.route.method != .get && !namesSomething($0) }
        #expect(Set(silent.map { $0.name }) == Self.withoutSubject)
    }

    /// Whether a field that is never left out says it, or the answer.
    private func namesSomething<R: HandledRequest>(_ request: R.Type) -> Bool {
        if R.Answer.self is any SaysWhatWasDone.Type { return true }
        let others = R.route.otherFields
        return R.route.fields.contains { field in
            guard !field.isOptional else { return false }
            if field.kind == .email { return true }
            if case .person = field.kind { return true }
            guard !others.contains(field), field.name != FieldDescription.program.name else { return false }
            if [FieldDescription.Kind.code, .shortName].contains(field.kind) { return true }
            return switch field.kind {
            case .number, .choice: true
            default: false
            }
        }
    }

    @Test("a mentor's busy times name the slots that leave dates out")
    func busyTimes() async throws {
        let fixture = try await Fixture.with(small())
        let akira = try EmailAddress("akira@example.org")
        _ = try await fixture.client(.machine(as: akira)).ask(
            ImportBusyTimes(program: "nova", times: "3 2027-01-05T08:00:00Z/2027-01-05T09:00:00Z"))
        let slot = try #require(
            try await fixture.client().ask(ListSlots(program: "nova")).first { $0.mentor == "Akira" })
        let entry = try #require(try await fixture.client().ask(ShowLog(program: "nova", most: 1)).first)
        #expect(entry.action == "importBusyTimes")
        #expect(entry.subject == "\(slot.id)")
        #expect(entry.actor == akira)
    }
}
