import CivilTime
import Foundation
import GRDB
import Mentoring
import TimeZoneCatalog

/// A type that a column keeps.
///
/// An instant is kept as whole seconds since 1970, which sort and compare as numbers; what was agreed on the wall clock
/// as ISO 8601 text, which stays readable in a dump; numbers and names as themselves.
protocol Storable {
    /// As it is kept.
    var stored: DatabaseValue { get }
    /// Reads what was kept, or nil when that means nothing.
    init?(stored: DatabaseValue)
}

/// A type kept as text that reads back as itself; the same thing spelled in any other way is refused.
protocol StorableAsText: Storable, CustomStringConvertible {
    /// Reads the text.
    init?(storedText: String)
}

extension StorableAsText {
    var stored: DatabaseValue { description.databaseValue }

    init?(stored: DatabaseValue) {
        guard let text = String(stored: stored) else { return nil }
        self.init(storedText: text)
        guard description == text else { return nil }
    }
}

extension LocalDate: StorableAsText {
    init?(storedText: String) { self.init(iso: storedText) }
}

extension LocalTime: StorableAsText {
    init?(storedText: String) { self.init(iso: storedText) }
}

extension LocalDateTime: StorableAsText {
    init?(storedText: String) { self.init(iso: storedText) }
}

extension TimeZoneID: StorableAsText {
    init?(storedText: String) { self.init(storedText) }
}

extension EmailAddress: StorableAsText {
    init?(storedText: String) {
        guard let address = try? EmailAddress(storedText) else { return nil }
        self = address
    }
}

extension Bool: Storable {
    var stored: DatabaseValue { (self ? 1 : 0).databaseValue }

    init?(stored: DatabaseValue) {
        switch Int(stored: stored) {
        case 0: self = false
        case 1: self = true
        default: return nil
        }
    }
}

extension Instant: Storable {
    var stored: DatabaseValue { secondsSinceEpoch.databaseValue }

    init?(stored: DatabaseValue) {
        guard case .int64(let seconds) = stored.storage else { return nil }
        self.init(secondsSinceEpoch: seconds)
        guard secondsSinceEpoch == seconds else { return nil }
    }
}

extension Identifier: Storable {
    var stored: DatabaseValue { rawValue.databaseValue }

    init?(stored: DatabaseValue) {
        guard case .int64(let number) = stored.storage, number >= 1 else { return nil }
        self.init(number)
    }
}

extension Storable where Self: RawRepresentable, RawValue == String {
    var stored: DatabaseValue { rawValue.databaseValue }

    init?(stored: DatabaseValue) {
        guard let text = String(stored: stored) else { return nil }
        self.init(rawValue: text)
    }
}

extension Region: Storable {}
extension Cadence: Storable {}
extension Session.Status: Storable {}
extension Invitation.Role: Storable {}
extension Invitation.Method: Storable {}
extension ParticipationStatus: Storable {}
extension OutboxMessage.State: Storable {}
extension ChangeFacts.State: Storable {}
extension ReviewTerms.Proposals: Storable {}
extension Role: Storable {}
extension AccessToken.Scope: Storable {}
extension AccessToken.Kind: Storable {}
extension Joining: Storable {}
extension KeptSeat: Storable {}
extension LogEntry.Way: Storable {}
extension JoinRequest.Kind: Storable {}
extension SwapOffer.State: Storable {}
extension Attendance.Kind: Storable {}
extension Attendance.Evidence: Storable {}

extension Int: Storable {
    var stored: DatabaseValue { databaseValue }

    init?(stored: DatabaseValue) {
        guard case .int64(let number) = stored.storage else { return nil }
        self.init(exactly: number)
    }
}

extension String: Storable {
    var stored: DatabaseValue { databaseValue }

    init?(stored: DatabaseValue) {
        guard case .string(let text) = stored.storage else { return nil }
        self = text
    }
}

extension [UInt8]: Storable {
    var stored: DatabaseValue { Data(self).databaseValue }

    init?(stored: DatabaseValue) {
        guard case .blob(let data) = stored.storage else { return nil }
        self.init(data)
    }
}
