import Glibc
import Wording

extension Layout {
    /// What standard output asks for, and the environment.
    static let ofStandardOutput: Layout = {
        let isSpoken = Environment.isOn("MERIDIAN_ACCESSIBLE")
        let columns = Terminal.columns(of: STDOUT_FILENO)
        return Layout(
            columns: columns ?? .max, isSpoken ? .spoken : .drawn,
            hasStyles: columns != nil && !isSpoken && Environment["NO_COLOR"] == nil && Terminal.obeys)
    }()
}
