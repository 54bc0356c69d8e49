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
            discussion: "“-” reads standard input. The same instance gives the same plan on every machine.")

        private static let limit = 256 << 20

        @Argument(help: "The instance (JSON).") var instance: String

        func run() throws {
            let bytes = try InputFile.bytes(of: instance, limit: Self.limit)
            let problem: Problem
            do {
                problem = try Problem(JSONDecoder().decode(InstanceDocument.self, from: Data(bytes)))
            } catch let error as ProblemError {
                throw BadInput("\(error)", file: instance)
            } catch let error as DecodingError {
                throw BadInput(error.plainDescription, file: instance)
            }
            let plan = Planner().solve(problem)
            Terminal.say(try JSONText.of(PlanDocument(plan, of: problem)))
        }
    }
}

extension DecodingError {
    /// What is wrong, and the path of the field.
    fileprivate var plainDescription: String {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(context.fieldPath): \(context.debugDescription)"
        case .keyNotFound(let key, let context):
            "\(context.fieldPath.isEmpty ? "" : context.fieldPath + ".")\(key.stringValue): is missing"
        @unknown default: "cannot be read as an instance"
        }
    }
}

extension DecodingError.Context {
    fileprivate var fieldPath: String {
        codingPath.reduce("") { path, key in
            key.intValue.map { "\(path)[\($0)]" } ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
        }
    }
}
