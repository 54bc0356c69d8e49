import CivilTime
public import TimeZoneCatalog

extension TrainingOffice {
    /// Adds a freeze; adding the same days for the same regions again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program; `BadInput` for a reason that is none.
    public func addFreeze(
        _ days: DayRange, reason: String, regions: [Region], to program: Program.Name
    ) async throws -> FreezeView {
        let freeze = Freeze(days: days, reason: try OneLine.validated(reason, as: "reason"), regions: regions)
        return try await store.write { books in
            let name = try books.requireProgram(program).name
            let known = try books.freezes(of: name).first { $0.days == freeze.days && $0.regions == freeze.regions }
            if known == nil, try books.freezes(of: name).count >= Limits.freezes {
                throw Refusal(
                    .conflict,
                    "\(name) has \(Limits.freezes) freezes, the most there may be; remove some that are over (freeze remove)"
                )
            }
            return FreezeView(try known ?? books.add(freeze, to: name))
        }
    }

    /// A program's freezes, by first day.
    public func freezes(of program: Program.Name) async throws -> [FreezeView] {
        try await store.read { books in
            try books.freezes(of: books.requireProgram(program).name).map(FreezeView.init)
        }
    }

    /// Removes a freeze.
    /// - Throws: `Refusal` not-found when there is none of that number.
    public func removeFreeze(_ id: Identifier<Freeze>) async throws -> Removal {
        try await store.write { books in
            guard try books.remove(id) else { throw Refusal.notFound("freeze", "\(id)") }
            return Removal(removed: id.rawValue)
        }
    }

    /// Adds an absence; adding the same days again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown person.
    public func addAway(
        _ days: DayRange, of email: EmailAddress, by caller: Caller = .onThisMachine(as: nil)
    ) async throws -> AwayView {
        let now = clock.now()
        return try await store.write { books in
            let person = try books.requirePerson(email)
            let known = try books.absences(of: person.id).first { $0.days == days }
            if known == nil, try books.absences(of: person.id).count >= Limits.absences {
                throw Refusal(
                    .conflict,
                    "\(email) has \(Limits.absences) absences, the most there may be; remove some that are over (away remove)"
                )
            }
            let away = try known ?? books.add(Away(person: person.id, days: days))
            return try books.view(of: away, for: caller, by: zones, now: now)
        }
    }

    /// A person's absences, by first day.
    public func absences(
        of email: EmailAddress, by caller: Caller = .onThisMachine(as: nil)
    ) async throws -> [AwayView] {
        let now = clock.now()
        return try await store.read { books in
            try books.absences(of: books.requirePerson(email).id).map {
                try books.view(of: $0, for: caller, by: zones, now: now)
            }
        }
    }

    /// Removes an absence.
    /// - Throws: `Refusal` not-found when there is none of that number.
    public func removeAway(_ id: Identifier<Away>, by caller: Caller) async throws -> Removal {
        try await store.write { books in
            if caller.role != .organizer {
                // Whether somebody else has such an absence is not told.
                let own = try books.absences(of: books.requirePerson(caller.person()).id)
                guard own.contains(where: { $0.id == id }) else { throw Refusal.notFound("absence", "\(id)") }
            }
            guard try books.remove(id) else { throw Refusal.notFound("absence", "\(id)") }
            return Removal(removed: id.rawValue)
        }
    }
}

extension StoreReading {
    /// An absence, and what it touches in the programs that whoever asks may look into.
    fileprivate func view(
        of away: Away, for caller: Caller, by zones: TimeZoneCatalog, now: Instant
    ) throws -> AwayView {
        let visible = try programs().filter { try mayLook(caller, into: $0.name, of: away.person) }
        let sessions = try visible.flatMap { try currentSessions(of: $0, by: zones) }.filter {
            $0.status == .announced && $0.start > now && $0.mentor.id == away.person
                && away.days.contains($0.localStart.date)
        }
        let weeks = try dutyTurns(of: away.person).filter {
            $0.status == .announced && $0.start > now && $0.monday <= away.days.to && away.days.from <= $0.sunday
        }.filter { turn in visible.contains { $0.name == turn.code.program } }
        return AwayView(
            id: away.id, from: away.days.from, to: away.days.to,
            affects: sessions.map(\.code.description) + weeks.map(\.code.description))
    }

    /// Whether somebody may be told what a person does in a program: themself, and its organizers.
    private func mayLook(
        _ caller: Caller, into program: Program.Name, of person: Identifier<Person>
    ) throws -> Bool {
        guard let email = caller.email else { return caller.role == .organizer }
        return try isOrganizer(email, of: program) || self.person(email)?.id == person
    }
}
