import Mentoring
import MentoringAPI
import MentoringService
import Testing
import WebServerFixture

@testable import WebServer

@Suite("The description of the API")
struct OpenAPITests {
    private static let document = Result { try OpenAPIDocument(root: "").document }

    @Test("has every request at its address, with the role it takes", arguments: Requests.all.indices)
    func operations(index: Int) throws {
        let route = Requests.all[index].route
        let paths = try #require(try Self.document.get()["paths"])
        let operation = try #require(paths["/\(route.path)"]?[route.method.rawValue.lowercased()])
        #expect(operation["summary"] == .text(route.summary))
        let access: JSONValue = route.role.map { [["token": [.text($0.rawValue)]]] } ?? [[:], ["token": []]]
        #expect(operation["security"] == access)
    }

    @Test("names each operation once")
    func names() throws {
        let names = try Requests.all.map { try RequestDescription($0).name }
        #expect(Set(names).count == Requests.all.count)
    }

    @Test("has every schema that it refers to")
    func references() throws {
        let text = try Self.document.get().json
        let schemas = try #require(try Self.document.get()["components"]?["schemas"])
        let references = Set(text.matches(of: /"#\/components\/schemas\/([^"]+)"/).map { String($0.output.1) })
        #expect(references.count > 40)
        for reference in references {
            #expect(schemas[reference] != nil, "\(reference)")
            #expect(reference.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil, "\(reference) is no name of a component")
        }
    }

    @Test("is where it was promised, under the server's public path")
    func served() async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, baseURL: "https://example.org/training") { server in
            let answer = try await server.ask("/api/v1/openapi.yaml")
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == "application/yaml")
            #expect(answer.text.contains("\"openapi\" : \"3.1.0\""))
            #expect(answer.text.contains("\"url\" : \"/training/api/v1\""))
            let tag = try #require(answer["ETag"])
            #expect(try await server.ask("/api/v1/openapi.yaml", headers: [("If-None-Match", tag)]).status == 304)
            #expect(try await server.ask("/").text.contains("href=\"/training/api/v1/openapi.yaml\""))
        }
    }
}

extension JSONValue {
    fileprivate subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }
}
