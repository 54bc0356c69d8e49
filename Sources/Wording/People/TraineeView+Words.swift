import CivilTime
import Mentoring
package import MentoringAPI

extension TraineeView {
    /// Who it is, on a line of its own, and whether they are in already.
    package var line: String {
        let state: String? =
            switch state {
            case .joined: nil
            case .invited: "invited, and has not come yet"
            case .asked: "asks to join"
            }
        return ([name, zone.name, "\(email)"] + [state].compactMap(\.self)).joined(separator: ", ")
    }

    /// A row each.
    package static func text(of trainees: [Self]) -> String {
        guard !trainees.isEmpty else { return "no trainees yet" }
        var table = Table([
            .init(title: "Trainee", isFlexible: true), .init(title: "Address", isFlexible: true),
            .init(title: "Zone", isFlexible: true, keepsEnd: true), .init(title: "", name: "State"),
        ])
        for trainee in trainees {
            let state = trainee.state == .joined ? "" : trainee.state == .asked ? "asks to join" : "is invited"
            table.add([trainee.name, "\(trainee.email)", trainee.zone.name, state])
        }
        return table.text()
    }
}
