package import Mentoring
package import MentoringAPI

extension ArchiveView {
    /// What becomes of an announced session whose program is archived, with so many seats taken.
    package static func stays(_ code: SessionCode, seats: Int) -> String {
        "\(code) stays announced, and nobody is told or reminded (\(seats) with a seat); to call it off first: meridian session cancel \(code) --reason …"
    }

    /// What becomes of so many mails that waited, once it is reopened.
    package static func leaving(_ mails: Int) -> [String] {
        mails == 0 ? [] : ["\(mails) \(mails == 1 ? "mail that waited leaves" : "mails that waited leave")"]
    }

    /// What else becomes of its sessions and mails.
    package static func effects(tentative: Int, mails: Int) -> [String] {
        [
            tentative == 0
                ? nil : "\(tentative) tentative \(tentative == 1 ? "session is" : "sessions are") never announced",
            mails == 0 ? nil : "\(mails) \(mails == 1 ? "mail waits" : "mails wait") until it is reopened",
            "nothing changes in it any more, and the daily round passes it by",
        ].compactMap(\.self)
    }
}

extension TimeZoneAdoption {
    /// What it does when a program is reopened, in a sentence; nil when it does nothing.
    package var effect: String? {
        let sessions = moves.map(\.session)
        guard !sessions.isEmpty || !told.isEmpty else { return nil }
        let moved = sessions.isEmpty ? "clocks have changed meanwhile" : "\(sessions.named) moved with changed clocks"
        return moved + (told.isEmpty ? "" : "; \(told.named) \(told.count == 1 ? "is" : "are") told")
    }
}
