import ArgumentParser
import Foundation
import Mentoring
import Rotation

/// The commands that begin with `meridian planner`.
struct PlannerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "planner", abstract: "The planner alone.", subcommands: [Solve.self])

    struct Solve: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "solve",
            abstract: "Solve an instance in the format meridian-instance/1 and print a meridian-plan/1.",
            discussion: """
                “-” reads standard input; an instance may have 64 MiB. The same instance and effort give the same plan on \
                every machine. Ctrl-C prints the best plan so far; a second one prints nothing.
                """)

        /// Decoding takes about seven times the file's size.
        private static let limit = 64 << 20

        @Argument(help: "The instance (JSON).") var instance: String
        @Option(help: "How long to search and prove, counted in steps: quick, standard or thorough.")
        var effort = EffortName.standard
        @Flag(help: "Say on stderr when the plan was found and when all was done.") var timing = false

        func run() throws {
            let start = ContinuousClock.now
            let problem = try read()
            var line = ProgressLine()
            var best: LevelValues?
            var found = start
            Interruption.listen()
            let plan = Planner().solve(problem, effort: effort.effort) { progress in
                if progress.levels != best {
                    best = progress.levels
                    found = .now
                }
                line.show(progress.words)
                return !Interruption.isAsked
            }
            line.clear()
            try Terminal.say(json: JSONText.of(PlanDocument(plan, of: problem)))
            if Interruption.isAsked {
                Terminal.complain("meridian: interrupted; the plan printed is the best so far")
            }
            if timing {
                let (search, all) = ((found - start).inSeconds, (ContinuousClock.now - start).inSeconds)
                Terminal.complain("meridian: plan found after \(search) s, done after \(all) s")
            }
        }

        private func read() throws -> Problem {
            let bytes = try InputFile.bytes(of: instance, limit: Self.limit)
            do {
                return try Problem(JSONDecoder().decode(InstanceDocument.self, from: Data(bytes)))
            } catch let error as ProblemError {
                throw BadInput("\(error)", file: instance)
            } catch let error as DecodingError {
                throw BadInput(error.words, file: instance)
            }
        }
    }
}

/// The efforts that have a name.
enum EffortName: String, CaseIterable, ExpressibleByArgument {
    case quick, standard, thorough

    var effort: Effort {
        switch self {
        case .quick: .quick
        case .standard: .standard
        case .thorough: .thorough
        }
    }
}

extension Planner.Progress {
    /// What is worked on, for the eyes of whoever waits.
    fileprivate var words: String {
        guard let level else { return "looking for a plan: \(levels[.uncovered]) uncovered" }
        return "settling \(level.rawValue): \(levels[level]), at least \(bounds[level])"
    }
}

extension Duration {
    /// Seconds with two decimals.
    fileprivate var inSeconds: String {
        String(format: "%.2f", Double(components.seconds) + Double(components.attoseconds) / 1e18)
    }
}
