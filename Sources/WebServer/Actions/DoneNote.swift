import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Pictures
import TimeZoneCatalog
import Wording

/// What a form has done, said on the page to which one comes back from it.
///
/// The page's address has none of the words, but the key under which the answer is kept for whoever sent the form: the page can be
/// loaded again, nobody else's browser is told, and no link has a page say anything.
struct DoneNote: Encodable {
    /// The names of the field in the page's address: of what was done just now, and of what had been done when the same was sent
    /// before, by a browser that went back or a button that was pressed twice.
    static let field = "done", fieldBefore = "done-before"
    /// For how many seconds it is said that something was done just now; of what had been done before, as long as it is known.
    fileprivate static let kept: Int64 = 10 * 60

    /// In words; a heading is a line of them.
    let parts: [AnswerPart]
    /// What takes it back, or is still to be said.
    let further: [Action]

    /// What stands in a page's address after a request has been carried out.
    /// - Parameters:
    ///   - request: what was asked.
    ///   - key: under which the answer is kept.
    /// - Returns: the value of the field.
    static func value<R: MentoringAPI.Request>(of request: R.Type, _ key: RequestKey) -> String {
        "\(R.name).\(key.key)"
    }
}

extension Visitors {
    /// What a page has to say of what was done before it; nil where nothing was, or not by whoever looks at it.
    ///
    /// - Parameters:
    ///   - request: by which the page is asked for.
    ///   - visitor: who looks at it.
    /// - Returns: the note.
    /// - Throws: `StorageFailure`.
    func note(in request: some Inquiry, to visitor: SignedInPerson) async throws -> DoneNote? {
        let names = [DoneNote.field, DoneNote.fieldBefore]
        guard let (name, text) = Query(request).fields.first(where: { names.contains($0.name) }),
            let dot = text.firstIndex(of: "."),
            let asked = Requests.all.first(where: { $0.name == text[..<dot] }),
            let key = try? RequestKey(email: visitor.person.email, key: String(text[text.index(after: dot)...]))
        else { return nil }
        let isRepeated = name == DoneNote.fieldBefore
        let kept = isRepeated ? TrainingService.answersKept : DoneNote.kept
        guard let (bytes, made) = try await service.answered(to: key, within: kept) else { return nil }
        let clock = try service.zones.rules(for: visitor.person.zone)
        let (words, following) = DoneNote.telling(of: asked, bytes, on: clock)
        let client = client(for: visitor)
        let actions = Actions(for: visitor, root: configuration.root, page: request.path)
        var further: [Action] = []
        // Somebody may have taken it back meanwhile.
        for step in following {
            let isOpen = await client.couldDo(step.request)
            if isOpen { further.append(step.action(by: actions)) }
        }
        let before = isRepeated ? [DoneNote.before(clock.local(at: made), now: clock.local(at: service.now))] : []
        return DoneNote(parts: before + words, further: further)
    }
}

extension DoneNote {
    /// What an answer says, and what it leads on to.
    ///
    /// - Parameters:
    ///   - asked: what was asked.
    ///   - bytes: what was answered.
    ///   - clock: of whoever reads it.
    /// - Returns: both.
    fileprivate static func telling<R: MentoringAPI.Request>(
        of asked: R.Type, _ bytes: [UInt8], on clock: ZoneRules
    ) -> (words: [AnswerPart], following: [Following]) {
        let answer = try? JSONDecoder().decode(R.Answer.self, from: Data(bytes))
        let words = answer.map { AnswerPart.of(R.self, $0, on: clock, as: .past) } ?? []
        return (
            words.isEmpty ? [AnswerPart("Done: \(R.route.summary)")] : words,
            answer.map(R.following) ?? []
        )
    }

    /// That nothing was done now, and when it was; whoever wants it again finds the button below.
    fileprivate static func before(_ made: LocalDateTime, now: LocalDateTime) -> AnswerPart {
        let day = made.date == now.date ? "" : " on \(made.date.inWords)"
        return AnswerPart("This was done already at \(made.time)\(day); nothing was done now. It came to this then:")
    }
}
