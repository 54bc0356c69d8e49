import Mentoring
public import MentoringAPI
import Rotation

extension WhyView {
    /// What speaks against the mentor who comes nearest to leading the turn; nil if nobody could.
    ///
    /// Nearer is who would make a less important level worse, then who would make it less so.
    public var nearest: ObjectionView? {
        objections.filter { $0.distance != nil }.min { ($0.distance ?? .farthest) < ($1.distance ?? .farthest) }
    }
}

extension ObjectionView {
    /// How far the season would fall short with the mentor: by how important a level, and how much; nil if they could
    /// not lead at all.
    fileprivate var distance: Distance? {
        switch ground {
        case .better, .tie: Distance(importance: 0, loss: 0)
        case .level:
            Distance(
                importance: Level.fresh.count - (Level.fresh.firstIndex { $0.rawValue == level } ?? 0),
                loss: (otherwise ?? 0) - (planned ?? 0))
        default: nil
        }
    }

    fileprivate struct Distance: Comparable {
        let importance: Int
        let loss: Int

        static let farthest = Distance(importance: .max, loss: .max)

        static func < (left: Distance, right: Distance) -> Bool {
            (left.importance, left.loss) < (right.importance, right.loss)
        }
    }
}
