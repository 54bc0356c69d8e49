import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Testing

@testable import WebServer

@Suite("The shape of a type's JSON")
struct ShapeTests {
    struct Everything: Codable {
        enum Word: String, Codable, CaseIterable { case one, two }
        struct Part: Codable { var number: Identifier<Person> }

        var flag: Bool
        var count: Int64?
        var share: Double
        var text: String
        var mails: [EmailAddress]
        var word: Word?
        var levels: [String: Int]
        var parts: [Part]?
        var nothing: [[LocalTime?]]
    }

    @Test("is what the type reads: names, kinds, and what may be missing")
    func everything() throws {
        let part = Shape.object(
            .init(
                name: "ShapeTests.Everything.Part",
                properties: [.init(name: "number", shape: .integer, isOptional: false)]))
        let expected: [Shape.Property] = [
            .init(name: "flag", shape: .flag, isOptional: false),
            .init(name: "count", shape: .integer, isOptional: true),
            .init(name: "share", shape: .decimal, isOptional: false),
            .init(name: "text", shape: .text(.any), isOptional: false),
            .init(name: "mails", shape: .list(.text(.email)), isOptional: false),
            .init(name: "word", shape: .choice(["one", "two"]), isOptional: true),
            .init(name: "levels", shape: .map(.integer), isOptional: false),
            .init(name: "parts", shape: .list(part), isOptional: true),
            .init(name: "nothing", shape: .list(.list(.text(.time))), isOptional: false),
        ]
        let shape = try Shape(of: Everything.self)
        #expect(shape == .object(.init(name: "ShapeTests.Everything", properties: expected)))
        #expect(shape.objects.map(\.name) == ["ShapeTests.Everything", "ShapeTests.Everything.Part"])
    }

    @Test("an enum that cannot list its words is refused")
    func unknownWords() {
        enum Word: String, Codable { case one }
        #expect(throws: DecodingError.self) { try Shape(of: Word.self) }
    }

    @Test("a request reads the fields that its route names, and no others", arguments: Requests.all.indices)
    func fields(index: Int) throws {
        try expectFields(Requests.all[index])
    }

    private func expectFields<R: MentoringAPI.Request>(_ request: R.Type) throws {
        guard case .object(let object) = try Shape(of: R.self) else {
            Issue.record("\(request) is no object")
            return
        }
        let byName: (Shape.Property, Shape.Property) -> Bool = { $0.name < $1.name }
        let named = R.route.fields.map {
            Shape.Property(name: $0.name, shape: $0.kind.shape, isOptional: $0.isOptional)
        }
        #expect(object.properties.sorted(by: byName) == named.sorted(by: byName), "\(request)")
    }
}

extension FieldDescription.Kind {
    /// What a request reads such a field as; a zone's name may be misspelt, and whom a name means only the service knows,
    /// so they are texts until they have been looked up.
    fileprivate var shape: Shape {
        switch self {
        case .text, .person, .mentorAndTime, .zone: .text(.any)
        case .number: .integer
        case .flag: .flag
        case .choice(let words): .choice(words)
        case .email: .text(.email)
        case .date: .text(.date)
        case .localDateTime: .text(.localDateTime)
        case .list(let kind, _): .list(kind.shape)
        }
    }
}
