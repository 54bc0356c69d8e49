import Mentoring
import MentoringAPI

/// JSON as a request's body is read; what was read is written the same and reads the same.
@Sendable func readJSON(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(bytes, within: .request) else { return }
    _ = try? JSONValue.members(of: bytes, within: .request) { (_) throws(BadInput) in }
    _ = try? value.decoded(as: AddAway.self)
    _ = try? value.decoded(as: [Enroll].self)
    _ = value.shown
}
