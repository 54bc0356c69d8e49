import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing

@Suite("JSON from others")
struct JSONReaderTests {
    @Test(
        "is read as Foundation reads it",
        arguments: [
            "null", "true", " false ", "0", "-0", "12", "-9223372036854775808", "1.5", "1e2", "1E+2", "-2.5e-3", "1.0",
            #""""#, #""a\"\\\/\b\f\n\r\tb""#, #""\u00e9\ud83d\ude00é😀""#, "[]", "[1, [2, []], {}]",
            #"{"a": 1, "b": {"c": [null]}}"#, "[1\n,\t2\r]",
        ])
    func same(text: String) throws {
        let ours = try JSONValue(Array(text.utf8), within: .request)
        let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        let written = try JSONSerialization.jsonObject(with: JSONEncoder().encode(ours), options: .fragmentsAllowed)
        #expect((written as? NSObject) == (theirs as? NSObject))
    }

    @Test(
        "is refused where it is none, in a sentence",
        arguments: [
            ("", "breaks off"), ("{", "breaks off"), ("[1", "breaks off"), (#""a"#, "breaks off"),
            (#""\"#, "breaks off"),
            ("01", "begins with 0"), ("-", "a value"), ("1.", "a value"), ("1e", "a value"), (".5", "a value"),
            ("+1", "a value"), ("NaN", "a value"), ("tru", "a value"), ("1e400", "too large"), ("[1 2]", "a comma"),
            ("[1,]", "a value"), ("{1: 2}", "a name"), (#"{"a" 1}"#, "a colon"), (#"{"a": 1,}"#, "a name"),
            ("1 2", "follows its end"), ("\u{FEFF}1", "a value"), (#"{"a": 1, "a": 2}"#, "a twice"),
            (#"{"a": 1, "\u0061": 2}"#, "a twice"), ("\"\u{1}\"", "control character"), (#""\x""#, "no such escape"),
            (#""\u12g4""#, "hexadecimal"), (#""\ud800""#, "surrogate"), (#""\ude00""#, "surrogate"),
            (#""\ud800\u0041""#, "surrogate"), (String(repeating: "9", count: 41), "more than 40 characters"),
            ("0." + String(repeating: "3", count: 1 << 20), "more than 40 characters"),
            (String(repeating: "[", count: 17), "nested more than 16"),
            ("[" + String(repeating: "{},", count: 10_000) + "{}]", "more than 10000 values"),
            ("{\"" + String(repeating: "n", count: 201) + "\":1}", "more than 200 bytes"),
        ])
    func refused(text: String, words: String) {
        let error = #expect(throws: BadInput.self) { try JSONValue(Array(text.utf8), within: .request) }
        #expect(error?.message.contains(words) == true, "\(text.prefix(40)): \(error?.message ?? "")")
    }

    @Test("is refused where it is not in UTF-8")
    func encoding() {
        for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]] {
            #expect(throws: BadInput.self) { try JSONValue(bytes, within: .request) }
        }
    }

    @Test("holds as much as its limits say, and no more")
    func limits() throws {
        let deep = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
        #expect(throws: Never.self) { try JSONValue(Array(deep.utf8), within: .request) }
        let long = "[" + Array(repeating: "1", count: 9_999).joined(separator: ",") + "]"
        #expect(throws: Never.self) { try JSONValue(Array(long.utf8), within: .request) }
    }

    @Test("an object’s names are looked at before what belongs to them")
    func names() {
        let bytes = Array((#"{"a": 1, "b": "# + String(repeating: "[", count: 1000)).utf8)
        #expect(throws: BadInput("b is unknown")) {
            try JSONValue.members(of: bytes, within: .request) { (name) throws(BadInput) in
                guard name != "b" else { throw BadInput("b is unknown") }
            }
        }
        #expect(throws: BadInput.self) {
            try JSONValue.members(of: Array("[]".utf8), within: .request) { (_) throws(BadInput) in }
        }
    }

    private struct Sample: Codable, Equatable {
        struct Inner: Codable, Equatable {
            var list: [Double]
            var none: Int?
        }
        var text: String
        var flag: Bool
        var number: UInt8
        var inner: Inner
        var byName: [String: [Inner]]
        var address: EmailAddress
    }

    @Test("becomes what it is for, or says which member is not of its kind")
    func decoding() throws {
        let inner = Sample.Inner(list: [1, 2.5], none: nil)
        let sample = try Sample(
            text: "a", flag: true, number: 200, inner: inner, byName: ["x": [inner, inner], "y": []],
            address: EmailAddress("ada@example.org"))
        let bytes = [UInt8](try JSONEncoder().encode(sample))
        #expect(try JSONValue(bytes, within: .request).decoded(as: Sample.self) == sample)
        let wrong = [UInt8](String(decoding: bytes, as: UTF8.self).replacing("200", with: "300").utf8)
        let error = #expect(throws: DecodingError.self) {
            try JSONValue(wrong, within: .request).decoded(as: Sample.self)
        }
        guard case .typeMismatch(_, let context)? = error else {
            Issue.record("it is \(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["number"])
    }
}
