import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// What a browser is shown of an error, for its template.
struct ErrorPage: Encodable {
    let frame: PageFrame
    let heading: String
    /// A sentence, or one for each of several faults.
    let words: [String]
    /// Whether another zone may help.
    let asksZone: Bool
    let ways: [Way]
    /// The form that could not be done, with what was typed in, where anything was.
    let again: Action?

    /// - Parameters:
    ///   - problem: the error.
    ///   - program: the program to whose page the way leads back, where there is one.
    ///   - asksZone: whether another zone may help.
    ///   - frame: what is around it; its path is that of the page that was asked for.
    init(_ problem: Problem, backTo program: Program.Name?, asksZone: Bool, in frame: PageFrame) {
        self.frame = frame
        self.asksZone = asksZone
        again = nil
        heading = Self.heading(of: problem.status)
        words = problem.sentences
        ways =
            [
                // Whoever may not may often do so once they are signed in.
                [401, 403].contains(problem.status) ? frame.signIn.map { Way(href: $0, label: "Sign in") } : nil,
                program.map { Way(href: "\(frame.root)/\($0)", label: "To the program") },
            ].compactMap(\.self) + [Way(href: "\(frame.root)/", label: "To all trainings")]
    }

    /// What somebody sees whose form could not be done.
    /// - Parameters:
    ///   - error: why not.
    ///   - back: the page that had it.
    ///   - again: the form, with what they typed in.
    ///   - frame: what is around it.
    init(undone error: any Error, backTo back: PagePath, again: Action?, in frame: PageFrame) {
        self.frame = frame
        self.again = again
        asksZone = false
        heading = "That was not done"
        words = Problem(error).sentences
        ways = [Way(href: frame.root + back.text, label: "Back")]
    }

    /// What somebody sees for whom something else is computed.
    /// - Parameters:
    ///   - error: that it is, and when to ask again.
    ///   - address: where the same is asked again, with all that was typed in.
    ///   - back: the page from which one came.
    ///   - frame: what is around it.
    init(computing error: any Error, again address: String, backTo back: PagePath, in frame: PageFrame) {
        self.frame = frame
        again = nil
        asksZone = false
        let status = Problem(error).status
        heading = status == 429 ? "One thing at a time" : Self.heading(of: status)
        words = Problem(error).sentences
        ways = [Way(href: address, label: "Try again"), Way(href: frame.root + back.text, label: "Back")]
    }

    private static func heading(of status: Int) -> String {
        switch status {
        case 401, 403: "That is not allowed"
        case 404: "There is nothing here"
        case 405, 409: "That cannot be done"
        case 429: "Too many requests"
        case 503: "Not at the moment"
        case 400..<500: "That was not understood"
        default: "Something went wrong"
        }
    }
}

extension Problem {
    /// How many faults are told; who has mended those asks again.
    private static let mostFaults = 20

    /// What is wrong, as sentences: a fault of several has a line of the detail.
    var sentences: [String] { Self.sentences(detail.split(separator: "\n").map(String.init)) }

    /// Faults as sentences, the first of them where there are many, with how many more there are.
    static func sentences(_ faults: [String]) -> [String] {
        let more = faults.count - mostFaults
        return faults.prefix(mostFaults).map(sentence) + (more > 0 ? ["\(more) more."] : [])
    }

    /// A fault as a sentence; an address, a code or a name at its beginning stays as it is.
    private static func sentence(_ fault: String) -> String {
        let fault = OneLine.shown(fault)
        let first = fault.prefix { $0 != " " }
        let isWord = first.allSatisfy { $0.isLowercase || "'’,:;".contains($0) }
        return (isWord ? fault.prefix(1).uppercased() : String(fault.prefix(1))) + fault.dropFirst()
            + (fault.last.map { ".?!".contains($0) } == true ? "" : ".")
    }
}

extension PageRoutes {
    /// What somebody is shown whose form could not be done, or who is to ask again.
    func respond(_ page: ErrorPage, after error: any Error) -> Response {
        var response = respond(templates.error(page), status: Problem(error).httpStatus)
        response.headers.append(contentsOf: (error as? HTTPError)?.headers ?? [:])
        return response
    }

    /// What somebody is shown who asks for what is computed while something else is, in another tab perhaps.
    ///
    /// - Parameters:
    ///   - error: that it is.
    ///   - request: by which they ask.
    ///   - back: the page from which one comes to what they ask for.
    ///   - frame: what is around it.
    /// - Returns: the page, after which the connection ends like that of what is computed.
    func comeAgain(
        after error: any Error, to request: Request, backTo back: PagePath, in frame: PageFrame
    ) -> Response {
        let address = frame.root + request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
        return respond(ErrorPage(computing: error, again: address, backTo: back, in: frame), after: error).closing
    }

    /// What a browser is shown of an error.
    func errorPage(_ problem: Problem, to request: Request) async -> String {
        // Whoever asks too often gets what is ready; of a form that was not read it is said what to do.
        if problem.status == HTTPResponse.Status.tooManyRequests.code, problem.detail != LargeForms.full.body {
            return busyPage
        }
        let path = request.uri.path
        // Of other paths nothing is shown again.
        let place = problem.status < 500 ? PublicPage.Place(path: path) : nil
        // Below `/me` there is no program, but who is signed in.
        var program = place?.program.flatMap { Program.reservedNames.contains($0) ? nil : $0 }
        if let name = program, problem.status == 404 {
            let known = try? await service.program(name)
            program = known?.name
        }
        let asksZone = problem.status == 400 && place != nil && Query(request).zoneName != nil
        // Where nothing can be read at the moment, nobody is known.
        let frame = (try? await frame(for: request)) ?? frame("/", nil)
        return templates.error(ErrorPage(problem, backTo: program, asksZone: asksZone, in: frame))
    }
}
