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

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

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
    init(seed: UInt64, length: Int = 30) {
        var dice = Dice(seed: seed)
        var clock = 0
        var steps: [Step] = []
        for program in Cast.programs { steps.append(.publish(program, changes: 0)) }
        for name in ["ada", "bob", "cyd"] {
            for program in Cast.programs { steps.append(.join(name, program: program)) }
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
        let program = dice.one(of: Cast.programs)
        // A session that is near, mostly: the season begins a week after the clock.
        let now = max(1, hours / 168)
        let week = min(Cast.weeks, now + dice.below(3))
        let region = dice.one(of: Cast.regions)
        let session = "\(program)-w0\(week)-\(region)"
        let other = "\(dice.one(of: Cast.programs))-w0\(week)-\(dice.one(of: Cast.regions))"
        let day = hours / 24 + dice.below(21)
        let learner = dice.below(3) == 0 ? name : dice.one(of: ["ada", "bob", "cyd", "dot"])
        switch dice.below(100) {
        case ..<4: return .join(name, program: program)
        case ..<22: return .enroll(learner, session: session)
        case ..<28: return .leave(learner, session: session)
        case ..<31: return .enrollForSeason(learner, program: program, region: region)
        case ..<33: return .leaveForSeason(learner, program: program, region: region)
        case ..<38: return .publish(program, changes: dice.below(3))
        case ..<41: return .move(session, day: dice.below(7), hour: 8 + dice.below(12))
        case ..<45: return .moveOnto(session, other: other)
        case ..<48: return .cancel(session)
        case ..<52: return .offer(session, to: dice.below(2) == 0 ? nil : dice.one(of: Cast.mentors).name)
        case ..<56: return .accept(dice.one(of: Cast.mentors).name, program: program)
        case ..<58: return .withdraw(dice.one(of: Cast.mentors).name, program: program)
        case ..<60: return .away(dice.one(of: Cast.mentors).name, day: day, days: 1 + dice.below(6))
        case ..<61: return .back(dice.one(of: Cast.mentors).name)
        case ..<62: return .freeze(program, day: day, days: 1 + dice.below(3))
        case ..<63: return .thaw(program)
        case ..<67: return .apply(program, capacity: 1 + dice.below(3), without: nil)
        case ..<68: return .apply(program, capacity: 2, without: dice.one(of: Cast.mentors).name)
        case ..<70: return .applyExport(program)
        case ..<71: return .removeMentor(dice.one(of: Cast.mentors).name, program: program)
        case ..<72: return .removeTrainee(learner, program: program)
        case ..<86:
            let who = dice.below(3) == 0 ? dice.one(of: Cast.mentors).name : learner
            return .answer(who, session: session, dice.one(of: Step.Answer.allCases), manner(&dice))
        case ..<88: return .click(learner)
        case ..<97: return .time(hours: [1, 5, 24, 48, 72, 168][dice.below(6)])
        case ..<98: return .kill
        default:
            let next = step(&dice, hours: hours)
            switch next {
            case .time, .kill, .killed: return next
            default: return .killed(during: next, atWrite: 1 + dice.below(3), before: dice.below(2) == 0)
            }
        }
    }

    private static func manner(_ dice: inout Dice) -> Step.Manner {
        dice.below(2) == 0 ? .honest : dice.one(of: Step.Manner.allCases)
    }
}
