public import CivilTime
public import Mentoring
public import MentoringService

/// Asks Gerrit, GitHub and GitLab about changes, over their public REST APIs and without any token.
///
/// A question costs at most the policy's time and 1 MiB. A server is asked at the very address that was found to be admitted, so
/// that its name cannot lead elsewhere meanwhile, and no redirect to another server is followed.
public struct ChangeHosts: ChangeLookup {
    private let policy: HostPolicy

    /// Asks as the policy says.
    public init(_ policy: HostPolicy = .publicServers) { self.policy = policy }

    public func facts(of address: ChangeAddress, at now: Instant) async throws -> ChangeFacts {
        guard let question = HostQuestion(address) else {
            throw Unreachable("\(address.url) is no change on Gerrit, GitHub or GitLab; nothing can be looked up")
        }
        let policy = policy
        let answer = try await within(policy.patience) {
            try await HostConnection(to: question.host, policy: policy).answer(to: question)
        }
        guard let answer else {
            throw Unreachable(
                "\(question.host) did not answer within \(policy.patience.components.seconds) seconds; try again later")
        }
        do {
            return try question.read(answer, at: now)
        } catch {
            throw Unreachable(
                "\(question.host) did not answer as \(question.kind) does (\(answer.count) bytes) about \(address.url)")
        }
    }
}
