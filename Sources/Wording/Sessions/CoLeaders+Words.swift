import Mentoring
package import MentoringAPI

extension CoLeaders {
    /// Who led the session.
    package var text: String {
        let names = coLeaders.map(OneLine.shown).joined(separator: " and ")
        return "\(session): \(OneLine.shown(mentor)) led it" + (names.isEmpty ? " alone" : " together with \(names)")
    }
}
