import Foundation
import FoundationXML
import Mentoring
import MentoringAPI
import MentoringService
import Pictures
import Testing

@Suite("The picture of a path")
struct PathPictureTests {
    private func progress(_ stages: String, next: String? = nil) throws -> ProgressView {
        let text = """
            {"program": "nova", "name": "Ann", "sessions": 5, "asynchronous": 0, "discussed": 2, "areas": ["api"],
             "openAreas": [], "coLed": 0, "helpful": [], "stages": [\(stages)]\(next.map { ", \"next\": \"\($0)\"" } ?? "")}
            """
        return try JSONDecoder().decode(ProgressView.self, from: Data(text.utf8))
    }

    private static let reader = """
        {"name": "reader", "isReached": true, "goals": [{"goal": "sessions", "wanted": 3, "have": 5}]}
        """
    private static let reviewer = """
        {"name": "<re&viewer>", "isReached": false, "missing": "3 more sessions",
         "goals": [{"goal": "sessions", "wanted": 8, "have": 5}, {"goal": "co-led", "wanted": 2, "have": 0}]}
        """
    private static let core = """
        {"name": "core", "isReached": false, "missing": "x", "goals": [{"goal": "discussed", "wanted": 9, "have": 2}]}
        """

    @Test("shows each stage by its own mark, its bars no fuller than full, and says the same in words")
    func stages() throws {
        let svg = PathPicture(
            try progress([Self.reader, Self.reviewer, Self.core].joined(separator: ","), next: "<re&viewer>")
        ).svg
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        for text in [
            "<title id=\"title\">The path to core in nova</title>",
            "reader: reached. &lt;re&amp;viewer&gt;: 3 more sessions to go. core: x to go.",
            "class=\"reached\"", "class=\"next\"", "class=\"later\"", "class=\"ahead\"",
            ">3/3 sessions</text>", ">5/8 sessions</text>", ">0/2 co-led</text>", ">2/9 reviews</text>",
            "prefers-color-scheme:dark",
        ] {
            #expect(svg.contains(text), "\(text)")
        }
        #expect(svg.matches(of: /class="tick"/).count == 1)
        #expect(!svg.contains("class=\"walked\"") && !svg.contains("<script"))
    }

    @Test("of no stage at all is still a picture that says so")
    func empty() throws {
        let svg = PathPicture(try progress("")).svg
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        #expect(svg.contains("The program names no stages."))
    }

    @Test("is the same, byte for byte, for the same progress")
    func same() throws {
        let progress = try progress(Self.reader)
        #expect(PathPicture(progress).svg == PathPicture(progress).svg)
    }
}
