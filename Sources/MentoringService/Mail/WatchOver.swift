import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// What whatever is shown now comes from; nil when it cannot be told.
    ///
    /// It is another one as soon as anybody's change, here or in another process, has been acknowledged. To ask is as good
    /// as free. A change under way may show already, and go again when it fails.
    public var edition: Edition? { store.changeCount.map { Edition(changes: $0, timeZones: zones.release) } }

    /// The same at a moment when no change is under way: what is read from now on is of this edition or a later one.
    /// - Throws: `StorageFailure`.
    public func settledEdition() async throws -> Edition? {
        try await store.settledChangeCount().map { Edition(changes: $0, timeZones: zones.release) }
    }

    /// How often this process has waited since it began, because somebody else was writing.
    public var busyRetries: Int { store.busyRetries }

    /// How many mails wait, and for how many seconds the longest-waiting recipient could have been written to.
    /// - Throws: `StorageFailure`.
    public func waitingMail() async throws -> (count: Int, seconds: Int) {
        let waiting = try await store.read { try $0.waitingMail() }
        return (waiting.count, waiting.since.map { max(0, Int(clock.now().seconds(since: $0))) } ?? 0)
    }

    /// Tries whether a change could be kept now; asked often, it repeats what it found.
    /// - Throws: `StorageFailure` when it could not.
    public func checkWriting() async throws { try await store.checkWriting() }
}
