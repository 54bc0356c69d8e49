package import MentoringAPI

extension SlotWithdrawn {
    /// What becomes of the sessions that were made from it.
    package var text: String {
        let stays = stays.isEmpty ? nil : "announced, so they stay: \(stays.joined(separator: ", "))"
        let replanned =
            replanned.isEmpty
            ? nil : "tentative, so the next plan makes them anew: \(replanned.joined(separator: ", "))"
        let outcome = Layout.current.isOnPage ? "the slot is withdrawn" : "slot \(withdrawn) is withdrawn"
        return [outcome, stays, replanned].compactMap(\.self).map { Paragraph.of($0) }
            .joined(separator: "\n")
    }
}
