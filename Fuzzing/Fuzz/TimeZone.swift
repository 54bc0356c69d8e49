import CivilTime

/// A TZif file, and what its clocks show around the moments at which readers begin another part of it.
@Sendable func readTimeZone(_ bytes: [UInt8]) {
    guard let rules = try? ZoneRules(id: .utc, tzif: bytes) else { return }
    for seconds: Int64 in [0, -4_000_000_000, 1_799_136_000, 2_147_483_647, 4_102_444_800, 32_503_680_000] {
        let instant = Instant(secondsSinceEpoch: seconds)
        _ = rules.zoned(rules.local(at: instant))
    }
}
