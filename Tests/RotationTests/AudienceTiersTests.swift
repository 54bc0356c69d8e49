import Testing

@testable import Rotation

struct AudienceTiersTests {
    @Test(
        "a session's cost is that of its minutes, one by one",
        arguments: [
            AudienceTiers.standard,
            AudienceTiers(humane: 0..<1440, night: 0..<0, edgeCost: 1, nightCost: 4),
            AudienceTiers(humane: 540..<540, night: 1380..<1440, edgeCost: 2, nightCost: 3),
            AudienceTiers(humane: 0..<720, night: 1200..<1201, edgeCost: 1, nightCost: 4),
        ])
    func minutes(tiers: AudienceTiers) {
        for start in stride(from: -1440, to: 2880, by: 7) {
            for length in [1, 29, 60, 61, 480, 1439, 1440] {
                let minutes = (start..<start + length).map { ($0 + 2880) % 1440 }
                let expected =
                    minutes.contains(where: tiers.night.contains)
                    ? tiers.nightCost : minutes.allSatisfy(tiers.humane.contains) ? 0 : tiers.edgeCost
                #expect(tiers.cost(localStart: start, minutes: length) == expected, "\(start) for \(length)")
            }
        }
    }

    @Test(
        "the edges of the day belong to the tier that begins there",
        arguments: [
            (300, 60, 4), (360, 60, 1), (420, 60, 1), (479, 60, 1), (480, 60, 0), (1260, 60, 0), (1261, 60, 1),
            (1380, 60, 1), (1381, 60, 4),
        ])
    func edges(start: Int, length: Int, cost: Int) {
        #expect(AudienceTiers.standard.cost(localStart: start, minutes: length) == cost)
    }

    @Test("an offset holds from its own minute on")
    func offsets() {
        let zone = ZoneOffsets(zone: "X", changes: [.init(start: 10, offset: 60), .init(start: 20, offset: 0)])
        #expect(zone.offset(at: 9) == nil)
        #expect(zone.offset(at: 10) == 60)
        #expect(zone.offset(at: 19) == 60)
        #expect(zone.offset(at: 20) == 0)
    }
}
