import CivilTime
import Mentoring
import Pictures

/// What every page has around its content, for the template.
struct PageFrame: Encodable {
    /// The path that precedes every path of ours.
    let root: String
    /// The release of the tz data in force.
    let release: String
    /// The script's path, below the root.
    let script: String
    /// The marks that say how humane a session is, to be used by name.
    let marks = SeasonPicture.shapes
    /// The page's own path, below the root.
    let path: String
    /// The zone asked for, or nothing.
    let zone: String
    /// What carries the zone to the next page.
    let query: String
    /// The path of the names of places, below the root.
    let zoneList: String
    /// Who is signed in; nil on what everybody sees.
    let visitor: VisitorFrame?
    /// Where somebody signs in who is not; nil where nobody can.
    let signIn: String?
    /// What was done just before by whoever is signed in.
    var done: DoneNote?

    /// Where an answer is read, from whose page one comes back to this one.
    ///
    /// - Parameter path: its address as the API has it, with its query.
    /// - Returns: the address.
    func seeing(_ path: String) -> String {
        let mark = path.contains("?") ? "&" : "?"
        return "\(root)/me/see/\(path)\(mark)\(Actions.back)=\(self.path.percentEncoded(keeping: "/"))"
    }
}

/// What a page that is made for somebody has of them around its content, for the template.
struct VisitorFrame: Encodable {
    /// Their name.
    let name: String
    /// The name of the hidden field that every form of theirs has.
    let field = FormToken.field
    /// What stands in it.
    let token: String

    init(_ visitor: SignedInPerson) {
        name = visitor.person.name
        token = visitor.formToken
    }
}
