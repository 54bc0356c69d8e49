public import Mentoring

/// What somebody who signs up learns: the same whether or not the address is known here.
public struct SignUpReceived: Codable, Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// Within how many hours the link in the mail can be opened.
    public var hoursToConfirm: Int

    package init(_ program: Program) {
        self.program = program.name
        hoursToConfirm = Int(SignUp.validity / 3600)
    }
}
