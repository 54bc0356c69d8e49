import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

/// What became of a step, as those who did it were told.
struct Deed {
    /// Why it was refused; nil when it was done.
    var refusal: String?
    var wasKilled = false
    /// What somebody was answered of themself.
    var answers: [(who: String, session: String, belief: Model.Belief)] = []
    /// What came of a mail.
    var sentIn: SentIn?
    /// What somebody has declined in their calendar program, which shows that whatever became of its mail.
    var declined: (who: String, session: String)?
    /// How many are told, as it was said.
    var told: Int?
    /// The names of those who are told, as a plan said.
    var toldNames: Set<String>?
    /// Who moves up in which session, as a plan said.
    var promoted: [String]?
    /// The programs that were planned in it, in that order, where several are.
    var planned: [String] = []
    /// What came of a mail that came back.
    var bounced: ReceivedMail?
    /// What an export that was applied has changed, as it was said.
    var exportChanges: [String] = []
    /// Whose address became another in it.
    var moved: String?
    /// How many of the tokens that they had before still are good.
    var goodTokens = 0
    /// Whether an address was given a token that had not proved itself.
    var actedUnproved = false
}

extension Deed {
    /// Notes what somebody was told of themself.
    mutating func answer(_ who: String, _ said: [(session: String, belief: Model.Belief)]) {
        answers = said.map { (who, $0.session, $0.belief) }
    }

    /// Takes in what plans said of people.
    mutating func take(_ plans: [PlanView]) {
        toldNames = Set(plans.flatMap(\.toldNames))
        promoted = plans.flatMap(\.promotions).map { "\($0.session) \($0.person)" }
    }
}

extension World {
    /// Does a step on the service.
    func carryOut(_ step: Step, _ model: inout Model) async throws -> Deed {
        var deed = Deed()
        do {
            try await perform(step, &deed, &model)
        } catch is Killed {
            deed.wasKilled = true
            try model.doubt(step)
            try restart()
        } catch let refusal as Refusal {
            deed.refusal = refusal.description
        } catch let refusal as BadInput {
            deed.refusal = "\(refusal)"
        }
        return deed
    }

    private func perform(_ step: Step, _ deed: inout Deed, _ model: inout Model) async throws {
        switch step {
        case .killed(let inner, let count, let before):
            doom(atWrite: count, before: before)
            defer { doom(atWrite: nil, before: false) }
            try await perform(inner, &deed, &model)
        case .kill: try restart()
        case .publishAll(let changes):
            deed.take(try await publishAll(changes: changes))
            deed.planned = try await programsPlannedNow()
        case .newZones:
            guard try await adoptNextRelease() else { return }
            model.calendars.adopt(zones)
            model.delivered.adopt(zones)
        case .bounce(let name, let isForged):
            deed.bounced = try await bounce(name, isForged: isForged, model.delivered)
        case .allow(let name):
            _ = try await client(of: Cast.programs[0]).ask(AllowMail(address: model.calendars.mailbox(of: name)))
        case .time(let hours):
            clock.turn(hours: hours)
            for server in allServers {
                try await server.service.doWhatIsDue()
                if step.isPlanning { try await server.service.keepSeasonsRolling() }
            }
            deed.planned = try await programsPlannedNow()
        case .answer(let name, let number, let answer, let manner):
            let sessions = model.delivered.sessions(of: name, after: clock.now())
            guard !sessions.isEmpty else { return }
            try await send(
                answer, manner, by: name, about: sessions[number % sessions.count], model.delivered, &deed)
        case .click(let name): try await click(name, &deed)
        case .join(let name, let program):
            _ = try await client(of: program).ask(
                JoinProgram(
                    program: program, name: name.capitalized, email: address(of: name, in: program),
                    zone: Cast.zones[name] ?? "Etc/UTC"))
            try await hand(tokenTo: name, in: program)
        case .enroll, .leave, .enrollForSeason, .leaveForSeason, .leaveProgram:
            try await learn(step, &deed, &model)
        case .answerWeek(let name, let number, let answer, let manner):
            let weeks = model.delivered.weeks(of: name)
            guard !weeks.isEmpty else { return }
            try await send(answer, manner, by: name, about: weeks[number % weeks.count], model.delivered, &deed)
        case .volunteer, .stopVolunteering, .offerWeek, .acceptWeek, .withdrawWeek: try await duty(step)
        case .moveAddress, .moveByFile, .proveAddress, .undoMove: try await move(step, &deed)
        case .offer, .accept, .withdraw, .away, .back: try await mentor(step)
        default: try await organize(step, &deed, &model)
        }
    }

