import Benchmark
import CivilTime
import Foundation
import Glibc
import TimeZoneCatalog

/// What it costs to turn an instant into the reading of Berlin's clocks, and such a reading into its instant: with
/// CivilTime, with the C library and with Foundation, on the same times from 2026 to 2036.
///
/// A reading is year, month, day, hour and minute. Foundation is asked for the offset alone as well, the least that it can do.
let benchmarks: @Sendable () -> Void = {
    let zone = "Europe/Berlin"
    guard let rules = try? TimeZoneCatalog.shipped.rules(named: zone), let timeZone = TimeZone(identifier: zone) else {
        preconditionFailure("no \(zone)")
    }
    setenv("TZ", zone, 1)
    tzset()
    var gregorian = Foundation.Calendar(identifier: .gregorian)
    gregorian.timeZone = timeZone
    let calendar = gregorian

    let seconds = Times.seconds
    let instants = seconds.map(Instant.init(secondsSinceEpoch:))
    let dates = seconds.map { Date(timeIntervalSince1970: TimeInterval($0)) }
    let locals = instants.map(rules.local(at:))
    let brokenDown = seconds.map { second in
        var (time, reading) = (time_t(second), tm())
        localtime_r(&time, &reading)
        return reading
    }
    let components = dates.map { calendar.dateComponents(Times.shown, from: $0) }

    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock], scalingFactor: .kilo, maxDuration: .seconds(2), maxIterations: 20_000)

    Benchmark("instant to local, CivilTime") { benchmark in
        var sum = 0
        for index in Times.thousand(benchmark.currentIteration) {
            let local = rules.local(at: instants[index])
            let (date, time) = (local.date.yearMonthDay, local.time)
            sum &+= date.year &+ date.month &+ date.day &+ time.hour &+ time.minute
        }
        blackHole(sum)
    }

    Benchmark("instant to local, localtime_r") { benchmark in
        var sum = 0
        for index in Times.thousand(benchmark.currentIteration) {
            var (time, reading) = (time_t(seconds[index]), tm())
            localtime_r(&time, &reading)
            sum &+= Int(reading.tm_year) &+ Int(reading.tm_mon) &+ Int(reading.tm_mday)
            sum &+= Int(reading.tm_hour) &+ Int(reading.tm_min)
        }
        blackHole(sum)
    }

    Benchmark("instant to local, Foundation") { benchmark in
        var sum = 0
        for index in Times.thousand(benchmark.currentIteration) {
            let reading = calendar.dateComponents(Times.shown, from: dates[index])
            sum &+= (reading.year ?? 0) &+ (reading.month ?? 0) &+ (reading.day ?? 0)
            sum &+= (reading.hour ?? 0) &+ (reading.minute ?? 0)
        }
        blackHole(sum)
    }

    Benchmark("instant to offset, CivilTime") { benchmark in
        var sum = 0
        for index in Times.thousand(benchmark.currentIteration) { sum &+= rules.offset(at: instants[index]).seconds }
        blackHole(sum)
    }

    Benchmark("instant to offset, Foundation") { benchmark in
        var sum = 0
        for index in Times.thousand(benchmark.currentIteration) { sum &+= timeZone.secondsFromGMT(for: dates[index]) }
        blackHole(sum)
    }

    Benchmark("local to instant, CivilTime") { benchmark in
        var sum: Int64 = 0
        for index in Times.thousand(benchmark.currentIteration) {
            sum &+= rules.resolve(locals[index]).instant.secondsSinceEpoch
        }
        blackHole(sum)
    }

    Benchmark("local to instant, mktime") { benchmark in
        var sum = 0
        for index in Times.thousand(benchmark.currentIteration) {
            var reading = brokenDown[index]
            reading.tm_isdst = -1
            sum &+= mktime(&reading)
        }
        blackHole(sum)
    }

    Benchmark("local to instant, Foundation") { benchmark in
        var sum = 0.0
        for index in Times.thousand(benchmark.currentIteration) {
            sum += calendar.date(from: components[index])?.timeIntervalSince1970 ?? 0
        }
        blackHole(sum)
    }
}

/// The times that are converted: whole seconds spread over 2026 to 2036 without order, the same in every run.
enum Times {
    static let shown: Set<Foundation.Calendar.Component> = [.year, .month, .day, .hour, .minute]

    /// So many that a processor cannot learn the branches that each takes by heart.
    private static let thousands = 64

    /// The indices of the thousand times that an iteration converts.
    static func thousand(_ iteration: Int) -> Range<Int> {
        let first = iteration % thousands * 1000
        return first..<first + 1000
    }

    static let seconds: [Int64] = {
        let (start, length): (Int64, UInt64) = (1_767_225_600, 347_155_200)
        var state: UInt64 = 42
        return (0..<thousands * 1000).map { _ in
            // Knuth's multiplier for 64 bits; the upper half is the random one.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return start + Int64((state >> 32) * length >> 32)
        }
    }()
}
