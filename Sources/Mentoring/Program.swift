public import ChatLogs
import CivilTime
public import TimeZoneCatalog

/// One project's training.
public struct Program: Hashable, Sendable {
    /// The name in addresses and codes: 1 to 32 of `a-z 0-9 -`.
    public typealias Name = String

    /// The short name, unique.
    public var name: Name
    /// What people call it.
    public var title: String
    /// What it is and whom it is for, plain text in paragraphs with blank lines between them; nil where it does not say.
    public var about: String?
    /// The address of its code of conduct, if it has one.
    public var conduct: String?
    /// The organizer's public address, the ORGANIZER of the invites.
    public var contact: EmailAddress
    /// Where sessions are held, usually a channel's URL.
    public var location: String
    /// How it meets, where a season says nothing else.
    public var usual: TrainingTerms
    /// Every season that is known, by start; never empty, and no two overlap.
    public internal(set) var seasons: [Season]
    /// Which of them is meant.
    var focus: Int
    /// What it calls its regions.
    public var regionTitles: RegionTitles
    /// How many hours somebody who moved up from a waiting list has at least to say that they come.
    public var confirmHours: Int
    /// The parts of the project that its training covers, in the order of the file; none when it does not tell them apart.
    public var areas: [Area]
    /// How it wants its reviews.
    public var reviews: ReviewTerms
    /// Who speaks in its chat and is nobody, such as `meetbot`.
    public var bots: [Nickname]
    /// How people join it; nil leaves that to the server.
    public var join: Joining?

    /// A program; without more it tells no areas apart and leaves the picking of reviews to its mentors.
    public init(
        name: Name, title: String, contact: EmailAddress, location: String, season: Season, cadence: Cadence,
        minutes: Int, capacity: Int, regions: [Region], announceWeeks: Int, confirmHours: Int? = nil,
        areas: [Area] = [],
        reviews: ReviewTerms = ReviewTerms(), bots: [Nickname] = [], join: Joining? = nil,
        meets: MeetingWeeks = .everyWeek, whenFrozen: WhenFrozen = .skip, noticeHours: Int? = nil,
        regionTitles: RegionTitles = RegionTitles(), about: String? = nil, conduct: String? = nil
    ) {
        self.name = name
        self.title = title
        self.contact = contact
        self.location = location
        usual = TrainingTerms(
            cadence: cadence, meets: meets, whenFrozen: whenFrozen, minutes: minutes, capacity: capacity,
            regions: regions, announceWeeks: announceWeeks, noticeHours: noticeHours)
        seasons = [season]
        focus = 0
        self.confirmHours = confirmHours ?? ConfirmationDeadline.usualHours
        self.areas = areas
        self.reviews = reviews
        self.bots = bots
        self.join = join
        self.regionTitles = regionTitles
        self.about = about
        self.conduct = conduct
    }

    /// The same program with these seasons, of which the first is in focus.
    /// - Throws: `BadInput` when there is none, when two overlap, or when two have one name.
    public func having(_ seasons: [Season]) throws(BadInput) -> Program {
        let sorted = seasons.sorted { $0.start < $1.start }
        let wrong = Season.overlaps(among: sorted) + Season.repetitions(among: sorted.map(\.name))
        if let first = wrong.first { throw first.complaint }
        guard !sorted.isEmpty else { throw BadInput("a program has at least one season") }
        var program = self
        program.seasons = sorted
        program.focus = 0
        return program
    }

    mutating func replaceSeason(with season: Season) {
        seasons[focus] = season
        seasons.sort { $0.start < $1.start }
        focus = seasons.firstIndex(of: season) ?? 0
    }

    /// First parts of the server's own paths, now and later: a program's page would hide them, or they it.
    public static let reservedNames: Set<String> = [
        "api", "assets", "dav", "download", "embed", "favicon", "feeds", "healthz", "hooks", "join", "login", "m", "me",
        "metrics", "new", "readyz", "robots", "sign-in", "sign-out", "sign-ups", "static",
    ]

    /// What to do about a program that was given such a name before it was reserved; nil for any other.
    public static func advice(onName name: Name) -> String? {
        guard reservedNames.contains(name) else { return nil }
        return
            "the program “\(name)” has a name that the server needs for itself, so its page and feeds cannot be reached: "
            + "save it (meridian program export \(name) > \(name).yaml), give it another name in the file, and apply that; "
            + "its trainees join the new one, and the old one stays readable by every command"
    }

    /// Whether a text has the form of a short name, 1 to 32 of `a-z 0-9 -`; every name that was ever let in has it.
    public static func canBeName(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// Checks a program's contact: answers come back to `contact-TOKEN@…`.
    /// - Throws: `BadInput` when it is no address, is nobody's any more, or leaves no room for the token.
    public static func validatedContact(_ text: String) throws(BadInput) -> EmailAddress {
        let contact = try EmailAddress(text)
        try contact.refuseErased()
        let length = contact.localPart.utf8.count
        guard length <= ReplyAddress.longestLocalPart else {
            throw BadInput(
                "\(contact) has \(length) characters before its @; at most \(ReplyAddress.longestLocalPart) are allowed, since answers come back to an address with a token in it"
            )
        }
        return contact
    }

    /// Checks where sessions take place: on one line, and nothing that stands for somebody who was erased.
    /// - Throws: `BadInput`.
    package static func validatedLocation(_ text: String, as place: String) throws(BadInput) -> String {
        let location = try OneLine.validated(text, as: place)
        guard !location.lowercased().contains("@\(ErasedPerson.domain)") else {
            throw BadInput(
                "\(OneLine.shown(location)) is nobody's: addresses at \(ErasedPerson.domain) stand for people who were erased; say where sessions take place"
            )
        }
        return location
    }

    /// Checks a program's short name.
    /// - Throws: `BadInput` when it is not 1 to 32 of `a-z 0-9 -`.
    public static func validatedName(_ name: String) throws(BadInput) -> Name {
        guard !reservedNames.contains(name) else {
            throw BadInput("“\(name)” cannot be a program's name, since the server has a path of that name")
        }
        guard canBeName(name) else {
            throw BadInput(
                "“\(OneLine.shown(name))” is not a program's name; expected 1 to 32 lower-case letters, digits and hyphens"
            )
        }
        return name
    }
}
