public import MentoringAPI

/// Thrown instead of publishing a plan that is not the one that was looked at.
public struct PlanDiffers: Error, Sendable {}

extension TrainingService {
    /// A service that carries out only a plan that was looked at: that is asked in the transaction that would, so that nothing comes
    /// in between.
    ///
    /// - Parameter isSeen: whether a plan is the one that was looked at.
    /// - Returns: the same service, whose planning throws `PlanDiffers` instead of storing another.
    public func publishing(onlyIf isSeen: @escaping @Sendable (PlanView) throws -> Bool) -> TrainingService {
        with(store: SeenPlanStore(store: store, isSeen: isSeen))
    }
}

/// A store that takes back a plan that nobody has seen.
private struct SeenPlanStore: StoreAround {
    let store: any Store
    let isSeen: @Sendable (PlanView) throws -> Bool

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write { transaction in
            let result = try body(transaction)
            if let plan = result as? PlanView, try !isSeen(plan) { throw PlanDiffers() }
            return result
        }
    }
}
