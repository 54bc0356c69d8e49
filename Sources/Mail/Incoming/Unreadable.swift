/// Why an incoming mail, or a part of it, cannot be read; said of the mail: “its header has no end”.
struct Unreadable: Error, Hashable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
