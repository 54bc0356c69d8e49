import CivilTime
import Foundation
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TimeZoneCatalog

/// What `.ci/bench-feed` needs beside Meridian itself.
///
///     Feed database DATABASE PEOPLE   a database whose program has a feed of about 20 KB and so many trainees; prints their feeds' paths
///     Feed bare PORT FILE          a Hummingbird server that answers /feed with the bytes of a file, and does nothing else
@main
struct Feed {
    static func main() async throws {
        let arguments = CommandLine.arguments
        switch (arguments.dropFirst().first, arguments.count) {
        case ("database", 4): try await writeDatabase(at: arguments[2], people: Int(arguments[3]) ?? 0)
        case ("bare", 4): try await serve(FileManager.default.contents(atPath: arguments[3]) ?? Data(), arguments[2])
        default:
            print("Feed database FILE PEOPLE | Feed bare PORT FILE")
            exit(64)
        }
    }

    private static func serve(_ bytes: Data, _ port: String) async throws {
        let body = ByteBuffer(bytes: bytes)
        let router = Router()
        router.get("feed") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/calendar; charset=utf-8"],
                body: ResponseBody(byteBuffer: body))
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: Int(port) ?? 0)))
        try await application.runService()
    }

    /// Everybody is enrolled in three of thirty sessions, and a feed address of each is in force.
    private static func writeDatabase(at path: String, people: Int) async throws {
        let zones = TimeZoneCatalog.shipped
        let zone = try zones.rules(named: "Europe/Berlin")
        let store = try SQLiteStore(path: path)
        let secrets = KeyFile(beside: path)
        let start = LocalDate(epochDay: 20_822)
        let now = Instant(secondsSinceEpoch: 1_798_761_600)
        let paths = try await store.write { database in
            try database.save(
                Program(
                    name: "nova", title: "Nova core reviewer training", contact: try EmailAddress("nova@example.org"),
                    location: "ircs://irc.example.org/nova", season: try Season(name: "feed", start: start, weeks: 52),
                    cadence: .everyRegion, minutes: 60, capacity: 8, regions: [.europe], announceWeeks: 4))
            let mentor = try database.add(
                Person(name: "Mentor", email: try EmailAddress("mentor@example.org"), zone: zone.id))
            let sessions = try (0..<30).compactMap { week -> Mentoring.Session? in
                guard let time = LocalTime(hour: 18, minute: 30) else { return nil }
                let local = LocalDateTime(date: start.adding(days: 7 * week + 2), time: time)
                let code = SessionCode(program: "nova", season: "feed", week: week + 1, region: .europe)
                return try database.add(
                    Mentoring.Session(
                        code: code, season: start, uid: "\(code)@meridian.example", status: .announced, mentor: mentor,
                        slot: nil, zone: zone.id, localStart: local, start: zone.resolve(local).instant, minutes: 60,
                        capacity: people, location: "ircs://irc.example.org/nova", revised: now))
            }
            return try (0..<people).map { number in
                let person = try database.add(
                    Person(
                        name: "Person \(number)", email: try EmailAddress("person-\(number)@example.org"),
                        zone: zone.id))
                for offset in 0..<3 {
                    let session = sessions[(number + 10 * offset) % sessions.count]
                    _ = try database.add(
                        Enrollment(session: session.id, person: person, seat: number + 1, since: now))
                }
                let secret = try secrets.secret(for: "feed \(person.id) 1")
                try database.add(
                    PersonalFeedAddress(person: person.id, generation: 1, digest: secrets.digest(of: secret)))
                return "/feeds/\(secret).ics"
            }
        }
        print(paths.joined(separator: "\n"))
    }
}
