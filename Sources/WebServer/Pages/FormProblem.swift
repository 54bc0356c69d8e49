import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// What was wrong with what somebody filled in, and at which field, for templates.
struct FormProblem: Encodable {
    let words: String
    let isAtName: Bool
    let isAtEmail: Bool
    let isAtZone: Bool
    /// Whether it is no field's, so that the words themselves are gone to.
    let isElsewhere: Bool

    /// - Parameters:
    ///   - error: why it could not be done.
    ///   - name: what was typed in as a name, where that was asked for.
    ///   - email: as a mail address.
    ///   - zone: as a time zone.
    ///   - zones: the zones in force.
    init(_ error: any Error, name: String? = nil, email: String? = nil, zone: String? = nil, zones: TimeZoneCatalog) {
        let failure = Failure(error)
        words = failure.wordsElsewhere
        // What is wrong with one field hides what is wrong with the next, as the request does it.
        let isOfField = failure.kind == .badInput
        isAtName = isOfField && name.map { (try? PersonName.validated($0)) == nil } ?? false
        isAtEmail = isOfField && !isAtName && email.map { (try? EmailAddress($0)) == nil } ?? false
        isAtZone =
            isOfField && !isAtName && !isAtEmail && zone.map { (try? zones.zone(meantBy: $0)) == nil } ?? false
        isElsewhere = !isAtName && !isAtEmail && !isAtZone
    }
}
