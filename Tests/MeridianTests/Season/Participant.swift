import Foundation
import Testing

/// Somebody at their own machine, who has the program, a token and the server's address.
struct Participant {
    let email: String
    let token: String?
    let season: TrainingSeason

    /// What a command prints.
    @discardableResult
    func callAsFunction(_ line: String) async throws -> String {
        let outcome = try await season.run(line, token: token)
        try #require(outcome.status == 0, "meridian \(line): \(outcome.errors)")
        expectNobodyElse(than: email, in: outcome.output + outcome.errors)
        return outcome.output
    }

    /// Why a command is refused.
    func refused(_ line: String) async throws -> String {
        let outcome = try await season.run(line, token: token)
        #expect(outcome.status == 1 && outcome.output.isEmpty, "meridian \(line)")
        expectNobodyElse(than: email, in: outcome.errors)
        return outcome.errors
    }

    /// What a command says with `--json`.
    func reads<Answer: Decodable>(_ line: String, as answer: Answer.Type) async throws -> Answer {
        try JSONDecoder().decode(answer, from: Data(try await self(line + " --json").utf8))
    }
}
