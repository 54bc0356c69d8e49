import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog

/// The page of whoever is signed in: what is next for them, and what they can do about it, for its template.
struct MePage {
    /// A program in which they are a trainee.
    struct Walk {
        let program: String
        let standing: String
        let stages: [OwnPageText.StageLine]
        let hasStages: Bool
        let helpful: [OwnSession]
        let hasHelpful: Bool
        let wholeSeasons: [Whole]
        let reviews: String
        let evidence: String
    }

    /// A region, all of whose sessions of a season they come to or could come to.
    struct Whole {
        let words: String
        let action: Action
    }

    let frame: PageFrame
    let name: String
    let zoneName: String
    let next: [OwnSession]
    let hourMoves: [String]
    let hasHourMoves: Bool
    let duties: [DutyLine]
    let hasDuties: Bool
    let walks: [Walk]
    let settings: String

    /// - Parameters:
    ///   - page: what is to be shown.
    ///   - actions: makes the buttons.
    ///   - frame: what is around it.
    ///   - zones: the zones in force.
    /// - Throws: when a zone's rules cannot be read.
    init(_ page: OwnPage, _ actions: Actions, in frame: PageFrame, zones: TimeZoneCatalog) throws {
        let rules = try zones.rules(for: page.zone)
        let entry = { (session: SessionView, words: String, actions: [Action]) in
            OwnSession(session, words, actions, now: page.asOf, in: frame, on: rules)
        }
        self.frame = frame
        name = page.name
        zoneName = page.zone.name
        next = page.next.map { next in
            let part = SessionPart(next.part, in: next.session, at: page.asOf)
            return entry(
                next.session, "\(next.program): \(part.words)", part.actions(on: next.session.code, by: actions))
        }
        hourMoves = page.hourMoves.map { "\($0.program): \($0.inWords(for: page.zone))" }
        hasHourMoves = !hourMoves.isEmpty
        duties = page.duties.map(DutyLine.init)
        hasDuties = !duties.isEmpty
        settings = "\(frame.root)/me/settings"
        walks = page.walks.map { walk in
            let progress = walk.progress
            return Walk(
                program: walk.program, standing: progress.standing,
                stages: progress.stages.map(OwnPageText.StageLine.init), hasStages: !progress.stages.isEmpty,
                helpful: progress.helpful.map { helpful in
                    let part = SessionPart.apart(isFull: helpful.session.isFull)
                    return entry(
                        helpful.session, "counts for \(helpful.gains.inWords)",
                        part.actions(on: helpful.session.code, by: actions))
                }, hasHelpful: !progress.helpful.isEmpty,
                wholeSeasons: page.wholeSeasons.filter { $0.program == progress.program }.map {
                    Whole($0, by: actions)
                }, reviews: "\(frame.root)/me/reviews/\(progress.program)",
                evidence: "\(frame.root)/me/evidence/\(progress.program)")
        }
    }
}

extension MePage.Whole {
    fileprivate init(_ whole: OwnPage.WholeSeason, by actions: Actions) {
        let subject = "\(whole.regionTitle), season \(whole.season)"
        if whole.isTheirs {
            words = "\(subject): you are enrolled in every session."
            action = actions.button(
                LeaveForSeason(program: whole.program, region: whole.region, season: whole.season),
                "Leave all of them", about: subject, isGrave: true)
        } else {
            words = subject
            action = actions.button(
                EnrollForSeason(program: whole.program, region: whole.region, season: whole.season),
                "Take a seat in every session", about: subject)
        }
    }
}
