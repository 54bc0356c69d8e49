import Foundation
import Testing
import WebServerFixture

@Suite("The alert rules of deployment/")
struct AlertRuleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test("name what /metrics emits, and no label that it does not have")
    func metrics() async throws {
        let rules = try Self.text("deployment/prometheus-rules.yml")
        let emitted = try await LiveServer.run { server in
            _ = try await server.ask("/healthz")
            return try await server.ask("/metrics").text
        }
        let samples = emitted.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let names = Set(samples.map { String($0.prefix { $0 != "{" && $0 != " " }) })
        let asked = rules.matches(of: /\b((?:meridian|process)_[a-z_]+)(\{([a-z]+)=[^}]*\})?/)
        #expect(asked.count >= 9)
        for match in asked {
            let name = String(match.output.1)
            #expect(names.contains(name), "\(name) is not emitted")
            // What Prometheus adds itself.
            guard let label = match.output.3, label != "job" else { continue }
            #expect(
                samples.contains { $0.hasPrefix(name + "{") && $0.contains("\(label)=\"") }, "\(name) has no \(label)")
        }
    }

    @Test("are each explained to the administrator, and so is each number that is emitted")
    func explained() async throws {
        let rules = try Self.text("deployment/prometheus-rules.yml")
        let guide = try Self.text("docs/administrator.md")
        let alerts = rules.matches(of: /- alert: (\w+)/).map { String($0.output.1) }
        #expect(alerts.count == Set(alerts).count && alerts.count >= 10)
        for alert in alerts { #expect(guide.contains("| `\(alert)` |"), "\(alert)") }
        #expect(rules.matches(of: /expr:/).count == alerts.count)
        #expect(rules.matches(of: /summary: "/).count == alerts.count)
        let emitted = try await LiveServer.run { try await $0.ask("/metrics").text }
        for match in emitted.matches(of: /TYPE (\w+)/) {
            #expect(guide.contains("`\(match.output.1)`"), "\(match.output.1)")
        }
    }
}
