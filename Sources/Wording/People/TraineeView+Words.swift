import CivilTime
import Mentoring
package import MentoringAPI

extension TraineeView {
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