    private func learn(_ step: Step, _ deed: inout Deed, _ model: inout Model) async throws {
        switch step {
        case .enroll(let name, let session):
            let asker = try await participant(name, in: program(of: session))
            let said = try await asker.do(Enroll(session: session), thenReading: codes(session)) {
                [($0.session, $0.state == .enrolled ? .seat : .waits)]
            }
            deed.answer(name, said)
        case .leave(let name, let session):
            let asker = try await participant(name, in: program(of: session))
            let said = try await asker.do(Leave(session: session), thenReading: codes(session)) {
                [($0.session, .out)]
            }
            deed.answer(name, said)
        case .enrollForSeason(let name, let program, let region, let season):
            let request = EnrollForSeason(program: program, region: try Self.region(region), season: season)
            let said = try await participant(name, in: program).do(
                request, thenReading: codes(of: program, region, season)
            ) { all in all.sessions.map { ($0.session, $0.state == .enrolled ? .seat : .waits) } }
            deed.answer(name, said)
            model.setStanding(true, of: try Cast.email(name), in: program, region, season)
        case .leaveForSeason(let name, let program, let region, let season):
            let request = LeaveForSeason(program: program, region: try Self.region(region), season: season)
            let said = try await participant(name, in: program).do(
                request, thenReading: codes(of: program, region, season)
            ) { results in results.map { ($0.session, .out) } }
            deed.answer(name, said)
            model.setStanding(false, of: try Cast.email(name), in: program, region, season)
        case .leaveProgram(let name, let program):
            try await participant(name, in: program).do(LeaveProgram(program: program))
            // It was said to them of what they gave up, and is mailed of what was announced.
            model.leave(program, try Cast.email(name))
        default: break
        }
    }

    private func mentor(_ step: Step) async throws {
        switch step {
        case .offer(let session, let to):
            let program = program(of: session)
            guard let leader = try await snapshot().meeting(called: session)?.session.mentor else { return }
            let name = String(leader.email.localPart)
            var asked: EmailAddress?
            if let to { asked = try await address(of: to, in: program) }
            try await participant(name, in: program).do(OfferSwap(session: session, to: asked))
        case .accept(let name, let program):
            let open = try await snapshot().programs[program]?.offers.first {
                $0.state == .open && $0.from.email.localPart != name
            }
            guard let open else { return }
            try await participant(name, in: program).do(AcceptSwap(offer: open.id))
        case .withdraw(let name, let program):
            let own = try await snapshot().programs[program]?.offers.first {
                $0.state != .withdrawn && [$0.from.email.localPart, $0.acceptedBy?.email.localPart].contains(name[...])
            }
            guard let own else { return }
            try await participant(name, in: program).do(WithdrawSwap(offer: own.id))
        case .away(let name, let day, let days):
            for program in home(of: name) {
                try await participant(name, in: program).do(
                    AddAway(
                        email: address(of: name, in: program), from: Self.day(day), to: Self.day(day + days - 1)))
            }
        case .back(let name):
            guard let away = try await snapshot().absences[Cast.email(name)]?.first else { return }
            for program in home(of: name) {
                try await participant(name, in: program).do(RemoveAway(away: away.id))
            }
        default: break
        }
    }

    /// Presses the button behind the link of the last mail that asked somebody something.
    private func click(_ name: String, _ deed: inout Deed) async throws {
        let email = try Cast.email(name)
        let asking = try await snapshot().mails.last {
            Cast.home(of: $0.recipient) == email && $0.subject.hasPrefix("Was it you?")
        }
        guard let asking, let mail = try? PostedMail(asking, by: zones), let session = mail.session,
            let link = mail.everything.firstMatch(of: /\/m\/([a-z2-7]+)/)
        else { return }
        let outcome = try await service(of: program(of: session)).settle(String(link.1), choosing: .accepted)
        switch outcome {
        case .seated: deed.answers = [(name, session, .seat)]
        case .waiting: deed.answers = [(name, session, .waits)]
        case .out: deed.answers = [(name, session, .out)]
        case .leads, .offered, .noted, nil: break
        }
    }

    /// The whole code of a session, if there is such.
    private func codes(_ session: String) async throws -> [String] {
        try await snapshot().meeting(called: session).map { [$0.code] } ?? []
    }

    /// The codes of a region's sessions to come in a season.
    private func codes(of program: String, _ region: String, _ season: String) async throws -> [String] {
        let snapshot = try await snapshot()
        return snapshot.inOrder.map(\.session).filter {
            ($0.code.program, $0.code.region.rawValue, $0.code.season) == (program, region, season)
                && $0.isUpcoming(at: snapshot.now)
        }.map(\.code.description)
    }

    func program(of session: String) -> String { String(session.prefix { $0 != "-" }) }

    /// Where somebody is asked for their days off: on each server once.
    private func home(of name: String) -> [String] {
        let programs = Cast.programs.filter { program in
            Cast.mentors.contains { $0.name == name && $0.program == program }
        }
        return allServers.count == 1 ? Array(programs.prefix(1)) : programs
    }

    static func region(_ name: String) throws -> Region {
        guard let region = Region(rawValue: name) else { throw BadInput("no region \(name)") }
        return region
    }

    static func day(_ number: Int) throws -> LocalDate {
        guard let start = LocalDate(iso: String(Cast.now.prefix(10))) else { throw BadInput("no day") }
        return start.adding(days: number)
    }
}

extension Step {
    /// Who does it, where it is somebody who is answered; or to whom it is done, where only the answer says so.
    var actor: String? {
        switch self {
        case .join(let name, _), .enroll(let name, _), .leave(let name, _), .enrollForSeason(let name, _, _, _),
            .leaveForSeason(let name, _, _, _), .leaveProgram(let name, _), .answer(let name, _, _, _),
            .click(let name), .bounce(let name, _),
            .allow(let name), .volunteer(let name, _), .stopVolunteering(let name, _), .removeTrainee(let name, _):
            name
        case .killed(let step, _, _): step.actor
        default: nil
        }
    }
}
