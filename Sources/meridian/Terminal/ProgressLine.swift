import Glibc
import Wording

/// One line on a terminal's stderr that is written over and over; nothing where stderr is no terminal.
///
/// For those who hear it, and on a terminal that only writes, it is lines that stay, and few of them.
struct ProgressLine {
    private let columns = Terminal.columns(of: STDERR_FILENO)
    private let staysInPlace = Terminal.obeys && !Layout.current.isInWords
    private var lastShown: ContinuousClock.Instant?

    /// Shows a line, unless the one before is younger than a tenth of a second, or than five where lines stay.
    mutating func show(_ text: @autoclosure () -> String) {
        guard let columns else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < (staysInPlace ? .milliseconds(100) : .seconds(5)) { return }
        lastShown = now
        if staysInPlace {
            Terminal.write(onStderr: "\r\u{1B}[K" + text().prefix(columns - 1))
        } else {
            Terminal.complain(text())
        }
    }

    /// Takes the line away.
    mutating func clear() {
        if lastShown != nil, staysInPlace { Terminal.write(onStderr: "\r\u{1B}[K") }
        lastShown = nil
    }
}
