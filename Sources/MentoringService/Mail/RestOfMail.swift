import CivilTime
public import Mentoring

extension TrainingService {
    /// Tells organizers which mails came, on days that are over, besides those that were sent to them: once a program, since
    /// who writes much may write under many names.
    func tellOfUnlistedMail(at now: Instant, in transaction: any StoreWriting) throws {
        for (program, mails) in try transaction.restOfMail(at: now) {
            for mail in mails { try transaction.setListed(mail.id) }
            try send(.rest(mails), of: program, at: now, in: transaction)
        }
    }

    /// The programs whose mail in words nobody is sent, and that have some.
    /// - Throws: `StorageFailure`.
    public func programsWithUnreadMail() async throws -> [Program.Name] {
        try await store.read { transaction in
            try transaction.programNames().filter {
                try transaction.mailReaders(of: $0).isEmpty
                    && transaction.countWrittenMail(to: $0, since: .distantPast) > 0
            }
        }
    }
}

extension StoreReading {
    /// What is still to be named to somebody, of days that are over; what nobody reads waits until somebody does.
    func restOfMail(at now: Instant) throws -> [(program: Program, mails: [WrittenMail])] {
        let today = LocalDate(containing: now).midnightUTC
        return try livePrograms().compactMap { program in
            let mails = try unlistedMail(to: program.name, receivedBefore: today)
            guard !mails.isEmpty, try !mailReaders(of: program.name).isEmpty else { return nil }
            return (program, mails)
        }
    }
}
