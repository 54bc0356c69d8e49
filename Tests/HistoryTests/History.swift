/// What happens, from a seed: the same seed gives the same steps.
struct History: Sendable, CustomStringConvertible {
    let seed: UInt64
    var steps: [Step]

    var description: String {
        (["seed \(seed)"] + steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }).joined(separator: "\n")
    }
}

/// SplitMix64: small, and the same on every machine.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        // Mixed once, since the streams of neighbouring seeds would else be the same, one throw apart.
        state = seed
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}

extension History {
    /// Two published programs with some trainees, and then anything.
    init(seed: UInt64, length: Int = 50) {
        var dice = Dice(seed: seed)
        var clock = 0
        var steps: [Step] = []
        for program in Cast.programs { steps.append(.publish(program, changes: 0)) }
        for name in ["ada", "bob", "cyd"] {
            for program in Cast.programs { steps.append(.join(name, program: program)) }
        }
        // Some take turns at the duties, of which two are the same people's in both programs.
        for (name, program) in [
            ("ann", "nova"), ("bob", "nova"), ("cyd", "nova"), ("ann", "glance"), ("cyd", "glance"),
        ] {
            steps.append(.volunteer(name, program: program))
        }
        for program in Cast.programs { steps.append(.publish(program, changes: 0)) }
        // Every other history has the next season from the start.
        if dice.below(2) == 0 {
            let program = dice.one(of: Cast.programs)
            steps.append(.nextSeason(program, postpones: dice.below(2) == 0))
            steps.append(.publishNext(program, changes: 0))
        }
        for _ in 0..<length {
            let step = Self.step(&dice, hours: clock)
            if case .time(let hours) = step { clock += hours }
            steps.append(step)
        }
        self.init(seed: seed, steps: steps)
    }

    private static func step(_ dice: inout Dice, hours: Int) -> Step {
        let name = dice.one(of: Cast.people)
        let leader = dice.one(of: Cast.mentors).name
        let program = dice.one(of: Cast.programs)
        // A session that is near: many meet in few.
        let isNext = dice.below(5) == 0
        let season = isNext ? Cast.next : Cast.season
        let week = isNext ? 1 + dice.below(2) : min(Cast.weeks, max(1, hours / 168) + dice.below(2))
        let region = dice.below(3) == 0 ? "americas" : "europe"
        let session = "\(program)-\(season)-w0\(week)-\(region)"
        let other = "\(dice.one(of: Cast.programs))-\(season)-w0\(week)-\(dice.one(of: Cast.regions))"
        let day = hours / 24 + dice.below(21)
        let learner = dice.below(4) == 0 ? name : dice.one(of: ["ada", "bob", "cyd", "dot"])
        switch dice.below(100) {
        case ..<3: return .join(learner, program: program)
        case ..<7: return duty(&dice, dice.below(2) == 0 ? leader : learner, program)
        case ..<20: return .enroll(learner, session: session)
        case ..<22: return rare(&dice, learner)
        case ..<28: return years(&dice, dice.below(2) == 0 ? leader : learner, program)
        case ..<34: return .leave(learner, session: session)
        case ..<36: return .enrollForSeason(learner, program: program, region: region, season: season)
        case ..<37: return .leaveForSeason(learner, program: program, region: region, season: season)
        case ..<40: return .publish(program, changes: dice.below(3))
        case ..<42: return .move(session, day: dice.below(7), hour: 8 + dice.below(12))
        case ..<48: return .moveOnto(session, other: other)
        case ..<50: return .cancel(session)
        case ..<52: return .reinstate(program: program)
        case ..<56: return .offer(session, to: dice.below(2) == 0 ? nil : leader)
        case ..<59: return .accept(leader, program: program)
        case ..<60: return .withdraw(leader, program: program)
        case ..<62: return .away(leader, day: day, days: 1 + dice.below(6))
        case ..<63: return .back(leader)
        case ..<64: return .freeze(program, day: day, days: 1 + dice.below(3))
        case ..<65: return .thaw(program)
        case ..<68: return .apply(program, capacity: 1 + dice.below(3), without: nil)
        case ..<69: return .apply(program, capacity: 2, without: leader)
        case ..<70: return .applyExport(program)
        case ..<71: return .removeMentor(leader, program: program)
        case ..<72: return .removeTrainee(learner, program: program)
        case ..<86:
            let who = dice.below(3) == 0 ? leader : learner
            return .answer(who, dice.below(4), dice.one(of: Step.Answer.allCases), manner(&dice))
        case ..<88: return .click(learner)
        case ..<96: return .time(hours: [1, 3, 5, 5, 24, 72, 168][dice.below(7)])
        case ..<97: return .kill
        default:
            switch step(&dice, hours: hours) {
            case let next where next.isRound: return next
            // Those that are done by several processes are not killed in one of them.
            case .newZones, .publishAll, .kill, .killed: return .kill
            case let next: return .killed(during: next, atWrite: 1 + dice.below(3), before: dice.below(2) == 0)
            }
        }
    }

    /// What happens to servers and to mail on its way.
    private static func rare(_ dice: inout Dice, _ learner: String) -> Step {
        switch dice.below(8) {
        case ..<3: .publishAll(changes: dice.below(3))
        case ..<5: .bounce(learner, isForged: dice.below(2) == 0)
        case ..<6: .allow(learner)
        default: .newZones
        }
    }

    /// What becomes of the weeks of duties.
    private static func duty(_ dice: inout Dice, _ name: String, _ program: String) -> Step {
        switch dice.below(10) {
        case ..<2: .volunteer(name, program: program)
        case ..<3: .stopVolunteering(name, program: program)
        case ..<5: .offerWeek(program: program, to: dice.below(2) == 0 ? nil : name)
        case ..<6: .acceptWeek(name, program: program)
        case ..<7: .withdrawWeek(name, program: program)
        default: .answerWeek(name, dice.below(4), dice.one(of: Step.Answer.allCases), manner(&dice))
        }
    }

    /// What happens in the years of a program rather than in its weeks.
    private static func years(_ dice: inout Dice, _ name: String, _ program: String) -> Step {
        let mentor = dice.one(of: Cast.mentors)
        return switch dice.below(18) {
        case ..<2: .nextSeason(program, postpones: dice.below(2) == 0)
        case ..<4: .publishNext(program, changes: dice.below(3))
        case ..<6: .moveAddress(name, byThemself: dice.below(2) == 0)
        case ..<8: .moveByFile(mentor.name, program: mentor.program)
        case ..<11: .proveAddress
        case ..<12: .undoMove
        case ..<13: .leaveProgram(name, program: program)
        case ..<14: .addMentor(mentor.name, program: mentor.program)
        case ..<15: .freezeNext(program, week: 1 + 2 * dice.below(2))
        case ..<16: .archive(program)
        default: .reopen(program)
        }
    }

    private static func manner(_ dice: inout Dice) -> Step.Manner {
        dice.below(2) == 0 ? .honest : dice.one(of: Step.Manner.allCases)
    }
}
