import Crypto
import HTTPTypes
import Hummingbird
import Mentoring

/// Something to compute, and for whom.
struct ComputingQuestion: Hashable {
    /// Who asks.
    let person: EmailAddress?
    /// What a repetition of it looks like; nil for what is to be done each time that it comes.
    let repetition: String?

    /// - Parameters:
    ///   - person: who asks.
    ///   - repetition: what a repetition looks like.
    init(person: EmailAddress?, repetition: String?) {
        self.person = person
        self.repetition = repetition
    }

    /// What a request asks; a change is known again by its Idempotency-Key only.
    ///
    /// Another token of the same person's may show less, so its question is another one.
    init(_ request: Request, body: [UInt8], of principal: Principal) {
        let key = Idempotency.key(of: request)
        let isKnownAgain = request.method == .get || key != nil
        let parts = ["\(request.method)", "\(request.uri)", request.headers[.authorization] ?? "", key ?? ""]
        let digest = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8) + body)
        self.init(person: principal.email, repetition: isKnownAgain ? digest.description : nil)
    }
}
