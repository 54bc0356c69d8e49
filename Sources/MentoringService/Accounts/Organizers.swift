import CivilTime
public import Mentoring
public import MentoringAPI

extension AddOrganizer: HandledRequest {
    public func carryOut(for client: Client) async throws -> OrganizerView {
        try await client.service.addOrganizer(email.address, to: program)
    }
}

extension ListOrganizers: HandledRequest {
    public func carryOut(for client: Client) async throws -> [OrganizerView] {
        try await client.service.organizers(of: program)
    }
}

extension RemoveOrganizer: HandledRequest {
    public func carryOut(for client: Client) async throws -> OrganizerView {
        try await client.service.removeOrganizer(email.address, from: program)
    }
}

extension ListAllOrganizers: HandledRequest {
    public func carryOut(for client: Client) async throws -> [OrganizerView] {
        try await client.service.organizers(of: nil)
    }
}

extension TrainingService {
    /// Gives somebody an organizer's rights in a program, or an administrator's in all; again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed or conflict for who is blocked.
    public func addOrganizer(_ email: EmailAddress, to program: Program.Name?) async throws -> OrganizerView {
        try await store.write { transaction in
            let wasKnown: Bool
            if let program {
                let name = try transaction.requireProgram(program).name
                wasKnown = try transaction.organizers(of: name).contains(email)
                try transaction.admitOrganizer(email, to: name)
                if !wasKnown { try transaction.noteEnteredByPeople([.organizer(email)], in: name) }
            } else {
                guard try !transaction.isBlocked(email, in: nil) else {
                    throw Refusal(.conflict, "\(email) is blocked; end that first: meridian person unblock \(email)")
                }
                try email.refuseErased()
                wasKnown = try transaction.administrators().contains(email)
                try transaction.addAdministrator(email)
            }
            var view = OrganizerView(program: program, email: email, name: try transaction.name(of: email, in: program))
            view.wasKnown = wasKnown
            return view
        }
    }

    /// Gives somebody an administrator's rights, as whoever works on the database's own machine says.
    public func addAdministrator(_ email: EmailAddress, saidBy actor: EmailAddress?) async throws -> OrganizerView {
        try await writingDown(.ofAdministrator("addAdministrator", email, saidBy: actor)).addOrganizer(email, to: nil)
    }

    /// Takes an administrator's rights, as whoever works on the database's own machine says.
    public func removeAdministrator(_ email: EmailAddress, saidBy actor: EmailAddress?) async throws -> OrganizerView {
        try await writingDown(.ofAdministrator("removeAdministrator", email, saidBy: actor))
            .removeOrganizer(email, from: nil)
    }

    /// Takes an organizer's rights in a program, or an administrator's; at once, whatever tokens they have.
    /// - Throws: `Refusal` not-found for an unknown program, and for who has no such rights.
    public func removeOrganizer(_ email: EmailAddress, from program: Program.Name?) async throws -> OrganizerView {
        try await store.write { transaction in
            // Looked up while they have the rights by which they are known there.
            let name = try transaction.name(of: email, in: program)
            let removed =
                if let program {
                    try transaction.removeOrganizer(email, from: transaction.requireProgram(program).name)
                } else {
                    try transaction.removeAdministrator(email)
                }
            guard removed else {
                throw Refusal.notFound(program.map { "organizer of \($0)" } ?? "administrator", email.description)
            }
            return OrganizerView(program: program, email: email, name: name)
        }
    }

    /// A program's organizers by address, or, without a program, the administrators and then all programs' organizers.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func organizers(of program: Program.Name?) async throws -> [OrganizerView] {
        try await store.read { transaction in
            let names =
                try program.map { [try transaction.requireProgram($0).name] } ?? transaction.programNames()
            let administrators = try program == nil ? transaction.administrators() : []
            let everybody = try administrators.isEmpty ? [:] : transaction.names(in: nil)
            return try administrators.map { OrganizerView(program: nil, email: $0, name: everybody[$0]) }
                + names.flatMap { name in
                    let known = try transaction.names(in: transaction.requireProgram(name))
                    return try transaction.organizers(of: name).map {
                        OrganizerView(program: name, email: $0, name: known[$0])
                    }
                }
        }
    }
}

extension Deed {
    fileprivate static func ofAdministrator(_ action: String, _ email: EmailAddress, saidBy actor: EmailAddress?)
        -> Deed
    {
        Deed(actor: actor, way: .command, action: action, subject: [email.description])
    }
}
