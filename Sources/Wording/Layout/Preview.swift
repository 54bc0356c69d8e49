/// What an answer says at its end that only tells what would be done.
package enum Preview {
    /// `nothing was changed`; on a page it is still to come.
    static var nothing: String { Layout.current.isOnPage ? "nothing is changed yet" : "nothing was changed" }

    /// The same, and how it is done; on a page there is a button for that.
    package static func outcome(_ deed: String = "do it") -> String {
        Layout.current.isOnPage ? nothing : "\(nothing); leave out --dry-run to \(deed)"
    }
}
