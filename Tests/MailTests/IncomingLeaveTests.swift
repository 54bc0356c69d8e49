import Mentoring
import MentoringAPI
import MentoringService
import Testing

@Suite("A mail that leaves a session")
struct IncomingLeaveTests {
    @Test(
        "says so in its subject, and nothing else",
        arguments: [
            "leave nova-202701-w03-asia", "LEAVE Nova-202701-W03-Asia", "Re: leave nova-202701-w03-asia",
            "re:\tleave  nova-202701-w3-asia",
            "=?utf-8?q?leave_nova-202701-w03-asia?=", "=?utf-8?B?bGVhdmUg?=\n =?utf-8?B?bm92YS0yMDI3MDEtdzAzLWFzaWE=?=",
        ])
    func leaves(subject: String) {
        #expect(
            Incoming.read(Incoming.message("Subject: \(subject)")).content == .leave(session: "nova-202701-w03-asia"))
    }

    @Test(
        "does not for any other subject",
        arguments: [
            "leave", "leave nova", "leave nova-202701-w03-asia please", "please leave nova-202701-w03-asia",
            "Fwd: leave nova-202701-w03-asia",
            "Re: Re: leave nova-202701-w03-asia", "leavenova-w03-asia", "\"leave nova-202701-w03-asia\"",
            "leave nova-202701-w00-asia",
            "leave nova-202701-w03-asia\nSubject: Hello", "leave nova-202701-w03-asia\u{200B}",
        ])
    func stays(subject: String) {
        #expect(Incoming.refusal(Incoming.message("Subject: \(subject)")) == "it holds no answer to an invitation")
    }

    @Test(
        "is no automatic reply to one",
        arguments: [
            "Auto-Submitted: auto-replied", "auto-submitted: auto-generated (vacation)", "Auto-Submitted: nonsense",
            "Auto-Submitted:", "Precedence: bulk", "Precedence: junk", "Precedence: auto_reply", "X-Autoreply: yes",
            "X-Autorespond: vacation", "Return-Path: <>", "Return-Path:  < >",
        ])
    func automatic(field: String) {
        #expect(
            Incoming.refusal(Incoming.message(field, "Subject: leave nova-202701-w03-asia"))
                == "it is an automatic reply")
    }

    @Test(
        "may say that it is none",
        arguments: [
            "Auto-Submitted: no", "Auto-Submitted: No (really)", "Precedence: first-class", "Return-Path: <a@b.c>",
        ])
    func byHand(field: String) {
        #expect(
            Incoming.read(Incoming.message(field, "Subject: leave nova-202701-w03-asia")).content
                == .leave(session: "nova-202701-w03-asia"))
    }
}
