import Mentoring
import MentoringAPI

extension JSONValue {
    /// The value as it is sent.
    var json: String { (try? JSON.bytes(self)).map { String(decoding: $0, as: UTF8.self) } ?? shown }
}
