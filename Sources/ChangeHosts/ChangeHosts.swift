public import CivilTime
public import Mentoring
public import MentoringService

/// Asks Gerrit, GitHub, GitLab and Forgejo about changes, over their public REST APIs and without any token.
///
/// A question costs at most the policy's time and 1 MiB. A server is asked at the very address that was found to be admitted, so
/// that its name cannot lead elsewhere meanwhile, and no redirect to another server is followed. One that says until when it
/// wants to be left alone is.
public struct ChangeHosts: ChangeLookup {
    private let policy: HostPolicy
    private let pauses = HostPauses()

    /// Asks as the policy says.
    public init(_ policy: HostPolicy = .publicServers) { self.policy = policy }

    public func facts(of address: ChangeAddress, at now: Instant) async throws -> ChangeFacts {
        guard let question = HostQuestion(address) else {
            throw Unreachable(
                "\(address.url) is no change on Gerrit, GitHub, GitLab or Forgejo; nothing can be looked up")
        }
        if let pause = pauses.pause(of: question.host, at: now) {
            throw Unreachable(
                "\(question.host) is not asked before \(pause.until), as it wished (HTTP \(pause.status))")
        }
        let policy = policy
        let facts: ChangeFacts?
        do {
            facts = try await within(policy.patience) {
                try await HostConnection(to: question.host, policy: policy).facts(
                    for: question, of: address.url, at: now)
            }
        } catch let pause as HostPause {
            pauses.remember(pause, of: question.host)
            throw Unreachable(
                "\(question.host) wants to be asked less often (HTTP \(pause.status)); it is asked again from \(pause.until) on"
            )
        }
        guard let facts else {
            throw Unreachable(
                "\(question.host) did not answer within \(policy.patience.components.seconds) seconds; try again later")
        }
        return facts
    }
}
