import ArgumentParser
import Testing

@testable import meridian

@Suite("The tree of commands")
struct CommandNameTests {
    @Test("every command names itself")
    func names() {
        var commands: [any ParsableCommand.Type] = [Meridian.self]
        var count = 0
        while let command = commands.popLast() {
            count += 1
            #expect(command.configuration.commandName != nil, "\(command)")
            commands += command.configuration.subcommands
        }
        #expect(count > 40)
    }
}
