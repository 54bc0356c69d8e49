import Mentoring
import MentoringAPI

/// What somebody may do, decided in one place: by what they are in the program that a request is about, and never more than their
/// token lets them.
extension StoreReading {
    /// What somebody may do about a subject; nil for whoever may do only what everybody may.
    func role(of principal: Principal, about subject: Subject) throws -> Role? {
        switch principal {
        case .nobody: return nil
        case .machine: return .organizer
        case .token(let token):
            guard let role = try role(of: token, about: subject) else { return nil }
            return min(role, token.limits.role)
        }
    }

    /// What somebody is in a program, whatever they act with.
    func role(of email: EmailAddress, in program: Program.Name) throws -> Role? {
        if try isBlocked(email, in: program) { return nil }
        if try isOrganizer(email, of: program) { return .organizer }
        guard let person = try person(email) else { return nil }
        return try membership(of: person.id, in: program)
    }

    /// The highest that somebody is in any program.
    func highestRole(of email: EmailAddress) throws -> Role? {
        try programs(of: email).compactMap { try role(of: email, in: $0.name) }.max()
    }

    private func role(of token: AccessToken, about subject: Subject) throws -> Role? {
        let email = token.person.email
        if try isBlocked(email, in: nil) { return nil }
        switch subject {
        case .server:
            return try token.program == nil && isAdministrator(email) ? .organizer : nil
        case .oneself:
            return token.program == nil ? try highest(of: token) ?? .trainee : nil
        case .anyProgram:
            return try highest(of: token)
        case .absences(let person):
            return try role(of: token, overAbsencesOf: try? person.address)
        case .person(let person):
            let address = try? person.address
            // What is kept of whoever has left every program is theirs all the same.
            let own: Role? = token.program == nil && address == email ? .trainee : nil
            return try role(of: token, overAbsencesOf: address) ?? own
        case .absence(let id):
            return try role(of: token, overAbsencesOf: owner(of: id))
        case .program, .session, .dutyTurn, .slot, .freeze, .review, .offer, .mail:
            // What does not exist is for the use case to say.
            guard let program = try program(of: subject) else { return try highest(of: token) }
            return token.program.map { $0 == program } ?? true ? try role(of: email, in: program) : nil
        }
    }

    private func highest(of token: AccessToken) throws -> Role? {
        if let program = token.program { return try role(of: token.person.email, in: program) }
        return try highestRole(of: token.person.email)
    }

    /// Absences may hold in all programs: they are the person's, and the organizers' of each program that the person takes part in.
    private func role(of token: AccessToken, overAbsencesOf owner: EmailAddress?) throws -> Role? {
        let email = token.person.email
        if try token.program == nil && isAdministrator(email) { return .organizer }
        guard let highest = try highest(of: token) else { return nil }
        if let owner, try !programs(organizedBy: email, only: token.program, with: owner).isEmpty { return .organizer }
        // Who organizes another program is nobody special here.
        return min(highest, .mentor)
    }

    /// The programs that somebody organizes and another mentors, volunteers or learns in; `only` narrows them to one.
    ///
    /// Who merely organizes there has no part in them that would be the others' matter: whoever organizes makes anybody an
    /// organizer, asked or not.
    func programs(
        organizedBy email: EmailAddress, only: Program.Name?, with member: EmailAddress
    ) throws -> [Program.Name] {
        guard let person = try person(member)?.id else { return [] }
        return try programs(of: member).map(\.name).filter {
            try (only ?? $0) == $0 && isOrganizer(email, of: $0) && membership(of: person, in: $0) != nil
                && !isBlocked(member, in: $0)
        }
    }

    private func owner(of id: Identifier<Away>) throws -> EmailAddress? {
        try person(absence: id)?.email
    }

    /// The program that something belongs to; nil when there is no such thing.
    func program(of subject: Subject) throws -> Program.Name? {
        switch subject {
        case .program(let name): try program(name)?.name
        case .session(let text): try WrittenCode(text).flatMap { try program(meantBy: $0)?.name }
        case .dutyTurn(let text): try WrittenCode(text).flatMap { try program(meantBy: $0)?.name }
        case .slot(let id): try slot(id)?.program
        case .freeze(let id): try programNames().first { try freezes(of: $0).contains { $0.id == id } }
        case .review(let id): try review(id)?.program
        case .offer(let id): try swapOffer(id).flatMap { try session($0.session)?.code.program }
        case .mail(let id): try writtenMail(id)?.program
        case .absence(let id):
            try person(absence: id).flatMap { try absences(of: $0.id).first { $0.id == id }?.program }
        case .absences, .person, .oneself, .anyProgram, .server: nil
        }
    }
}

extension Principal {
    /// Refuses whoever has a lesser role, without telling what another program has.
    /// - Throws: `Refusal` not-allowed.
    func require(_ least: Role?, of role: Role?, about subject: Subject) throws(Refusal) {
        guard let least else { return }
        if let role, role >= least { return }
        if case .nobody = self {
            throw Refusal(.notAllowed, "this needs a token; an organizer makes one with meridian token create")
        }
        guard let role else {
            if case .server = subject { throw Refusal(.notAllowed, "this is for the server's administrators") }
            if let only = onlyProgram {
                throw Refusal.goodOnly(for: only)
            }
            throw Refusal(
                .notAllowed,
                "you take no part\(subject.program.map { " in \(OneLine.shown($0))" } ?? " in a program"), and this needs the role \(least.rawValue) there; ask an organizer"
            )
        }
        throw Refusal(
            .notAllowed, "this needs the role \(least.rawValue), and the token has \(role.rawValue)")
    }

    /// Refuses a token that only reads.
    /// - Throws: `Refusal` not-allowed.
    func require(_ method: Route.Method) throws(Refusal) {
        guard case .token(let token) = self, token.limits.scope == .read, method != .get else { return }
        throw Refusal(.notAllowed, "the token only reads; take another one to change something")
    }
}

extension Refusal {
    /// A token that is narrowed to another program.
    static func goodOnly(for program: Program.Name) -> Refusal {
        Refusal(.notAllowed, "the token is good only for \(program); take another one for this")
    }
}

extension Subject {
    /// The program, where the subject says it to everybody.
    fileprivate var program: Program.Name? {
        switch self {
        case .program(let name): name
        case .session(let text), .dutyTurn(let text): WrittenCode(text)?.programs.first
        default: nil
        }
    }

    /// What is said of a numbered thing to those who are nobody in its program: that there is none.
    var hidden: Refusal? {
        switch self {
        case .slot(let id): .notFound("slot", "\(id)")
        case .freeze(let id): .notFound("freeze", "\(id)")
        case .review(let id): .noReview(id)
        case .offer(let id): .noOffer(id)
        case .mail(let id): .noMail(id)
        default: nil
        }
    }
}

extension Caller {
    /// Refuses whoever is neither an organizer nor the one whose matter it is.
    /// - Throws: `Refusal` not-allowed.
    func require(owner: Identifier<Person>, in transaction: any StoreReading) throws {
        let own = try email.flatMap { try transaction.person($0) }?.id == owner
        guard role == .organizer || own else { throw Self.notTheirs }
    }
}
