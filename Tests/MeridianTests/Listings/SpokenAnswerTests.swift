import ArgumentParser
import Foundation
import Testing

@testable import Wording
@testable import meridian

@Suite("What commands answer those whom columns are no help to")
struct SpokenAnswerTests {
    init() { Terminal.prepare() }

    /// Whether it has columns, or a mark where a word would do; a command is to be typed as it stands.
    static func isDrawn(_ line: String) -> Bool {
        let words = line.replacing(/(^ *|: )meridian .*/, with: "")
        return words.contains(/[\u{2190}-\u{21FF}\u{2500}-\u{27BF}·|*~\u{1B}]|^! |\d\.\.\d/)
            || words.drop { $0 == " " }.contains("  ")
    }

    @Test("what changes something is answered in sentences, by every command")
    func answers() async throws {
        let meridian = try CommandRunner()
        _ = try meridian.write(NineScripts.program, as: "nova.yaml")
        let people = try await NineScripts()
        for line in Self.answers {
            let outcome = try await meridian.run(
                arguments: line.split(separator: "|").map(String.init),
                extra: people.environment.merging(["MERIDIAN_ACCESSIBLE": "1"]) { $1 })
            #expect(outcome.status == 0, "\(line): \(outcome)")
            let drawn = outcome.lines.filter(Self.isDrawn)
            #expect(drawn.isEmpty, "\(line): \(drawn)")
        }
    }

    @Test("no command is left out of these tests but for a reason")
    func everyCommand() {
        let tried = NineScripts.listings + Self.answers.map { $0.split(separator: "|").map(String.init) }
        for way in CommandTree.ways().map({ way in way.map { $0.ownName } }) {
            let isTried = tried.contains { $0.starts(with: way) }
            let reasons = Self.untried.filter { $0.value.contains(way.joined(separator: " ")) }
            #expect(reasons.count == (isTried ? 0 : 1), "\(way)")
        }
    }

    @Test("marks of a line have words, and what is to be typed stays")
    func marks() {
        #expect(SpokenLine.of("! Tue 05 Jan: capacity 4 → 2") == "attention: Tue 05 Jan: capacity 4 becomes 2")
        #expect(SpokenLine.of("freeze 2: 2027-01-25..2027-01-27, all") == "freeze 2: 2027-01-25 to 2027-01-27, all")
        #expect(SpokenLine.of("Enrolled: Nova · APAC") == "Enrolled: Nova, APAC")
        let undo = "undo: meridian freeze add nova 2027-01-25..2027-01-27 'a · b'"
        #expect(SpokenLine.of(undo) == undo)
        #expect(SpokenLine.of("  meridian x 1 → 2") == "  meridian x 1 → 2")
    }

    /// Those that no sentence can be expected of here.
    private static let untried: [String: Set<String>] = [
        "prints a file, or what somebody else reads": [
            "session picture", "program export", "program example", "feed show", "invite show", "completion",
            "planner solve", "lint", "person export",
        ],
        "goes on until it is stopped": ["serve"],
        "answers to what only a mail says": ["trainee confirm", "person confirm", "person undo"],
        "asks a server, or whoever sits there": ["login", "logout", "review fetch"],
        "takes a file or a database that others made": [
            "slot import", "freeze import", "review note", "mail receive", "restore",
        ],
        "needs what went wrong before": ["slot restore", "outbox release", "outbox allow"],
    ]

    /// In this order.
    private static let answers = [
        "demo|demo",
        "session|cancel|nova-2027a-w04-americas|--reason|ill|--dry-run",
        "session|cancel|nova-2027a-w04-americas|--reason|ill",
        "session|reinstate|nova-2027a-w04-americas",
        "session|move|nova-2027a-w04-europe|--to|Thu 23:30|--dry-run",
        "session|move|nova-2027a-w04-europe|--to|Thu 17:30",
        "trainee|join|nova|--name|Bo Li|--email|bo@example.org|--zone|Asia/Shanghai",
        "trainee|set|--zone|Europe/Kyiv|--as|bo@example.org",
        "enroll|nova-2027a-w04-asia|--as|bo@example.org",
        "leave|nova-2027a-w04-asia|--as|bo@example.org",
        "enroll|--program|nova|--region|asia|--as|bo@example.org",
        "leave|--program|nova|--region|asia|--as|bo@example.org",
        "attend|nova-2027a-w01-europe|sara@example.org",
        "review|propose|nova|https://review.example.org/c/openstack/nova/+/900003|--title|A|--as|sara@example.org",
        "review|vote|1|--as|sara@example.org",
        "review|unvote|1|--as|sara@example.org",
        "review|accept|1|--as|olivia@example.org",
        "review|pick|nova-2027a-w03-europe|1|--as|david@example.org",
        "review|withdraw|2|--as|fatima@example.org",
        "nick|add|nova|bobo|--as|bo@example.org",
        "nick|remove|nova|bobo|--as|bo@example.org",
        "feed|personal|--as|bo@example.org",
        "feed|rotate|--as|bo@example.org",
        "slot|publish|nova|Fri 23:00|--as|zoe@example.org",
        "slot|withdraw|11",
        "away|add|zoe@example.org|3-5 Mar",
        "away|remove|2",
        "freeze|add|nova|25-27 Jan|a feast|--region|europe",
        "freeze|remove|2",
        "swap|accept|1|--as|fox@example.org",
        "swap|withdraw|1|--as|zoe@example.org",
        "swap|offer|nova-2027a-w05-europe|--as|giorgos@example.org",
        "swap|withdraw|2|--as|giorgos@example.org",
        "duty|volunteer|nova|triage|--as|maria@example.org",
        "duty|volunteer|nova|triage|--stop|--as|maria@example.org",
        "co-lead|nova-2027a-w01-asia|sara@example.org|--as|akira@example.org",
        "program|apply|nova.yaml|--dry-run",
        "program|pause|nova",
        "program|resume|nova",
        "program|explain",
        "program|explain|mentors.slots.prefer",
        "mentor|add|nova|--name|Lu|--email|lu@example.org|--zone|Asia/Taipei|--region|asia",
        "mentor|invite|nova|--dry-run",
        "mentor|invite|nova",
        "mentor|set|nova|--mentor|zoe@example.org|--max-per-month|3",
        "mentor|remove|nova|lu@example.org",
        "organizer|add|nova|zoe@example.org",
        "organizer|remove|nova|zoe@example.org",
        "person|block|x@example.org",
        "person|unblock|x@example.org",
        "person|move|bo@example.org|bob@example.org",
        "token|create|zoe@example.org",
        "token|revoke|2",
        "outbox|send|--to-dir|mails",
        "backup|copy.tar",
        "whoami|--as|zoe@example.org",
        "plan|nova|--publish",
        "trainee|leave|nova|--as|kan@example.org",
        "trainee|remove|nova|ody@example.org",
        "person|erase|ody@example.org|--dry-run",
        "person|erase|ody@example.org",
        "program|archive|nova",
    ]
}
