import CivilTime
import Mentoring

extension Transaction {
    func answer(toRequest key: RequestKey) throws -> RecordedAnswer? {
        try one(.recordedAnswer, "SELECT * FROM recorded_answer WHERE email = ? AND key = ?", [key.email, key.key]) {
            RecordedAnswer(request: try $0.value("request"), bytes: try $0.value("bytes"), made: try $0.value("made"))
        }
    }

    func record(_ answer: RecordedAnswer, toRequest key: RequestKey, forgettingBefore: Instant) throws {
        try change("DELETE FROM recorded_answer WHERE made < ?", [forgettingBefore])
        try save(
            to: .recordedAnswer,
            ["email": key.email, "key": key.key, "request": answer.request, "bytes": answer.bytes, "made": answer.made])
    }
}

extension Table {
    static let recordedAnswer = Table("recorded_answer", key: ["email", "key"])
}
