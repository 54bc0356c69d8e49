import Mentoring
import MentoringAPI

extension TrainingService {
    /// What somebody may do about a subject; nil for whoever may do only what everybody may.
    func role(of principal: Principal, about subject: Subject) async throws -> Role? {
        try await store.read { try $0.role(of: principal, about: subject) }
    }

    /// The same service, which changes something only for whoever may still do what they were let in for.
    func admitting(_ principal: Principal, as role: Role?, about subject: Subject) -> TrainingService {
        with(store: AdmittingStore(store: store, principal: principal, role: role, subject: subject))
    }

}

/// A store that looks in each transaction whether somebody still has the role with which they were let in.
private struct AdmittingStore: StoreAround {
    let store: any Store
    let principal: Principal
    let role: Role?
    let subject: Subject

    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await store.read { transaction in
            try principal.require(role, of: transaction.role(of: principal, about: subject), about: subject)
            return try body(transaction)
        }
    }

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write { transaction in
            try principal.require(role, of: transaction.role(of: principal, about: subject), about: subject)
            return try body(transaction)
        }
    }
}
