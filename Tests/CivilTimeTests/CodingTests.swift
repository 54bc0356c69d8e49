import CivilTime
import Foundation
import Testing

@Suite("Coding")
struct CodingTests {
    private struct Everything: Codable, Equatable {
        var instant: Instant?
        var date: LocalDate?
        var time: LocalTime?
        var local: LocalDateTime?
        var offset: UTCOffset?
        var zone: TimeZoneID?
    }

    @Test("every value is encoded as the text a person would write")
    func roundTrip() throws {
        let json = """
            {"date":"2027-01-05","instant":"2027-01-05T08:00:00Z","local":"2027-01-05T17:00:00","offset":"+05:30",\
            "time":"17:00","zone":"Asia/Tokyo"}
            """
        let value = try JSONDecoder().decode(Everything.self, from: Data(json.utf8))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == json)
    }

    @Test(
        "a bad text is refused with what was expected",
        arguments: [
            (#"{"instant":"now"}"#, #""now" is not an instant such as 2027-01-05T08:00:00Z"#),
            (#"{"date":"2027-02-30"}"#, #""2027-02-30" is not a date such as 2027-01-05"#),
            (#"{"time":"25:00"}"#, #""25:00" is not a time such as 17:00"#),
            (#"{"local":"2027"}"#, #""2027" is not a local time such as 2027-01-05T17:00:00"#),
            (#"{"offset":"5"}"#, #""5" is not an offset from UTC such as +05:30"#),
            (#"{"zone":"../x"}"#, #""../x" is not a time zone name such as Europe/Berlin"#),
        ])
    func refusal(json: String, message: String) {
        do {
            let value = try JSONDecoder().decode(Everything.self, from: Data(json.utf8))
            Issue.record("decoded \(value)")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.debugDescription == message)
        } catch {
            Issue.record(error)
        }
    }
}
