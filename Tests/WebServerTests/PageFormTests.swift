import Mentoring
import MentoringAPI
import NIOHTTP1
import Testing
import WebServerFixture

@Suite("The forms of pages")
struct PageFormTests {
    private static let pages: [Asker: [String]] = [
        .trainee: ["/me", "/me/settings", "/me/reviews/nova", "/nova/nova-202701-w02-asia", "/me/leaving/nova"],
        .mentor: ["/me", "/me/mentoring/nova", "/me/settings"],
        .organizer: [
            "/me", "/me/organizing/nova", "/me/organizing/nova/file", "/me/plan/nova", "/me/new", "/me/suppressed",
        ],
    ]

    @Test(
        "everything that a form asks for can be filled in, and its address has no empty part",
        arguments: [Asker.trainee, .mentor, .organizer], [nil, "2027-01-10T09:00:00Z"])
    func complete(asker: Asker, now: String?) async throws {
        try await Cast.run(as: asker, at: now) { browser, _ in
            for path in Self.pages[asker] ?? [] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path)")
                for form in answer.text.matches(
                    of: /(?s)<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/)
                {
                    let (address, content) = (form.1, form.2)
                    #expect(!address.contains("//") && !address.hasSuffix("/"), "\(path): \(address)")
                    let asked =
                        content.firstMatch(of: /name="form-fields" value="([^"]*)"/)?.1.split(separator: " ") ?? []
                    for name in asked {
                        let hasControl = content.split(separator: "<").contains { tag in
                            ["input id", "textarea", "select"].contains { tag.hasPrefix($0) }
                                && tag.contains("name=\"\(name)\"")
                        }
                        #expect(hasControl, "\(path): \(address) asks for \(name)")
                    }
                }
            }
        }
    }
}
