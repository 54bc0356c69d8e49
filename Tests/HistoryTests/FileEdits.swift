import Mentoring

/// What an organizer has changed in a program's file since the history began.
struct FileEdits {
    /// Whether it has the next season, too.
    var hasNext = false
    /// Whether that one meets every other week, and waits where a week is frozen.
    var postpones = false
    /// Under which addresses the file has people who have moved, by name.
    var addresses: [String: EmailAddress] = [:]
    /// Whose entry names an address of before.
    var former: [String: EmailAddress] = [:]

    var seasons: [String] {
        let rhythm = postpones ? "meets: every-2-weeks, when-frozen: postpone" : "meets: every-week, when-frozen: skip"
        return ["{ start: \(Cast.start), weeks: \(Cast.weeks) }"]
            + (hasNext ? ["{ start: \(Cast.nextStart), weeks: \(Cast.weeks), \(rhythm) }"] : [])
    }

    /// `email: ann@example.org`, perhaps with an address of before.
    func address(of name: String) -> String {
        "email: \(addresses[name]?.description ?? "\(name)@example.org")"
            + (former[name].map { ", formerly: [\($0)]" } ?? "")
    }
}
