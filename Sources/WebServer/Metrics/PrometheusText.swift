/// Numbers as Prometheus reads them (its text exposition format, version 0.0.4).
struct PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// A number that can go up and down.
    mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        begin(name, "gauge", help)
        sample(name, [], value.description)
    }

    /// Numbers that only grow, one for each set of labels.
    mutating func counter(_ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: Int)]) {
        begin(name, "counter", help)
        for (labels, value) in samples { sample(name, labels, value.description) }
    }

    /// Durations in seconds.
    mutating func histogram(_ name: String, _ help: String, _ durations: Durations) {
        begin(name, "histogram", help)
        for (bound, count) in zip(Durations.bounds, durations.within) {
            sample("\(name)_bucket", [("le", bound.description)], count.description)
        }
        sample("\(name)_bucket", [("le", "+Inf")], durations.count.description)
        sample("\(name)_sum", [], durations.seconds.description)
        sample("\(name)_count", [], durations.count.description)
    }

    private mutating func begin(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    /// Labels are patterns of routes and words of ours: nothing in them needs an escape.
    private mutating func sample(_ name: String, _ labels: [(String, String)], _ value: String) {
        let labels = labels.map { "\($0)=\"\($1)\"" }.joined(separator: ",")
        text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)\n"
    }
}
