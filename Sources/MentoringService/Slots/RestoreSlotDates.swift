import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning

extension RestoreSlotDates: HandledRequest {
    /// Takes days back into a slot that it leaves out, as `--busy` had it or the calendar it was imported from.
    ///
    /// The next plan may use them; taking back what is not left out changes nothing.
    ///
    /// - Throws: `Refusal` not-found when there is no slot of that number; `BadInput` for days that are none.
    public func carryOut(for client: Client) async throws -> SlotRestored {
        let (id, caller, service) = (slot, client.caller, client.service)
        let ranges = try days?.map { try DayRange($0) }
        let now = service.clock.now()
        return try await service.store.write { transaction in
            guard var slot = try transaction.slot(id) else { throw Refusal.notFound("slot", "\(id)") }
            try caller.require(owner: slot.mentor, in: transaction)
            let restored = slot.pattern.except.filter { day in ranges?.contains { $0.contains(day) } ?? true }
            let mentor = try transaction.mentors(of: slot.program).first { $0.person.id == slot.mentor }
            if !restored.isEmpty {
                let before = slot.pattern
                slot.pattern.except.removeAll { restored.contains($0) }
                try transaction.update(slot)
                if let mentor, caller.speaks(for: mentor.person.email) {
                    try transaction.noteOwnWords(of: slot, changedFrom: before)
                }
            }
            let remarks = try mentor.map { mentor in
                try SlotHours(
                    of: slot, ownZone: mentor.person.shownZone, in: transaction.requireProgram(slot.program),
                    by: service.zones
                ).remarks(at: now, by: service.recurrence) { restored.contains($0) }
            }
            return SlotRestored(
                slot: SlotView(slot, mentor: mentor?.person.name ?? ""), restored: restored,
                remarks: remarks?.isEmpty ?? true ? nil : remarks)
        }
    }
}
