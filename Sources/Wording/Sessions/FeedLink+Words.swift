package import MentoringAPI

extension FeedLink {
    /// The address to subscribe to, and who else reaches it where nobody does.
    package func text(isPublic: Bool) -> String {
        isPublic
            ? url
            : url + "\n"
                + Paragraph.of(
                    "only this machine reaches that; to say where people reach the server: meridian serve --base-url URL"
                )
    }
}
