import CivilTime
import Mentoring
package import MentoringAPI

extension SlotRestored {
    /// What a mentor reads once dates are back.
    package var text: String {
        guard !restored.isEmpty else { return "slot \(slot.id) (\(slot.summary)) leaves out none of these days" }
        let days = restored.map { When.day($0) }.joined(separator: ", ")
        return
            (["slot \(slot.id) (\(slot.summary)) has these dates again: \(days)"] + (remarks ?? []).map { "! \($0)" })
            .map { Paragraph.of($0) }.joined(separator: "\n")
    }
}
