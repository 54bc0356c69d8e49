import Glibc

/// One line on a terminal's stderr that is written over and over; nothing where stderr is no terminal.
struct ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var lastShown: ContinuousClock.Instant?

    /// Shows a line, unless the one before is younger than a tenth of a second.
    mutating func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < .milliseconds(100) { return }
        lastShown = now
        Terminal.write(onStderr: "\r\u{1B}[K" + text().prefix(Terminal.columnsOfStderr - 1))
    }

    /// Takes the line away.
    mutating func clear() {
        if lastShown != nil { Terminal.write(onStderr: "\r\u{1B}[K") }
        lastShown = nil
    }
}
