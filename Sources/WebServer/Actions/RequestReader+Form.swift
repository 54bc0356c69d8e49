import Foundation
import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension RequestReader {
    /// The names of the fields that a page's form can have for the request.
    static var formFields: [String] { R.route.fields.map(\.name) }

    /// Those that a form has: what does not stand in its address, and what was filled in for that.
    static func fields(of form: Form) -> [FieldDescription] {
        let asked = (form[Actions.asked] ?? "").split(separator: " ")
        return R.route.fields.filter { field in
            R.route.otherFields.contains { $0.name == field.name } || asked.contains { $0 == field.name }
        }
    }

    /// How long a form of the request may be, in bytes: as long as any other, unless it has a file.
    static var formBytes: Int {
        R.route.otherFields.contains { $0.kind.isFile } ? ServerLimits.fileFormBytes : ServerLimits.ownFormBytes
    }

    /// The request, with the rest of what it takes from a page's form.
    ///
    /// A form sends every field that it shows, so one that is left empty was left out, and so was one that still has what stood
    /// there where another was changed: somebody else may have changed that meanwhile. A box that is ticked says `true`; of a list
    /// each element has a line. A zone may be said by a city of it.
    /// - Throws: `BadInput` that names a field that is missing or not of its kind; `Refusal` not-found for an address that can be
    ///   nobody's.
    func asked(with form: Form, zones: TimeZoneCatalog) throws -> R {
        var values: [String: JSONValue] = [:]
        let untouched = form.untouched
        for field in Self.fields(of: form) where !(field.isOptional && untouched.contains(field.name)) {
            guard let text = form[field.name], !text.isEmpty || field.takesNothing else {
                // What stands in the address only keeps the place of what was to be filled in.
                if R.route.segments.contains(.field(field.name)) { values[field.name] = .null }
                continue
            }
            values[field.name] = field.value(written: text, zones: zones)
        }
        return try asked(adding: values)
    }
}

extension Form {
    /// The fields in which what stood there was left while something else was filled in; all were looked at where nothing was.
    fileprivate var untouched: Set<String> {
        guard let stood = self[Actions.stood],
            let values = try? JSONDecoder().decode([String: String].self, from: Data(stood.utf8))
        else { return [] }
        let asked = (self[Actions.asked] ?? "").split(separator: " ").map(String.init)
        let same = asked.filter { values[$0] != nil && values[$0] == self[$0] }
        let isFilledIn = asked.contains { !same.contains($0) && self[$0]?.isEmpty == false }
        return isFilledIn ? Set(same) : []
    }
}

extension FieldDescription {
    /// What somebody wrote into a form, as JSON would have it.
    fileprivate func value(written text: String, zones: TimeZoneCatalog) -> JSONValue {
        kind.value(written: kind == .zone ? zones.name(meantBy: text) : text)
    }

    /// Whether an empty text says something: that what was there is to go, or that there is nobody.
    fileprivate var takesNothing: Bool { kind.isTextAsWritten || kind.isList && !isOptional }

    /// Whether what somebody wrote is what the field takes, as far as its description tells.
    func takes(written text: String, zones: TimeZoneCatalog) -> Bool {
        guard !text.isEmpty || takesNothing else { return isOptional }
        if kind == .zone { return (try? zones.zone(meantBy: text)) != nil }
        let value = value(written: text, zones: zones)
        return kind.admits(value) && (try? check(value)) != nil
    }
}

extension FieldDescription.Kind {
    /// What somebody wrote into a form, as JSON would have it; what it cannot be is left as text.
    fileprivate func value(written text: String) -> JSONValue {
        switch self {
        case .text(let most) where most > Self.longestLine: .text(text.endingLinesInOneByte)
        case .list(let kind, _):
            .list(
                text.split(whereSeparator: \.isNewline).map { kind.value(String($0)) })
        default: value(text)
        }
    }

    /// Whether several can be given, a line each.
    var isList: Bool {
        guard case .list = self else { return false }
        return true
    }

    /// Whether it is long text, of which nothing is left out.
    fileprivate var isTextAsWritten: Bool {
        guard case .text(let most) = self else { return false }
        return most > Self.longestLine
    }
}

extension String {
    /// The text as it was before a browser ended each of its lines with two bytes; by byte, since a file has many lines.
    fileprivate var endingLinesInOneByte: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
