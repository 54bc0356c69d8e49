import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog

/// What somebody can set for themself, for its template.
struct SettingsPage: Encodable {
    /// Something with which they are signed in.
    struct Key: Encodable {
        let words: String
        let isHere: Bool
        let end: Action
    }

    /// A program in which they take part.
    struct Part: Encodable {
        let program: String
        let title: String
        let role: String
        let nickname: Action
        /// Theirs already, or by their word alone.
        let nicknames: [MentoringPage.Line]
        let hasNicknames: Bool
        /// Where it is said what leaving it would do, and done.
        let leaving: String
    }

    let frame: PageFrame
    let name: String
    let email: String
    let person: Action
    let move: Action
    let feed: String?
    let feedAction: Action
    let keys: [Key]
    let parts: [Part]
    /// Shows first what erasing them would do; afterwards they are nobody here.
    let erasure: Action
    let export: String

    /// - Parameters:
    ///   - settings: as they are.
    ///   - here: what this browser is signed in with.
    ///   - actions: makes the buttons.
    ///   - rules: their clock.
    ///   - frame: what is around it.
    init(
        _ settings: OwnSettings, here: Identifier<AccessToken>, _ actions: Actions, on rules: ZoneRules,
        in frame: PageFrame
    ) {
        let myself = settings.myself
        self.frame = frame
        name = myself.name
        email = "\(myself.email)"
        person = actions.form(
            SetPerson.self, of: [:],
            asking: [
                "name": myself.name, "zone": myself.zone.name, "reminders": myself.reminders.rawValue,
            ], "Save")
        move = actions.form(
            MovePerson.self, of: ["old": .text("\(myself.email)")], asking: ["new": ""], "Move to this address")
        feed = settings.feed
        feedAction =
            feed == nil
            ? actions.button(ShowPersonalFeed(), "Give my calendar an address")
            : actions.button(RotateFeed(), "Give it a new address", isGrave: true)
        let leaving = Actions(for: actions.visitor, root: frame.root, page: "/")
        erasure = leaving.button(
            ErasePerson(email: myself.email), "Erase all that is kept about me", isGrave: true, to: .look)
        export = "\(frame.root)/me/export.json"
        let day = { (moment: Instant) in rules.local(at: moment).date.inWords }
        keys = settings.tokens.map { token in
            let words = [
                token.label ?? "a token", "since \(day(token.created))",
                token.lastUsed.map { "last used \(day($0))" },
            ].compactMap(\.self).joined(separator: ", ")
            return Key(
                words: words, isHere: token.id == here,
                end: actions.button(RevokeToken(token: token.id), "End it", about: words, isGrave: true))
        }
        parts = settings.parts.map { entry in
            let program = entry.part.program
            let known = entry.nicknames.map { nickname in
                MentoringPage.Line(
                    words: "\(nickname.nickname)"
                        + (nickname.word == .waiting ? ", once an organizer has confirmed it" : ""),
                    actions: [
                        actions.button(
                            RemoveNickname(program: program, nickname: "\(nickname.nickname)"), "It is mine no more",
                            about: "\(nickname.nickname)", isGrave: true, to: .look)
                    ])
            }
            return Part(
                program: program, title: entry.title, role: entry.part.role.rawValue,
                nickname: actions.form(
                    AddNickname.self, of: ["program": .text(program)], asking: ["nickname": ""], "Add this nickname",
                    about: entry.title), nicknames: known, hasNicknames: !known.isEmpty,
                leaving: "\(frame.root)/me/leaving/\(program)")
        }
    }
}
