import TimeZoneCatalog

extension PlacedKey {
    /// The keys that somebody means by a text: the one of that path, else all whose paths end so, said once where they are alike.
    ///
    /// A text may be written as complaints name a place (`mentors[2].slots[1].prefer`) or as the file does (`prefer:`).
    public static func meant(by text: String) -> [PlacedKey] {
        let path = plain(text)
        if let exact = all.first(where: { $0.path == path }) { return [exact] }
        return all.filter { $0.like == nil && $0.path.hasSuffix(".\(path)") }
    }

    /// What a text that means no key was perhaps to be: paths and single keys that are nearest to it.
    public static func near(_ text: String) -> [String] {
        let path = plain(text)
        let keys = Array(Set(all.map(\.key.name))).sorted()
        if let synonym = FileKey.synonyms[path], keys.contains(synonym) { return [synonym] }
        let near = nearest(to: path, among: keys)
        return near.isEmpty ? nearest(to: path, among: all.map(\.path)) : near
    }

    /// In which mappings a key stands that is none where it was written, in words; nil when there is no such key.
    static func whereabouts(of name: String) -> String? {
        let mappings = all.filter { $0.key.name == name && $0.like == nil }.map(\.mapping)
        guard !mappings.isEmpty else { return nil }
        let places = mappings.map { $0.isEmpty ? "at the top of the file" : "under \($0)" }
        return "it stands \(places.joined(separator: ", or "))"
    }

    private static func plain(_ text: String) -> String {
        var path = ""
        var isInBrackets = false
        for character in text.lowercased() where character != ":" {
            if character == "[" { isInBrackets = true }
            if !isInBrackets { path.append(character) }
            if character == "]" { isInBrackets = false }
        }
        return path
    }
}

extension [FileKey] {
    /// Which of them was meant by a key that is none of them.
    func meant(by name: String) -> String? {
        let names = map(\.name)
        if let synonym = FileKey.synonyms[name.lowercased()], names.contains(synonym) { return synonym }
        return nearest(to: name, among: names).first
    }
}

extension FileKey {
    /// What other programs' files call our keys.
    static let synonyms = [
        "timezone": "zone", "time-zone": "zone", "time_zone": "zone", "tz": "zone", "mail": "email", "e-mail": "email",
        "address": "email", "channel": "location", "url": "location", "place": "location", "description": "title",
        "owner": "contact", "duration": "minutes", "length": "minutes", "seats": "capacity", "size": "capacity",
        "holidays": "freezes", "absences": "away", "availability": "slots", "administrators": "organizers",
        "admins": "organizers", "rule": "rrule", "time": "at", "rhythm": "meets",
        "until": "to", "end": "to", "ends": "to", "start": "from", "begins": "from", "frequency": "meets",
        "interval": "meets", "weekday": "of", "day": "of", "whenfrozen": "when-frozen",
    ]
}
