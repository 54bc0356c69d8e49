import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// What of two moments differs, counted from what is stored and in the words in which it must have been said.
struct Announced {
    let before: Snapshot
    let after: Snapshot

    /// What is wrong with what applying a file said.
    func complaints(about said: [ProgramChange]) -> [String] {
        guard let old = before.programs["nova"], let new = after.programs["nova"] else { return ["no program"] }
        let changes = said.filter(\.isChange).map(\.description)
        var complaints: [String] = []
        func expect(_ differs: Bool, _ words: String) {
            let count = changes.filter { $0.contains(words) }.count
            if (count > 0) != differs { complaints.append("“\(words)” said \(count) times, differs: \(differs)") }
        }
        func expect(_ count: Int, _ start: String) {
            let told = changes.filter { $0.hasPrefix(start) }.count
            if told != count { complaints.append("“\(start)” said \(told) times, done \(count) times") }
        }
        expect(old.program.title != new.program.title, "changed title “")
        let titles = Region.allCases.filter { old.program.regionTitles[$0] != new.program.regionTitles[$0] }
        expect(titles.count, "changed title of ")
        expect(old.program.usual.regions != new.program.usual.regions, "changed regions ")
        complaints += complaintsOfSeasons(changes, from: old.program.seasons, to: new.program.seasons)
        expect(old.program.location != new.program.location, "changed location ")
        expect(old.program.minutes != new.program.minutes, "minutes \(old.program.minutes) → \(new.program.minutes)")
        let seats = "\(old.program.capacity) → \(new.program.capacity)"
        let isCapacitySaid = changes.contains { $0.hasPrefix("changed capacity") && $0.contains(seats) }
        if isCapacitySaid != (old.program.capacity != new.program.capacity) { complaints.append("capacity \(seats)") }
        expect(Set(new.freezes.map(\.days)).subtracting(old.freezes.map(\.days)).count, "added freeze ")
        expect(Set(old.freezes.map(\.days)).subtracting(new.freezes.map(\.days)).count, "removed freeze ")
        let (were, are) = (Set(old.mentors.map(\.person.email)), Set(new.mentors.map(\.person.email)))
        expect(are.subtracting(were).count, "added mentor ")
        expect(were.subtracting(are).count, "removed mentor ")
        // Whoever goes takes their slots along, without a word of each.
        expect(new.slots.filter { slot in !old.slots.contains { $0.id == slot.id } }.count, "added slot of ")
        let staying = Set(new.mentors.map(\.person.id))
        let withdrawn = old.slots.filter { slot in
            staying.contains(slot.mentor) && !new.slots.contains { $0.id == slot.id }
        }
        expect(withdrawn.count, "removed slot of ")
        complaints += complaintsOfSessions(changes)
        if changes.isEmpty, old != new { complaints.append("changed, and nothing said") }
        return complaints
    }

    /// Each season is told of with its name, its first day and its length, and so is one that is left or new.
    private func complaintsOfSeasons(_ changes: [String], from old: [Season], to new: [Season]) -> [String] {
        let (were, are) = (Set(old.map(\.summary)), Set(new.map(\.summary)))
        let (gone, come) = (were.subtracting(are), are.subtracting(were))
        let said = ["added", "removed", "changed"].map { word in changes.filter { $0.hasPrefix("\(word) season ") } }
        var complaints: [String] = []
        for (summaries, lines) in [(gone, said[1] + said[2]), (come, said[0] + said[2])] {
            for summary in summaries where !lines.contains(where: { $0.contains(summary) }) {
                complaints.append("nothing is said of the season \(summary)")
            }
            if lines.count != summaries.count { complaints.append("of \(summaries) it is said \(lines)") }
        }
        return complaints
    }

