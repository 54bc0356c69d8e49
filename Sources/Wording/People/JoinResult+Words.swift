package import CivilTime
import Mentoring
package import MentoringAPI

extension JoinResult {
    /// What somebody reads who has joined.
    ///
    /// At a server their token says who they are.
    package func text(of program: String, isAtServer: Bool) -> String {
        let asThem = isAtServer ? "" : " --as \(person.email)"
        let known =
            keepsKnown == true
            ? "\n"
                + Paragraph.of(
                    "already known as \(person.name), in \(person.zone), which joining does not change; whoever it is does: meridian trainee set --name … --zone …\(asThem)"
                ) : ""
        switch state {
        case .invited: return "invited: \(person.email) is told by mail how to accept, and is in once they have"
        case .asked:
            return "\(OneLine.shown(person.name)), you are in once an organizer lets you in; a mail tells you\(known)"
        case .joined: break
        }
        let reach =
            ofNext == 0
            ? "no sessions are planned yet"
            : "of the next \(ofNext.counted("session")) \(humane) \(humane == 1 ? "falls" : "fall") in your day (08:00 to 22:00)"
        return """
            welcome, \(OneLine.shown(person.name)); \(reach)\(known)
            next: meridian session list \(program) --upcoming\(asThem)
            """
    }
}

extension JoinResult: Worded {
    /// What an organizer reads on a page who lets somebody in.
    package func words(on clock: ZoneRules) -> String {
        let known =
            keepsKnown == true
            ? [
                "they are known as \(OneLine.shown(person.name)), in \(person.zone), already, which this does not change"
            ]
            : []
        let reach =
            ofNext == 0
            ? [] : ["of the next \(ofNext.counted("session")) \(humane) \(humane == 1 ? "falls" : "fall") in their day"]
        let lines =
            switch state {
            case .invited: ["\(person.email) is invited: a mail says how to accept, and they are in once they have"]
            case .asked: ["\(OneLine.shown(person.name)), \(person.email), is in once an organizer lets them in"]
            case .joined:
                [
                    "\(OneLine.shown(person.name)), \(person.email), takes part "
                        + (wasKnown == true ? "already" : "from now on")
                ] + reach
            }
        return (lines + known).joined(separator: "\n")
    }
}

extension SignUpConfirmed {
    /// The same of who has confirmed their address, with their token.
    package func text(isAtServer: Bool) -> String {
        """
        \(joined.text(of: program, isAtServer: isAtServer))
        your token, to be kept secret: export MERIDIAN_TOKEN=\(token)
        """
    }
}

extension SignUpReceived {
    /// What somebody reads who has asked to join.
    package var text: String {
        "look into your mail: if the address is right, a message says within \(hoursToConfirm) hours how to confirm"
    }
}
