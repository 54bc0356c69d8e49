import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// What somebody's own page shows, for its template.
struct OwnPageText: Encodable {
    /// A program's path.
    struct Walk: Encodable {
        let program: String
        let picture: String
        let hasStages: Bool
        let standing: String
        let stages: [StageLine]
        let helpful: [OwnSession]
        let hasHelpful: Bool
    }

    /// A stage in words.
    struct StageLine: Encodable {
        let name: String
        let words: String

        init(_ stage: ProgressView.StageView) {
            name = stage.name
            words = stage.words
        }
    }

    let frame: PageFrame
    let name: String
    let zoneName: String
    let next: [OwnSession]
    /// Whose hour will move for the person.
    let hourMoves: HourMoves?
    let duties: [DutyLine]
    let hasDuties: Bool
    let walks: [Walk]

    /// - Parameters:
    ///   - page: what is to be shown.
    ///   - picture: the path of the picture of a program's path.
    ///   - frame: what is around it.
    ///   - zones: the zones in force.
    /// - Throws: when a zone's rules cannot be read.
    init(
        _ page: OwnPage, picture: (Program.Name) -> String, in frame: PageFrame, zones: TimeZoneCatalog
    ) throws {
        let rules = try zones.rules(for: page.zone)
        let entry = { (session: SessionView, region: String, words: String) in
            OwnSession(session, in: region, words, now: page.asOf, in: frame, on: rules)
        }
        self.frame = frame
        name = page.name
        zoneName = page.zone.name
        next = page.next.map {
            entry($0.session, $0.regionTitle, "\($0.program): \($0.part.clause)\($0.session.confirming)")
        }
        hourMoves = HourMoves(page.hourMoves.map { "\($0.program): \($0.inWords(for: page.zone))" }, few: 6)
        duties = page.duties.map { DutyLine($0) }
        hasDuties = !duties.isEmpty
        walks = page.walks.map { walk in
            let progress = walk.progress
            return Walk(
                program: walk.program, picture: picture(progress.program), hasStages: !progress.stages.isEmpty,
                standing: progress.standing,
                stages: progress.stages.map(StageLine.init),
                helpful: progress.helpful.map {
                    entry($0.session, walk.regionTitles[$0.session.region], $0.gains.credit)
                },
                hasHelpful: !progress.helpful.isEmpty)
        }
    }
}
