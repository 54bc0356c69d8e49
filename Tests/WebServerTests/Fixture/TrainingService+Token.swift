package import Mentoring
import MentoringAPI
package import MentoringService
import TestSupport

extension TrainingService {
    /// A token that gives somebody just a role, in every program, whatever they are there.
    package func token(for email: String, as role: Role) async throws -> String {
        let email = try EmailAddress(email)
        _ = try await addOrganizer(email, to: nil)
        return try await ask(CreateToken(email: email, role: role)).token
    }
}
