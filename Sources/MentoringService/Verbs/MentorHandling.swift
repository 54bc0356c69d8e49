import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension AddMentor: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> MentorView {
        let terms = try MentorTerms(
            region: region, weight: weight, minGapWeeks: minGapWeeks, maxPerMonth: maxPerMonth)
        return try await desk.office.addMentor(to: program, name: name, email: email, zone: zone, terms: terms)
    }
}

extension ListMentors: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [MentorView] {
        try await desk.office.mentors(of: program)
    }
}
