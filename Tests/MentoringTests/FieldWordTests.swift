import Mentoring
import Rotation
import Testing

/// The words that outputs explain.
@Suite("Words of the field")
struct FieldWordTests {
    @Test("each stands in the vocabulary in the same words", arguments: FieldWord.allCases)
    func vocabulary(word: FieldWord) throws {
        let rows = try GeneratedPage("vocabulary.md").text.split(separator: "\n").filter {
            $0.hasPrefix("|") && $0.contains(word.meaning)
        }
        #expect(rows.count == 1, "\(word.explanation)")
    }

    @Test("points are what the planner counts")
    func points() {
        let tiers = AudienceTiers.standard
        #expect(FieldWord.points.meaning.contains("\(tiers.edgeCost) at the edge"))
        #expect(FieldWord.points.meaning.contains("\(tiers.nightCost) in the night"))
    }

    @Test("hours are told as they are counted")
    func hours() {
        #expect(AudienceTiers.standard.humane == 8 * 60..<22 * 60)
        #expect(AudienceTiers.standard.night == 0..<6 * 60)
        for word in [FieldWord.edge, .offHours] { #expect(word.meaning.contains("before 08:00 or after 22:00")) }
        #expect(FieldWord.night.meaning.contains("between 00:00 and 06:00"))
    }
}