    /// A file may have sessions given up, and people move up; nothing else of a session changes before the next plan.
    private func complaintsOfSessions(_ changes: [String]) -> [String] {
        var complaints: [String] = []
        for old in before.inOrder {
            guard let new = after.meetings[old.code] else {
                complaints.append("\(old.code) is gone")
                continue
            }
            let names = promoted(in: old)
            let line = changes.first { $0.contains("\(old.code): ") && $0.contains("up from the waiting list") }
            if names.isEmpty != (line == nil) || !names.allSatisfy({ line?.contains($0) ?? false }) {
                complaints.append("\(names) moved up in \(old.code), said \(line ?? "nothing")")
            }
            let passing = Set(new.waiting.filter(\.yields).map(\.person.name))
                .subtracting(old.waiting.filter(\.yields).map(\.person.name))
            let saidToPass = changes.filter { $0.contains("\(old.code): a free seat passes by ") }
            if saidToPass.count != passing.count
                || !passing.allSatisfy({ name in saidToPass.contains { $0.contains(name) } })
            {
                complaints.append("a seat in \(old.code) passed by \(passing), said \(saidToPass)")
            }
            let isDropped = old.session.status != .cancelled && new.session.status == .cancelled
            if changes.contains(where: { $0.contains("\(old.code), which was tentative") }) != isDropped {
                complaints.append("\(old.code) was given up: \(isDropped)")
            }
            let known = (old.session.mentor.id, old.session.start, old.session.minutes, old.session.location)
            if known != (new.session.mentor.id, new.session.start, new.session.minutes, new.session.location) {
                complaints.append("\(old.code) was changed")
            }
        }
        for mail in newMails where !changes.contains(where: { $0.contains(name(of: mail.recipient)) }) {
            complaints.append("“\(mail.subject)” to \(mail.recipient), of whom nothing was said")
        }
        return complaints
    }

    private var newMails: [OutboxMessage] {
        let known = Set(before.mails.map(\.id))
        return after.mails.filter { !known.contains($0.id) }
    }

    private func name(of address: EmailAddress) -> String {
        let names = after.inOrder.flatMap { $0.enrollments.map(\.person) + [$0.session.mentor] }
        return names.first { $0.email == address }?.name ?? "\(address)"
    }

    private func promoted(in meeting: Snapshot.Meeting) -> [String] {
        meeting.waiting.filter { waiting in
            after.meetings[meeting.code]?.seated.contains { $0.person.id == waiting.person.id } ?? false
        }.map(\.person.name)
    }

    /// What is wrong with what a plan said.
    func complaints(about plan: PlanView) -> [String] {
        var complaints: [String] = []
        func compare(_ thing: String, said: [String], done: [String]) {
            guard said.sorted() != done.sorted() else { return }
            complaints.append("\(thing): said \(said.sorted()), done \(done.sorted())")
        }
        compare("sessions", said: plan.changes.map { "\($0.session) \($0.kind.rawValue)" }, done: changesOfSessions)
        let told = Set(newMails.map(\.recipient))
        if plan.told != told.count { complaints.append("told: said \(plan.told), done \(told.count)") }
        compare(
            "promoted", said: plan.promotions.map { "\($0.session) \($0.person)" },
            done: before.inOrder.flatMap { meeting in promoted(in: meeting).map { "\(meeting.code) \($0)" } })
        return complaints
    }

    private var changesOfSessions: [String] {
        after.inOrder.filter { $0.session.code.program == "nova" }.flatMap { meeting -> [String] in
            let (code, new) = (meeting.code, meeting.session)
            let known = before.meetings[code]?.session
            guard let old = known, old.status != .cancelled else {
                return new.status == .cancelled ? [] : ["\(code) new"]
            }
            if new.status == .cancelled { return ["\(code) dropped"] }
            var kinds: [String] = []
            if old.mentor.id != new.mentor.id {
                kinds.append("mentor")
            } else if old.start != new.start {
                kinds.append("moved")
            }
            if old.capacity != new.capacity { kinds.append("capacity") }
            if old.minutes != new.minutes { kinds.append("minutes") }
            if old.location != new.location { kinds.append("location") }
            return kinds.map { "\(code) \($0)" }
        }
            + before.inOrder.filter { $0.session.code.program == "nova" && after.meetings[$0.code] == nil }.map {
                "\($0.code) dropped"
            }
    }
}
