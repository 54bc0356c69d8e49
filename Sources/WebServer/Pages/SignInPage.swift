import CivilTime
import Mentoring
import MentoringAPI
import Pictures

/// Where somebody gives the address by which they sign in, and then the code that was mailed to it, for its template.
struct SignInPage: Encodable {
    /// Where they go on once they have signed in.
    struct Back: Encodable {
        let href: String
        let title: String
    }

    /// Where they type the code.
    struct Sent: Encodable {
        let attempt: String
        let minutes = Int(SignIn.validity / 60)
        let anHour = SignIn.mostInAnHour
        let again: String
    }

    /// The fields that say from where they come.
    static let originNames = ["program", "session"]

    let frame: PageFrame
    /// Whether nobody can sign in here.
    let isImpossible: Bool
    /// From where they come.
    let program: String?
    let session: String?
    let back: Back?
    /// What was typed in.
    var email = ""
    /// What was wrong with that.
    var problem: String?
    /// Once the mail is on its way.
    var sent: Sent?

    init(from origin: (program: Program.Name?, session: String?), isPossible: Bool, in frame: PageFrame) {
        self.frame = frame
        isImpossible = !isPossible
        (program, session) = origin
        back = origin.program.map { program in
            Back(
                href: "\(frame.root)/\(program)\(origin.session.map { "/\($0)" } ?? "")",
                title: origin.session ?? program)
        }
    }

    /// The page's address with whence they come.
    var address: String {
        let fields = [("program", program), ("session", session)].compactMap { name, value in
            value.map { "\(name)=\($0.percentEncoded(keeping: ""))" }
        }
        return "\(frame.root)/sign-in" + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
    }
}

/// What somebody takes of what waits for them, by the click by which they sign in or join: what the button said that they pressed.
enum SeatWish: String {
    /// A seat, or nothing where all are taken by then.
    case seat
    /// A seat, or a place in the queue.
    case queue
}

/// What is shown behind the link that was mailed to somebody who wants to sign in, for its template.
struct SignInLinkPage: Encodable {
    /// The field that tells the button from one beside it.
    static let thenName = "then"
    let frame: PageFrame
    /// Who would be signed in.
    var name: String?
    /// What tells this page from every other that showed the link.
    var page = ""
    /// What waits for one click.
    var seat: SeatLine?
    /// Why nobody can be.
    var problem: String?
    /// Where they go on who are signed in though what they wanted could not be done.
    var back: SignInPage.Back?
}

/// The session that waits for one click, for a template.
struct SeatLine: Encodable {
    let code: String
    let program: String
    let start: String
    let when: String
    let zone: String
    /// What the button says that takes it.
    let wish: String
    let isFull: Bool
    let joins: Bool

    init(_ offer: SeatOffer) {
        code = offer.session
        program = OneLine.shown(offer.title)
        start = offer.start.rfc3339
        when = "\(offer.localStart.date.inWords), \(offer.localStart.time)"
        zone = offer.zone.name
        wish = (offer.isFull ? SeatWish.queue : .seat).rawValue
        isFull = offer.isFull
        joins = offer.joins
    }
}
