import Foundation
import Mentoring
import MentoringAPI
import Testing

@testable import WebServer

/// What the API of each release promised is kept by the newest.
///
/// `Released` has what `/api/v1/openapi.yaml` said in them. The newest is added with its release, by `make released-api`, and none is
/// changed.
@Suite("A client of an earlier release")
struct ReleasedAPITests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Released")

    static let releases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test("finds what it asks for, is understood, and reads each answer", arguments: releases)
    func isServed(release: String) throws {
        let breaches = try Promise(Self.released(release)).breaches(by: Self.now())
        #expect(breaches.isEmpty, "\(breaches)")
    }

    @Test("each release is tried")
    func all() {
        #expect(Self.releases.first == "0.1.0.json.gz")
    }

    @Test("would miss what is taken away, asked for in addition, or answered otherwise")
    func control() throws {
        let old = try Self.now()
        let body = ["paths", "/away", "post", "requestBody", "content", "application/json", "schema"]
        let session = ["components", "schemas", "SessionView"]
        let changes: [(at: [String], to: JSONValue?, breach: String)] = [
            (["paths", "/programs", "get"], nil, "GET /programs is gone"),
            (body + ["properties", "from"], nil, "POST /away takes from (body) no more"),
            (
                body + ["properties", "from"], ["type": "integer"],
                "POST /away takes from (body) as integer, not string"
            ),
            (body + ["required"], ["email", "from", "to"], "POST /away needs email (body) now"),
            (session + ["properties", "start"], nil, "SessionView.start is answered no more"),
            (
                session + ["properties", "week"], ["type": "string"],
                "SessionView.week is answered as string, not integer"
            ),
            (session + ["required"], [], "SessionView.week may be missing now"),
        ]
        for change in changes {
            let breaches = Promise(old).breaches(by: old.replacing(change.at[...], by: change.to))
            #expect(breaches.contains(change.breach), "\(breaches)")
        }
        #expect(Promise(old).breaches(by: old) == [])
    }

    static func released(_ file: String) throws -> JSONValue {
        let file = folder.appending(path: file)
        let bytes = try #require(gunzipped(Array(try Data(contentsOf: file))))
        return try JSONValue(bytes, within: .answer)
    }

    private static func now() throws -> JSONValue {
        // As it is sent, so that a number is the same kind of number in both.
        try JSONValue(Array(OpenAPIDocument(root: "").document.json.utf8), within: .answer)
    }
}
