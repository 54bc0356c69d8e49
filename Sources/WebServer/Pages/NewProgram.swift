import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog

/// What somebody fills in who begins a program, of which its file is written.
struct NewProgram {
    /// What is asked for, in this order.
    static let fields: [FieldDescription] =
        [
            FieldDescription("name", .shortName, "Short name, in addresses and codes: a to z, 0 to 9 and -"),
            FieldDescription("title", .line, "Title, as people read it"),
            FieldDescription("contact", .email, "Mail address from which its invitations come"),
            FieldDescription("location", .line, "Where its sessions take place: the address of a channel, or a room"),
            FieldDescription("start", .date, "First day of its season, a Monday"),
            FieldDescription("weeks", .number(Season.lengths), "How many weeks the season has"),
        ]
        + Region.allCases.map { region in
            FieldDescription(region.rawValue, .flag, "Sessions for \(RegionTitles()[region])", isOptional: true)
        }
        + [
            FieldDescription("minutes", .number(Program.lengths), "How many minutes a session has"),
            FieldDescription("capacity", .number(Program.capacities), "How many seats it has"),
            FieldDescription(
                "organizers", .list(.email), "Its organizers, a mail address a line; administrators are without that",
                isOptional: true),
            FieldDescription(
                "mentors", .list(.line), "Its mentors, a line each: name, mail address, and their zone or city",
                isOptional: true),
        ]

    /// What was not taken, and where it stands.
    struct Fault {
        let field: String
        let words: String
    }

    private let form: Form
    private let zones: TimeZoneCatalog
    private(set) var faults: [Fault] = []
    /// The program; nil where anything is wrong.
    private(set) var document: ProgramDocument?

    /// - Parameters:
    ///   - form: what was filled in.
    ///   - taken: the names of the programs that are there.
    ///   - today: the day on which somebody begins, on their clock.
    ///   - zones: the zones in force.
    init(_ form: Form, besides taken: [Program.Name], on today: LocalDate, zones: TimeZoneCatalog) {
        (self.form, self.zones) = (form, zones)
        let name = read("name") { text in
            let name = try Program.validatedName(text)
            guard !taken.contains(name) else {
                throw BadInput(
                    "there is a program \(name) already: it is changed on its organizers' page, and a new one has another name"
                )
            }
            return name
        }
        let title = read("title") { try OneLine.validated($0, as: "title") }
        let contact = read("contact") { try Program.validatedContact($0) }
        let location = read("location") { try OneLine.validated($0, as: "place") }
        let start = read("start") { text in
            guard let day = LocalDate(iso: text) else {
                throw Self.unlike(text, "the first day", "a day such as 2027-01-04")
            }
            return day
        }
        let weeks = number("weeks", "the season's weeks", Season.lengths)
        var season: Season?
        if let start, let weeks {
            season = read("start") { _ in
                let season = try Season(start: start, weeks: weeks)
                guard season.end >= today else {
                    throw BadInput(
                        "the season's last day, \(season.end), lies before today; give a later first day, or more weeks"
                    )
                }
                return season
            }
        }
        let regions = read(Region.allCases[0].rawValue) { _ in
            let chosen = Region.allCases.filter { form[$0.rawValue] == "true" }
            guard !chosen.isEmpty else { throw BadInput("no region is chosen; a session is one of a region's") }
            return chosen
        }
        let minutes = number("minutes", "a session's minutes", Program.lengths)
        let capacity = number("capacity", "a session's seats", Program.capacities)
        let organizers = lines("organizers") { try EmailAddress($0) }
        let mentors = lines("mentors") { try Self.mentor($0, of: regions, zones: zones) }
        let repeated = Dictionary(grouping: mentors.map(\.email)) { $0 }.filter { $1.count > 1 }.keys.min()
        if let repeated { faults.append(Fault(field: "mentors", words: "\(repeated) stands there twice")) }
        guard faults.isEmpty, let name, let title, let contact, let location, let season, let regions, let minutes,
            let capacity
        else { return }
        document = ProgramDocument(
            program: Program(
                name: name, title: title, contact: contact, location: location, season: season, cadence: .everyRegion,
                minutes: minutes, capacity: capacity, regions: regions, announceWeeks: TrainingTerms.usualReach),
            organizers: Set(organizers).sorted(), freezes: [], mentors: mentors)
    }
}

extension NewProgram {
    /// Reads a field; nil where it is wrong, which is noted.
    private mutating func read<T>(_ field: String, _ take: (String) throws -> T) -> T? {
        let text = (form[field] ?? "").inOneBlank
        return note(field) { try take(text) }
    }

    private mutating func number(_ field: String, _ what: String, _ range: ClosedRange<Int>) -> Int? {
        read(field) { text in
            guard let number = Int(text), range.contains(number) else {
                throw Self.unlike(text, what, "a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }

    /// Reads each line of a field that is not empty.
    private mutating func lines<T>(_ field: String, _ take: (String) throws -> T) -> [T] {
        (form[field] ?? "").split(whereSeparator: \.isNewline).map { String($0).inOneBlank }.filter { !$0.isEmpty }
            .compactMap { line in note(field) { try take(line) } }
    }

    private mutating func note<T>(_ field: String, _ read: () throws -> T) -> T? {
        do {
            return try read()
        } catch {
            faults.append(Fault(field: field, words: (error as? BadInput)?.message ?? "\(error)"))
            return nil
        }
    }

    private static func unlike(_ text: String, _ what: String, _ expected: String) -> BadInput {
        BadInput("\(what): expected \(expected)" + (text.isEmpty ? "" : ", not “\(OneLine.shown(text))”"))
    }

    /// A mentor of `Akira Sato, akira@example.org, Tokyo`; a name may have a comma in it.
    private static func mentor(
        _ line: String, of regions: [Region]?, zones: TimeZoneCatalog
    ) throws -> ProgramDocument.MentorEntry {
        let parts = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0).inOneBlank }
        guard parts.count >= 3 else {
            throw unlike(line, "a mentor", "name, mail address and zone, with commas between them")
        }
        let name = try PersonName.validated(parts.dropLast(2).joined(separator: ", "))
        let email = try EmailAddress(parts[parts.count - 2])
        let zone = try zones.zone(meantBy: parts[parts.count - 1])
        let region = zones.region(of: zone)
        guard regions?.contains(region) != false else {
            throw BadInput("\(name): \(zone.name) lies in \(region.rawValue), which has no sessions here")
        }
        return ProgramDocument.MentorEntry(
            name: name, email: email, zone: zone, region: nil, weight: 1, minGapWeeks: 2, maxPerMonth: 2, slots: [],
            away: [])
    }
}

extension String {
    /// The words of it with one blank between them.
    fileprivate var inOneBlank: String { split(separator: " ").joined(separator: " ") }
}
