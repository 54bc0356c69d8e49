import ChangeHosts
import ChangeHostsFixture
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@testable import meridian

/// The Gerrit of the story, on this machine.
///
/// The program asks only public addresses, and no option or variable tells it otherwise. So what `meridian review fetch`
/// does is done here, by the same service on the same database, with a policy that admits this one address.
enum LocalGerrit {
    /// Looks up what is proposed for nova, while some changes are merged.
    static func fetch(from database: String, at now: String, merged: Set<Int>) async throws -> [FetchedChange] {
        try await LocalServer.run { request in
            let number = request.firstMatch(of: /~(\d+)/).flatMap { Int($0.output.1) } ?? 0
            return .http(
                Samples.gerrit(
                    status: merged.contains(number) ? "MERGED" : "NEW", subject: "Change \(number)",
                    project: "openstack/nova", number: number))
        } body: { _, policy in
            let opened = try OpenedService(
                databasePath: database, absent: .refuse, zones: .inForce(zoneinfo: nil),
                clock: FixedInstantSource(try #require(Instant(rfc3339: now))), changes: ChangeHosts(policy))
            return try await opened.service.ask(FetchChanges(program: "nova"))
        }
    }
}
