import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// The page of whoever is signed in: what is next for them, and what they can do about it, for its template.
struct MePage: Encodable {
    /// How many of the next sessions are cards; those after them are lines.
    private static let mostCards = 3

    /// A program in which they are a trainee.
    struct Walk: Encodable {
        let program: String
        let standing: String
        let stages: [OwnPageText.StageLine]
        let hasStages: Bool
        let helpful: [OwnSession]
        let hasHelpful: Bool
        let wholeSeasons: [Whole]
        let hasWholeSeasons: Bool
        let reviews: String
        let evidence: String
    }

    /// A region, all of whose sessions of a season they come to or could come to.
    struct Whole: Encodable {
        let words: String
        let action: Action
    }

    let frame: PageFrame
    let name: String
    let zoneName: String
    let next: [OwnSession]
    let later: [OwnSession]
    let hasLater: Bool
    /// Those that they missed and can make up for.
    let missed: [OwnSession]
    let hasMissed: Bool
    let hourMoves: HourMoves?
    let duties: [DutyLine]
    let hasDuties: Bool
    /// At which they take turns, or could.
    let volunteering: [MentoringPage.Line]
    let hasVolunteering: Bool
    let walks: [Walk]
    let hasWalks: Bool
    let settings: String
    /// Where they mentor or organize.
    let offices: [Way]
    let hasOffices: Bool

    /// - Parameters:
    ///   - page: what is to be shown.
    ///   - volunteering: the duties of their programs.
    ///   - actions: makes the buttons.
    ///   - frame: what is around it.
    ///   - zones: the zones in force.
    /// - Throws: when a zone's rules cannot be read.
    init(
        _ page: OwnPage, _ volunteering: [Volunteering], _ actions: Actions, in frame: PageFrame, zones: TimeZoneCatalog
    ) throws {
        let rules = try zones.rules(for: page.zone)
        // Which program it is goes without saying where there is one.
        let isOfSeveral = Set((page.next + page.missed).map(\.session.program)).count > 1
        let entry = { (entry: OwnPage.Entry) in
            let part = SessionPart(entry.part, entry.standing, in: entry.session, at: page.asOf)
            return OwnSession(
                entry.session, in: entry.regionTitle, (isOfSeveral ? "\(entry.program): " : "") + part.words,
                note: part.note, part.actions(on: entry.session.code, by: actions), now: page.asOf, in: frame, on: rules
            )
        }
        self.frame = frame
        name = page.name
        zoneName = page.zone.name
        next = page.next.prefix(Self.mostCards).map(entry)
        later = page.next.dropFirst(Self.mostCards).map(entry)
        hasLater = !later.isEmpty
        missed = page.missed.map(entry)
        hasMissed = !missed.isEmpty
        hourMoves = HourMoves(page.hourMoves.map { "\($0.program): \($0.inWords(for: page.zone))" }, few: 6)
        duties = page.duties.map { DutyLine($0, [actions.handingOn($0)]) }
        hasDuties = !duties.isEmpty
        self.volunteering = volunteering.map { MentoringPage.Line($0, by: actions) }
        hasVolunteering = !volunteering.isEmpty
        hasWalks = !page.walks.isEmpty
        settings = "\(frame.root)/me/settings"
        let place = { (path: String, label: String) in Way(href: "\(frame.root)/me/\(path)", label: label)
        }
        offices =
            page.offices.flatMap { office in
                (office.mentors ? [place("mentoring/\(office.program)", "Mentoring: \(office.title)")] : [])
                    + (office.organizes ? [place("organizing/\(office.program)", "Organizing: \(office.title)")] : [])
            }
            + (page.administers
                ? [
                    place("new", "A new program"), place("see/outbox", ListOutbox.title),
                    place("suppressed", ListSuppressed.title), place("log", "Who did what on this server"),
                ]
                : [])
        hasOffices = !offices.isEmpty
        walks = page.walks.map { walk in
            let progress = walk.progress
            let seasons = page.wholeSeasons.filter { $0.program == progress.program }
            return Walk(
                program: walk.program, standing: progress.standing,
                stages: progress.stages.map(OwnPageText.StageLine.init), hasStages: !progress.stages.isEmpty,
                helpful: progress.helpful.map { helpful in
                    let part = SessionPart.apart(isFull: helpful.session.isFull)
                    return OwnSession(
                        helpful.session, in: walk.regionTitles[helpful.session.region],
                        helpful.gains.credit, part.actions(on: helpful.session.code, by: actions),
                        now: page.asOf, in: frame, on: rules)
                }, hasHelpful: !progress.helpful.isEmpty,
                wholeSeasons: seasons.map { Whole($0, by: actions) }, hasWholeSeasons: !seasons.isEmpty,
                reviews: "\(frame.root)/me/reviews/\(progress.program)",
                evidence: "\(frame.root)/me/evidence/\(progress.program)")
        }
    }
}

extension MePage.Whole {
    fileprivate init(_ whole: OwnPage.WholeSeason, by actions: Actions) {
        words = whole.words
        action =
            whole.isTheirs
            ? actions.button(
                LeaveForSeason(program: whole.program, region: whole.region, season: whole.season),
                "Leave all of them", about: whole.subject, isGrave: true)
            : actions.button(
                EnrollForSeason(program: whole.program, region: whole.region, season: whole.season),
                "Take a seat in every session", about: whole.subject)
    }
}
