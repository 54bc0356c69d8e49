import CivilTime
import Testing
import TimeZoneCatalog
import WebServerFixture

@testable import WebServer

@Suite("The field in which somebody says where they are")
struct ZoneFieldTests {
    @Test(
        "takes a place by its city, however it is typed",
        arguments: [
            ("Lagos", "Africa/Lagos"), ("lagos", "Africa/Lagos"), ("São Paulo", "America/Sao_Paulo"),
            ("new york", "America/New_York"), ("New_York", "America/New_York"), ("new+york", "America/New_York"),
            ("Etc/GMT+5", "Etc/GMT+5"), ("europe/berlin", "Europe/Berlin"),
            ("Buenos Aires", "America/Argentina/Buenos_Aires"), ("Port-au-Prince", "America/Port-au-Prince"),
            ("port au prince", "America/Port-au-Prince"), ("Calcutta", "Asia/Calcutta"),
            ("Europe/Kiev", "Europe/Kiev"), ("EST", "EST"), ("utc", "UTC"), ("Stockholm", "Europe/Stockholm"),
        ])
    func cities(text: String, zone: String) throws {
        #expect(try TimeZoneCatalog.shipped.zone(meantBy: text).name == zone)
    }

    @Test(
        "tells of a place that there is not",
        arguments: [
            ("Lagoss", "did you mean Africa/Lagos?"), ("", "is not a time zone name"),
            ("../etc/passwd", "is not a time zone name"), ("IST", "it is an abbreviation"),
            (String(repeating: "Lagos ", count: 100), "is not a time zone name"),
        ])
    func nowhere(text: String, words: String) throws {
        let error = #expect(throws: TimeZoneCatalogError.self) { try TimeZoneCatalog.shipped.zone(meantBy: text) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test("shows the page there, and says where it is")
    func shown() async throws {
        let text = try await LiveServer.run { try await $0.ask("/nova?zone=Lagos").text }
        #expect(text.contains("value=\"Africa/Lagos\"") && text.contains("on the clock of Africa/Lagos"))
        #expect(text.contains("data-zone=\"Africa/Lagos\""))
    }

    @Test("suggests places from a file of their own, which is kept for good, and nothing that is no place")
    func list() async throws {
        try await LiveServer.run { server in
            let page = try await server.ask("/nova")
            let path = try #require(page.text.firstMatch(of: /data-zones="([^"]+)"/)).1
            #expect(!page.text.contains("Asia/Kolkata"))
            let list = try await server.ask(String(path), headers: [("Accept-Encoding", "gzip")])
            #expect(list["Content-Type"] == "text/javascript; charset=utf-8")
            #expect(list["Cache-Control"] == "public, max-age=31536000, immutable")
            #expect(list.body.count < 6_000)
            let text = String(decoding: gunzipped(list.body) ?? [], as: UTF8.self)
            let names = Set(text.split(separator: "\"").dropFirst().first?.split(separator: " ") ?? [])
            #expect(names.isSuperset(of: ["UTC", "Africa/Lagos", "Asia/Kolkata", "Asia/Calcutta", "Europe/Stockholm"]))
            for name in ["Factory", "EST", "Etc/GMT+5", "GMT", "US/Eastern", "Cuba", "W-SU", "Etc/UTC"] {
                #expect(!names.contains(Substring(name)), "\(name)")
            }
        }
    }
}
