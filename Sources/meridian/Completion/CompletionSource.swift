import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// What is known of programs, sessions and people, asked for as every command asks: whoever may not see it is not offered it.
struct CompletionSource {
    let common: CommonOptions
    let request: CompletionRequest

    /// What a value can be; what cannot be asked is left out.
    func candidates(for value: CompletedValue) async -> [Candidate] {
        switch value {
        case .program: await programs().map { Candidate(word: $0.name, remark: $0.title) }
        case .season:
            await each { try await common.ask(ListSeasons(program: $0)) }
                .map { Candidate(word: $0.season, remark: "\($0.program), \($0.from) to \($0.to)") }
        case .session: await each { try await common.ask(ListSessions(program: $0)) }.map(Self.candidate)
        case .duty:
            await each { try await common.ask(ListDuties(program: $0)) }
                .map { Candidate(word: $0.duty, remark: $0.title) }
        case .review:
            await each { try await common.ask(ListReviews(program: $0)) }
                .map { Candidate(word: "\($0.id)", remark: $0.title) }
        case .slot:
            await each { try await common.ask(ListSlots(program: $0)) }
                .map { Candidate(word: "\($0.id)", remark: "\($0.summary) \($0.zone), \($0.mentor)") }
        case .freeze:
            await each { try await common.ask(ListFreezes(program: $0)) }
                .map { Candidate(word: "\($0.id)", remark: "\($0.from) to \($0.to), \($0.reason)") }
        case .offer: await offers(of: concerned())
        case .mail: await mails()
        case .absence: await absences()
        case .token:
            ((try? await common.ask(ListTokens())) ?? [])
                .map { Candidate(word: "\($0.id)", remark: "\($0.name ?? "\($0.email)") \($0.label ?? "")") }
        case .people(let people): await self.people(people, of: concerned())
        case .zone:
            ((try? common.zones().names) ?? []).filter { $0.name.contains("/") }
                .map { Candidate(word: $0.name) }
        case .word, .file, .folder, .free: []
        }
    }

    private static func candidate(_ session: SessionView) -> Candidate {
        let when = When.dayAndTime(session.localStart)
        return Candidate(word: session.code, remark: "\(when) \(session.zone), \(session.mentor.name)")
    }

    /// Addresses for those who may see them, or names where what is typed begins one; else the names that everybody sees, of
    /// those who lead sessions.
    private func people(_ people: CompletedValue.People, of programs: [Program.Name]) async -> [Candidate] {
        var found: [Candidate] = []
        if people != .trainees {
            found += await each(of: programs) { try await common.ask(ListMentors(program: $0)) }
                .map { Candidate(word: "\($0.email)", remark: $0.name) }
        }
        if people != .mentors {
            found += await each(of: programs) { try await common.ask(ListTrainees(program: $0)) }
                .map { Candidate(word: "\($0.email)", remark: $0.name) }
        }
        if people == .everybody {
            found += await each(of: programs) { try await common.ask(ListOrganizers(program: $0)) }
                .map { Candidate(word: "\($0.email)", remark: "") }
        }
        if found.isEmpty, people != .trainees, request.takesNames {
            found = await each(of: programs) { try await common.ask(ListSessions(program: $0)) }
                .map { Candidate(word: $0.mentor.name, remark: "leads sessions of \($0.program)") }
        } else if request.takesNames, !found.contains(where: { $0.word.hasPrefix(request.typed) }) {
            // A name that two have names neither; their addresses do.
            let owners = Dictionary(grouping: found) { PersonName.words($0.remark) }
                .mapValues { Set($0.map(\.word)) }
            found = found.filter { owners[PersonName.words($0.remark)]?.count == 1 }
                .map { Candidate(word: $0.remark, remark: $0.word) }
        }
        // Who is in several lists is offered once, by the first.
        var seen: Set = [""]
        return found.filter { seen.insert($0.word).inserted }
    }

    /// Sessions by the number of their offer, and weeks of duties by their code.
    private func offers(of programs: [Program.Name]) async -> [Candidate] {
        await each(of: programs) { try await common.ask(ListSwaps(program: $0)) }
            .map { Candidate(word: "\($0.id)", remark: "\($0.session), \($0.from)") }
            + each(of: programs) { try await common.ask(ListDuties(program: $0)) }.flatMap(\.turns).filter(\.isOffered)
            .map { Candidate(word: $0.code, remark: "\($0.from) to \($0.to), \($0.volunteer.name)") }
    }

    /// One's own; for whoever has none, those of the mentors whom they may ask about.
    private func absences() async -> [Candidate] {
        var all = (try? await common.ask(ListAbsences())) ?? []
        if all.isEmpty {
            for mentor in await each({ try await common.ask(ListMentors(program: $0)) }) {
                guard let found = try? await common.ask(ListAbsences(email: mentor.email)) else { break }
                all += found
            }
        }
        var seen: Set<Identifier<Away>> = []
        return all.filter { seen.insert($0.id).inserted }
            .map { Candidate(word: "\($0.id)", remark: "\($0.from) to \($0.to), \($0.person ?? "")") }
    }

    /// What was written in words, and what was set aside.
    private func mails() async -> [Candidate] {
        await each { try await common.ask(ListWrittenMail(program: $0)) }
            .map { Candidate(word: "\($0.id)", remark: "\($0.sender): \($0.subject)") }
            + ((try? await common.ask(ListMailSetAside())) ?? [])
            .map { Candidate(word: "\($0.id)", remark: "\($0.sender): \($0.subject)") }
    }

    /// The programs that the line is about: the one that it names, the one whose session it names, else all.
    private func concerned() async -> [Program.Name] {
        if let program = request.given["program"] { return [program] }
        let all = await programs().map(\.name)
        guard let session = request.given["session"] else { return all }
        return all.filter { session.hasPrefix($0 + "-") }
    }

    private func programs() async -> [ProgramView] { (try? await common.ask(ListPrograms())) ?? [] }

    private func each<T>(_ ask: (Program.Name) async throws -> [T]) async -> [T] {
        await each(of: concerned(), ask)
    }

    /// What several lists are asked of the same programs for: which those are is asked once.
    private func each<T>(of programs: [Program.Name], _ ask: (Program.Name) async throws -> [T]) async -> [T] {
        var all: [T] = []
        for program in programs { all += (try? await ask(program)) ?? [] }
        return all
    }
}
