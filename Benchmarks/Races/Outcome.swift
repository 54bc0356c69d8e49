import Mentoring
import MentoringAPI
import MentoringService

/// How one process fared in one round, as it tells the one that started it.
enum Outcome: Hashable {
    /// It has a seat.
    case seated
    /// It waits, at this place from 1.
    case waiting(Int)
    /// It left, and so many moved up.
    case left(promoted: Int)
    /// It could do neither.
    case failed

    init(_ result: EnrollmentResult) {
        self = result.position.map(Outcome.waiting) ?? .seated
    }
}

/// An outcome with the number of the process, in as few bytes as a pipe never divides.
struct Report {
    static let size = 4

    let racer: Int
    let outcome: Outcome

    init(racer: Int, outcome: Outcome) {
        self.racer = racer
        self.outcome = outcome
    }

    init(bytes: [UInt8]) {
        racer = Int(bytes[0])
        outcome =
            switch bytes[1] {
            case 0: .seated
            case 1: .waiting(Int(bytes[2]))
            case 2: .left(promoted: Int(bytes[2]))
            default: .failed
            }
    }

    var bytes: [UInt8] {
        switch outcome {
        case .seated: [UInt8(racer), 0, 0, 0]
        case .waiting(let place): [UInt8(racer), 1, UInt8(place), 0]
        case .left(let promoted): [UInt8(racer), 2, UInt8(promoted), 0]
        case .failed: [UInt8(racer), 3, 0, 0]
        }
    }
}
