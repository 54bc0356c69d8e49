import CivilTime
import Mentoring
import TimeZoneCatalog

/// A type that says by itself what a field with its values takes.
package protocol FieldValue {
    static var kind: FieldDescription.Kind { get }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    package static var kind: FieldDescription.Kind { Wrapped.kind }
}

extension Array: FieldValue where Element: FieldValue {
    package static var kind: FieldDescription.Kind { .list(Element.kind) }
}

extension Bool: FieldValue {
    package static var kind: FieldDescription.Kind { .flag }
}

extension EmailAddress: FieldValue {
    package static var kind: FieldDescription.Kind { .email }
}

extension WrittenPerson: FieldValue {
    package static var kind: FieldDescription.Kind { .person(of: .everybody) }
}

extension LocalDate: FieldValue {
    package static var kind: FieldDescription.Kind { .date }
}

extension LocalDateTime: FieldValue {
    package static var kind: FieldDescription.Kind { .localDateTime }
}

extension Identifier: FieldValue {
    package static var kind: FieldDescription.Kind { .id }
}

extension FieldValue where Self: CaseIterable & RawRepresentable<String> {
    package static var kind: FieldDescription.Kind { .choice(allCases.map(\.rawValue)) }
}

extension Region: FieldValue {}
extension Role: FieldValue {}
extension Reminders: FieldValue {}
extension AccessToken.Scope: FieldValue {}
