import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

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
            found = found.map { Candidate(word: $0.remark, remark: $0.word) }
        }
        // Who is in several lists is offered once, by the first.
        var seen: Set = [""]
        return found.filter { seen.insert($0.word).inserted }
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
