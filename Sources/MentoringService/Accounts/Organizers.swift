import CivilTime
public import Mentoring
public import MentoringAPI

extension TrainingOffice {
    /// Gives somebody an organizer's rights in a program, or an administrator's in all; again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed or conflict for who is blocked.
    public func addOrganizer(_ email: EmailAddress, to program: Program.Name?) async throws -> OrganizerView {
        try await store.write { books in
            if let program {
                try books.admitOrganizer(email, to: books.requireProgram(program).name)
            } else {
                guard try !books.isBlocked(email, in: nil) else {
                    throw Refusal(.conflict, "\(email) is blocked; end that first: meridian person unblock \(email)")
                }
                try books.addAdministrator(email)
            }
            return OrganizerView(program: program, email: email)
        }
    }

    /// Takes an organizer's rights in a program, or an administrator's; at once, whatever tokens they have.
    /// - Throws: `Refusal` not-found for an unknown program, and for who has no such rights.
    public func removeOrganizer(_ email: EmailAddress, from program: Program.Name?) async throws -> OrganizerView {
        try await store.write { books in
            let removed =
                if let program {
                    try books.removeOrganizer(email, from: books.requireProgram(program).name)
                } else {
                    try books.removeAdministrator(email)
                }
            guard removed else {
                throw Refusal.notFound(program.map { "organizer of \($0)" } ?? "administrator", email.description)
            }
            return OrganizerView(program: program, email: email)
        }
    }

    /// A program's organizers by address, or, without a program, the administrators and then all programs' organizers.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func organizers(of program: Program.Name?) async throws -> [OrganizerView] {
        try await store.read { books in
            let names = try program.map { [try books.requireProgram($0).name] } ?? books.programs().map(\.name)
            let administrators = try program == nil ? books.administrators() : []
            return try administrators.map { OrganizerView(program: nil, email: $0) }
                + names.flatMap { name in
                    try books.organizers(of: name).map { OrganizerView(program: name, email: $0) }
                }
        }
    }
}
