import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// What a form has done, said on the page to which one comes back from it.
///
/// The page's address has none of the words, but the key under which the answer is kept for whoever sent the form: the page can be
/// loaded again, nobody else's browser is told, and no link has a page say anything.
struct DoneNote: Encodable {
    /// The name of the field in the page's address.
    static let field = "done"
    /// For how many seconds it is said.
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
        guard let text = Query(request).fields.first(where: { $0.name == DoneNote.field })?.text,
            let dot = text.firstIndex(of: "."),
            let asked = Requests.all.first(where: { $0.name == text[..<dot] }),
            let key = try? RequestKey(email: visitor.person.email, key: String(text[text.index(after: dot)...])),
            let bytes = try await service.answered(to: key, within: DoneNote.kept)
        else { return nil }
        let actions = Actions(for: visitor, root: configuration.root, page: request.path)
        return try DoneNote.of(
            asked, bytes, actions, on: service.zones.rules(for: visitor.person.zone))
    }
}

extension DoneNote {
    /// - Parameters:
    ///   - asked: what was asked.
    ///   - bytes: what was answered.
    ///   - actions: makes the buttons.
    ///   - clock: of whoever reads it.
    /// - Returns: the note.
    fileprivate static func of<R: MentoringAPI.Request>(
        _ asked: R.Type, _ bytes: [UInt8], _ actions: Actions, on clock: ZoneRules
    ) -> DoneNote {
        let answer = try? JSONDecoder().decode(R.Answer.self, from: Data(bytes))
        let words = answer.map { AnswerPart.of($0, below: R.route.summary, on: clock, as: .past) } ?? []
        return DoneNote(
            parts: words.isEmpty ? [AnswerPart("Done: \(R.route.summary)")] : words,
            further: (answer as? any LeadsOn)?.following(by: actions) ?? [])
    }
}
