/// What an answer says at its end that only tells what would be done.
package enum Preview {
    /// `nothing was changed`, and how it is done; on a page there is a button for that.
    package static func outcome(_ deed: String = "do it") -> String {
        Layout.current.medium == .page
            ? "nothing is changed yet" : "nothing was changed; leave out --dry-run to \(deed)"
    }
}
