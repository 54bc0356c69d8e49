public import Mentoring
import MentoringAPI
import TimeZoneCatalog

// Who is meant by what somebody wrote. Every person whom a request names is found here, and nowhere else, among those alone whom
// the one who asks may see: anybody else is not there, and neither suggested nor told from nobody.

/// A request in which an address stands wherever somebody is named.
package struct UnderstoodRequest<R: HandledRequest> {
    /// The request.
    package var request: R
    /// The names of those who were named so, and whose addresses whoever asks may not see.
    var hidden: [EmailAddress: String] = [:]
}

extension Client {
    /// Finds out who is meant by the names in a request.
    ///
    /// What is an address stays as it is, whether or not anybody has it: what is to be said of that is for the use case.
    ///
    /// - Throws: `Refusal` not-found for a name that nobody has whom the one who asks may see, conflict for one that several have;
    ///   `BadInput` for what can be neither a name nor an address.
    package func understanding<R: HandledRequest>(_ request: R) async throws -> UnderstoodRequest<R> {
        let fields = R.route.fields.filter { $0.kind.circle != nil }
        guard !fields.isEmpty else { return UnderstoodRequest(request: request) }
        let values = try request.values()
        guard fields.contains(where: { values[$0.name]?.texts.contains { (try? EmailAddress($0)) == nil } ?? false })
        else { return UnderstoodRequest(request: request) }
        do {
            return try await understanding(request, values, fields)
        } catch let refusal as Refusal where R.route.method != .get {
            // Sent again, it may have ended what it names: then what was answered the first time is.
            try await service.store.write { _ -> Void in throw refusal }
            throw refusal
        }
    }

    private func understanding<R: HandledRequest>(
        _ request: R, _ values: [String: JSONValue], _ fields: [FieldDescription]
    ) async throws -> UnderstoodRequest<R> {
        let (subject, principal, zones, secrets) = (request.subject, principal, service.zones, service.secrets)
        return try await service.store.read { transaction in
            let place = try transaction.place(of: subject, else: values["program"]?.texts.first, by: zones)
            var (meant, hidden) = (values, [EmailAddress: String]())
            var circles: [Circle: NamedPeople] = [:]
            for field in fields {
                guard let circle = field.kind.circle, let value = values[field.name] else { continue }
                // Nobody is looked for on behalf of a list that is too long, nor twice for what is written twice.
                try field.check(value)
                let people =
                    try circles[circle]
                    ?? transaction.people(in: circle, of: place, for: principal, secrets: secrets)
                circles[circle] = people
                var found: [String: String] = [:]
                meant[field.name] = try value.mappingTexts { text in
                    if let known = found[text] { return known }
                    let slot = field.kind.hasTime ? try Suppositions.Slot(text) : nil
                    let written = slot?.mentor ?? WrittenPerson(text)
                    let known = try (try? written.address) == nil ? people.require(written) : nil
                    if let known, !known.showsAddress { hidden[known.person.email] = known.person.name }
                    let address = known?.person.email.description ?? written.description
                    found[text] = slot.map { "\(address) \($0.text)" } ?? address
                    return found[text] ?? address
                }
            }
            return UnderstoodRequest(request: try JSONValue.object(meant).decoded(as: R.self), hidden: hidden)
        }
    }
}

extension TrainingService {
    /// The address of somebody whom whoever works on the database's own machine names, among all whom it knows.
    ///
    /// Whoever has an address and nothing else there is somebody too: who organizes, reads a program's mail or is to join. So is
    /// whom the request itself names, who may be about to join, and everybody where there is no program yet.
    ///
    /// What `named` holds are the texts of the request.
    /// - Throws: as finding out whom a request means; `Refusal` not-found for an address that is nobody's.
    public func address(of written: WrittenPerson, besides named: Set<String>) async throws -> EmailAddress {
        try await store.read { transaction in
            guard let address = try? written.address else {
                return try NamedPeople(try transaction.people(organizedBy: .machine(as: nil)), as: "person here")
                    .require(written).person.email
            }
            if named.contains(address.description) { return address }
            if try transaction.person(address) != nil { return address }
            try transaction.refuseWhileMoving(address)
            let known = try transaction.addressesOfAll()
            guard !known.isEmpty, !known.contains(address) else { return address }
            // Everybody of one domain would be near otherwise.
            let box = address.description.prefix { $0 != "@" }
            let near = nearest(
                to: String(box), among: known.map { String($0.description.prefix { $0 != "@" }) })
            throw Refusal.unknown(
                address, nearest: known.filter { near.contains(String($0.description.prefix { $0 != "@" })) })
        }
    }
}

extension StoreReading {
    /// The addresses of all who are somebody on this server; none where there is no program yet, nor anybody who administers it.
    fileprivate func addressesOfAll() throws -> [EmailAddress] {
        let organizing = try programs().flatMap { program in
            try [program.contact] + organizers(of: program.name) + joinRequests(of: program.name).map(\.email)
        }
        return try (people().map(\.email) + organizing + administrators()).withoutRepetition
    }
}

extension StoreReading {
    /// The names that an organizer of a program, or without one an administrator, reads instead of addresses: each somebody's
    /// alone there.
    func names(in program: Program?) throws -> [EmailAddress: String] {
        NamedPeople.names(
            of: try program.map { try people(in: .everybody, of: $0, seenAs: .organizer, by: nil).map(\.person) }
                ?? people())
    }

    /// The names that somebody reads instead of addresses, over all programs that they organize.
    func namesInsteadOfAddresses(for principal: Principal) throws -> [EmailAddress: String] {
        NamedPeople.names(of: try people(organizedBy: principal).map(\.person))
    }

