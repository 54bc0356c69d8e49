/// A share in whole percent, for people.
public enum Percent {
    /// Rounded to the nearest, though 0 means none and 100 all of them; nil where there is nothing to have a share of.
    public static func of(_ part: Int, _ total: Int) -> Int? {
        guard total > 0 else { return nil }
        if part <= 0 { return 0 }
        if part >= total { return 100 }
        return min(99, max(1, (200 * part + total) / (2 * total)))
    }
}
