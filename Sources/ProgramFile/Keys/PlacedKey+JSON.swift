// What is said of a key, for scripts; `default` is missing where the key must be there.

extension PlacedKey: Encodable {
    private enum CodingKeys: String, CodingKey {
        case key, takes, required, usual = "default", effect, why, example, needs, like
    }

    /// Writes an object of texts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(path, forKey: .key)
        try container.encode("\(key.takes)", forKey: .takes)
        try container.encode(key.mustBeThere, forKey: .required)
        if !key.mustBeThere { try container.encode("\(key.usual)", forKey: .usual) }
        try container.encode(key.effect, forKey: .effect)
        try container.encode(key.why, forKey: .why)
        try container.encode(key.example, forKey: .example)
        if !key.needs.isEmpty { try container.encode(key.needs, forKey: .needs) }
        try container.encodeIfPresent(like, forKey: .like)
    }
}
