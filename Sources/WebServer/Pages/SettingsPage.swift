import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// What somebody can set for themself, for its template.
struct SettingsPage {
    /// Something with which they are signed in.
    struct Key {
        let words: String
        let isHere: Bool
        let end: Action
    }

    /// A program in which they take part.
    struct Part {
        let program: String
        let role: String
        let nickname: Action
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

    /// - Parameters:
    ///   - myself: who they are.
    ///   - tokens: everything with which they act.
    ///   - here: that of this browser.
    ///   - feed: the address of their own calendar, if it has one.
    ///   - actions: makes the buttons.
    ///   - rules: their clock.
    ///   - frame: what is around it.
    init(
        _ myself: Myself, tokens: [TokenView], here: Identifier<AccessToken>, feed: String?, _ actions: Actions,
        on rules: ZoneRules, in frame: PageFrame
    ) {
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
        self.feed = feed
        feedAction =
            feed == nil
            ? actions.button(ShowPersonalFeed(), "Give my calendar an address")
            : actions.button(RotateFeed(), "Give it a new address", isGrave: true)
        keys = tokens.map { token in
            let words = [
                token.label ?? "a token", "since \(rules.local(at: token.created).date)",
                token.lastUsed.map { "last used \(rules.local(at: $0).date)" },
            ].compactMap(\.self).joined(separator: ", ")
            return Key(
                words: words, isHere: token.id == here,
                end: actions.button(RevokeToken(token: token.id), "End it", about: words, isGrave: true))
        }
        parts = myself.programs.map { part in
            Part(
                program: part.program, role: part.role.rawValue,
                nickname: actions.form(
                    AddNickname.self, of: ["program": .text(part.program)], asking: ["nickname": ""],
                    "Add this nickname"),
                leaving: "\(frame.root)/me/leaving/\(part.program)")
        }
    }
}
