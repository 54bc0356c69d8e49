import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

// What whoever organizes a program does at the machine.

extension World {
    func organize(_ step: Step, _ deed: inout Deed, _ model: inout Model) async throws {
        switch step {
        case .publish(let program, let changes):
            deed.take([
                try await client(of: program).ask(
                    PlanSeason(program: program, publish: true, changes: changes))
            ])
        case .publishNext(let program, let changes):
            deed.take([
                try await client(of: program).ask(
                    PlanSeason(program: program, publish: true, changes: changes, season: Cast.next))
            ])
        case .nextSeason(let program, let postpones):
            files[program, default: FileEdits()].hasNext = true
            files[program, default: FileEdits()].postpones = postpones
            try await apply(edits(of: program), to: program)
        case .move(let session, let day, let hour):
            guard let meeting = try await snapshot().meeting(called: session),
                let time = LocalTime(iso: "\(hour < 10 ? "0" : "")\(hour):00")
            else { return }
            let monday = meeting.session.localStart.date.mondayOfWeek
            deed.told = try await client(of: program(of: session)).ask(
                MoveSession(session: session, to: LocalDateTime(date: monday.adding(days: day), time: time))
            ).told
        case .moveOnto(let session, let other):
            let now = try await snapshot()
            guard let meeting = now.meeting(called: session), let onto = now.meeting(called: other) else { return }
            let rules = try zones.rules(for: meeting.session.zone)
            deed.told = try await client(of: program(of: session)).ask(
                MoveSession(session: session, to: rules.local(at: onto.session.start))
            ).told
        case .cancel(let session):
            deed.told = try await client(of: program(of: session)).ask(
                CancelSession(session: session, reason: "a storm")
            ).told
        case .reinstate(let program):
            let now = clock.now()
            let off = try await snapshot().inOrder.filter {
                $0.session.code.program == program && $0.session.status == .cancelled && $0.session.start > now
            }.min { $0.session.start < $1.session.start }
            guard let off else { return }
            deed.told = try await client(of: program).ask(ReinstateSession(session: off.code)).told
        case .freeze(let program, let day, let days):
            _ = try await client(of: program).ask(
                AddFreeze(program: program, from: Self.day(day), to: Self.day(day + days - 1), reason: "a freeze"))
        case .freezeNext(let program, let week):
            guard let first = LocalDate(iso: Cast.nextStart)?.adding(days: 7 * (week - 1)) else { return }
            _ = try await client(of: program).ask(
                AddFreeze(program: program, from: first, to: first.adding(days: 6), reason: "a week off"))
        case .thaw(let program):
            guard let freeze = try await snapshot().programs[program]?.freezes.first else { return }
            _ = try await client(of: program).ask(RemoveFreeze(freeze: freeze.id))
        case .apply(let program, let capacity, let absent):
            _ = try await client(of: program).ask(
                // Who was removed by a command comes back, else the mentors would be fewer and fewer.
                ApplyProgram(
                    text: Cast.file(
                        program, capacity: capacity, without: absent, edits: try await edits(of: program)),
                    prune: absent != nil, override: absent == nil))
        case .applyExport(let program):
            let client = try client(of: program)
            let file = try await client.ask(ExportProgram(program: program))
            deed.exportChanges = try await client.ask(ApplyProgram(text: file.text)).map(\.description)
        case .removeMentor(let name, let program):
            _ = try await client(of: program).ask(RemoveMentor(program: program, email: address(of: name, in: program)))
        case .addMentor(let name, let program): try await addMentor(name, to: program)
        case .archive(let program): _ = try await client(of: program).ask(ArchiveProgram(program: program))
        case .reopen(let program): _ = try await client(of: program).ask(ReopenProgram(program: program))
        case .removeTrainee(let name, let program):
            _ = try await client(of: program).ask(
                RemoveTrainee(program: program, email: address(of: name, in: program)))
            // Nobody is told of what was only tentative, or of a place in a queue: their organizer said it to them.
            model.leave(program, try Cast.email(name))
        default: break
        }
    }
}
