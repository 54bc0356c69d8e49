import CivilTime
public import Mentoring
public import MentoringAPI
import Rotation
import SeasonPlanning
import TimeZoneCatalog

extension ExplainAbsence: HandledRequest {
    public func carryOut(for client: Client) async throws -> WhyNotView {
        let why = try await client.service.whyNot(
            program, mentor: mentor.address, week: week, season: season, told: client.principal)
        return client.caller.role == .organizer ? why : why.withoutDaysOff
    }
}

extension TrainingService {
    /// Explains what spoke against a mentor's leading their region's turn in a week.
    ///
    /// Nothing is stored.
    ///
    /// - Parameters:
    ///   - name: the program.
    ///   - mentor: the mentor's address.
    ///   - week: the week of the season, from 1.
    ///   - season: which season; nil means the one that runs, or the next.
    ///   - principal: who asks; which sessions of other programs it is about is told to who organizes those.
    /// - Returns: what speaks against them, or that they do lead, by what is stored now.
    /// - Throws: `Refusal` not-found for an unknown program or mentor, or a week that the season does not have.
    public func whyNot(
        _ name: Program.Name, mentor: EmailAddress, week: Int, season: Season.Name? = nil,
        told principal: Principal = .nobody
    ) async throws -> WhyNotView {
        let now = clock.now()
        let (facts, mentor) = try await store.read { transaction in
            let program = try transaction.requireProgram(name, season: season)
            let mentor = try transaction.requireMentor(mentor, of: name)
            guard (1...program.season.weeks).contains(week) else {
                throw Refusal(.notFound, "\(name) has the weeks 1 to \(program.season.weeks), and no week \(week)")
            }
            return (try SeasonFacts(of: program, in: transaction, by: zones, now: now, told: principal), mentor)
        }
        let turn = Turn(week: week, region: mentor.region)
        let why = try SeasonWhy(facts, into: turn, effort: .inquiry, zones: zones, recurrence: recurrence)
        let leader = why.plan.offers[turn].flatMap { offer in
            facts.mentors.first { $0.person.id == offer.mentor }?.person.name
        }
        return WhyNotView(
            session:
                "\(SessionCode(program: name, season: facts.program.season.name, week: week, region: mentor.region))",
            week: week,
            region: mentor.region, leader: leader, objection: try why.objection(to: mentor, at: turn),
            notes: why.history(of: turn))
    }
}