    /// The name that an organizer of a program reads instead of an address.
    func name(of email: EmailAddress, in program: Program.Name?) throws -> String? {
        try names(in: program.map(requireProgram))[email]
    }

    /// The program whose people a request names; nil where it is about no program.
    /// - Throws: `Refusal` not-found for a program, a session or a week that there is not.
    fileprivate func place(
        of subject: Subject, else named: Program.Name?, by zones: TimeZoneCatalog
    ) throws -> Program? {
        if let name = try program(of: subject) { return try requireProgram(name) }
        switch subject {
        case .program(let name): return try requireProgram(name)
        case .session(let code): return try requireProgram(of: requireSession(code, by: zones).code)
        case .dutyTurn(let code): return try requireProgram(of: requireDutyTurn(code).code)
        default: return try named.map(requireProgram)
        }
    }

    /// Those of a circle whom somebody may name.
    fileprivate func people(
        in circle: Circle, of program: Program?, for principal: Principal, secrets: any Secrets
    ) throws -> NamedPeople {
        guard let program else { return NamedPeople(try people(organizedBy: principal), as: "person here") }
        let role = try role(of: principal, about: .program(program.name))
        let own = try principal.email.flatMap { try person($0) }
        let isComplete =
            role == .organizer || role == .mentor && circle == .participants || role != nil && circle == .mentors
        let what = "\(circle.word) of \(program.name)" + (isComplete ? "" : " whom you may see")
        return NamedPeople(
            try people(in: circle, of: program, seenAs: role, by: own), as: what,
            nicknames: (role ?? .trainee) >= .mentor ? try nicknames(of: program.name) : []
        ) { $0.mark(in: program.name, by: secrets) }
    }

    /// A program's mentors are shown to everybody who takes part in it, its trainees to those who lead it, who takes turns at its
    /// duties to all who do, and the others, and addresses, to its organizers; everybody is shown to themself.
    func people(
        in circle: Circle, of program: Program, seenAs role: Role?, by own: Person?
    ) throws -> [NamedPeople.Known] {
        let (name, isOrganizer) = (program.name, role == .organizer)
        func known(_ person: Person, _ part: String) -> NamedPeople.Known {
            .init(person: person, part: part, showsAddress: isOrganizer || person.id == own?.id)
        }
        func seen(_ people: [NamedPeople.Known], if isSeen: Bool) -> [NamedPeople.Known] {
            isSeen ? people : people.filter { $0.person.id == own?.id }
        }
        let leading = try mentors(of: name).map { known($0.person, "mentor, \(program.regionTitles[$0.region])") }
        let mentors = seen(leading, if: role != nil)
        if circle == .mentors { return mentors }
        let trainees = seen(
            try trainees(of: name).map { known($0, "trainee") }, if: isOrganizer || role == .mentor)
        if circle == .participants { return mentors + trainees }
        let takers = try volunteers(of: name).map { known($0.person, "takes turns at duties") }
        let volunteers = seen(takers, if: isOrganizer || takers.contains { $0.person.id == own?.id })
        if circle == .volunteers { return volunteers }
        let asking = try joinRequests(of: name).map {
            known(Person(name: $0.name, email: $0.email, zone: $0.zone), "is to join")
        }
        let joining = seen(asking, if: isOrganizer)
        if circle == .trainees {
            let leaders = Set(leading.map(\.person.id))
            return trainees + volunteers.filter { !leaders.contains($0.person.id) } + joining
        }
        // Whoever makes an address an organizer learns nothing of its owner by that.
        let leaders = try self.organizers(of: name).compactMap { try person($0, in: program) }
        let organizers = seen(leaders.map { known($0, "organizer") }, if: isOrganizer)
        return circle == .organizers ? organizers : mentors + trainees + volunteers + joining + organizers
    }

    /// Those whom somebody may name where no program is named: the people of the programs that they organize, everybody for an
    /// administrator, and themself.
    fileprivate func people(organizedBy principal: Principal) throws -> [NamedPeople.Known] {
        let own = try principal.email.flatMap { try person($0) }
        let organized = try (principal.email.map { try programs(of: $0) } ?? programs())
            .filter { try role(of: principal, about: .program($0.name)) == .organizer }
            .flatMap { try people(in: .everybody, of: $0, seenAs: .organizer, by: own) }
        let administers = try role(of: principal, about: .server) == .organizer
        let others = administers ? try people() : [own].compactMap(\.self)
        return organized + others.map { .init(person: $0, part: "", showsAddress: true) }
    }
}

extension Circle {
    /// What somebody of it is called.
    fileprivate var word: String {
        switch self {
        case .mentors: "mentor"
        case .trainees: "trainee"
        case .volunteers: "volunteer"
        case .organizers: "organizer"
        case .participants, .everybody: "participant"
        }
    }
}

extension JSONValue {
    /// The same with other texts, each of a list by itself.
    fileprivate func mappingTexts(_ change: (String) throws -> String) rethrows -> JSONValue {
        switch self {
        case .text(let text): .text(try change(text))
        case .list(let values): .list(try values.map { try $0.mappingTexts(change) })
        default: self
        }
    }
}

extension Error {
    /// The same with the names of people instead of addresses that whoever is told may not see.
    func hiding(_ addresses: [EmailAddress: String]) -> any Error {
        func hiding(_ text: String) -> String {
            addresses.reduce(text) { $0.replacing($1.key.description, with: OneLine.shown($1.value)) }
        }
        return switch self {
        case let refusal as Refusal: Refusal(refusal.reason, hiding(refusal.description))
        case let input as BadInput: BadInput(hiding(input.message), file: input.file, line: input.line)
        default: self
        }
    }
}
