import Mentoring
import MentoringAPI
import MentoringService

/// What each request answers each of those who may ask: nobody, a trainee and another, a mentor and another, an organizer.
///
/// The things asked about are the first trainee's and the first mentor's.
enum RoleTable {
    typealias Row = (question: Question, statuses: String)

    static let rows: [Row] =
        programs + mentors + daysOff + plans + sessions + trainees + people + signUps
        + attendance + progress + reviews + swaps + duties + service

    /// A program file and a calendar, as JSON writes them.
    private static let programFile = [
        "program: swift", "title: Swift", "contact: swift@canary.example", "location: ircs://irc.example.org/swift",
        "season: { start: 2027-01-04, weeks: 4 }", "cadence: every-region", "session: { minutes: 60, capacity: 12 }",
        "regions: [asia]", "announce-weeks: 4",
    ].joined(separator: "\\n")
    private static let calendar = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:a", "DTSTAMP:20261201T000000Z",
        "DTSTART;TZID=Asia/Tokyo:20270107T200000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TH", "END:VEVENT",
        "END:VCALENDAR", "",
    ].joined(separator: "\\r\\n")

    private static let programs: [Row] = [
        (Question(ListPrograms.self, "programs"), "200 200 200 200 200 200"),
        (Question(ShowProgram.self, "programs/nova"), "200 200 200 200 200 200"),
        (Question(ApplyProgram.self, "programs", "{\"text\": \"\(programFile)\"}"), "401 403 403 403 403 200"),
        (Question(ExportProgram.self, "programs/nova/file"), "401 403 403 403 403 200"),
        (Question(PauseProgram.self, "programs/nova/pause"), "401 403 403 403 403 200"),
        (Question(ResumeProgram.self, "programs/nova/pause"), "401 403 403 403 403 200"),
        (Question(ArchiveProgram.self, "programs/nova/archive"), "401 403 403 403 403 200"),
        (Question(ReopenProgram.self, "programs/nova/archive"), "401 403 403 403 403 200"),
        (Question(ShowFeedAddress.self, "programs/nova/feed"), "200 200 200 200 200 200"),
        (Question(ShowFeed.self, "programs/nova/calendar"), "200 200 200 200 200 200"),
        (Question(ShowPersonalFeed.self, "feed"), "401 200 200 200 200 200"),
        (Question(RotateFeed.self, "feed/rotation"), "401 200 200 200 200 200"),
    ]

    private static let mentors: [Row] = [
        (
            Question(
                AddMentor.self, "programs/nova/mentors",
                #"{"name": "New", "email": "new@canary.example", "zone": "Asia/Seoul"}"#), "401 403 403 403 403 200"
        ),
        (Question(ListMentors.self, "programs/nova/mentors"), "401 403 403 403 403 200"),
        (Question(InviteMentors.self, "programs/nova/mentors/invitations", "{}"), "401 403 403 403 403 200"),
        (Question(ShowReadiness.self, "programs/nova/readiness"), "401 403 403 403 403 200"),
        (Question(AddOrganizer.self, "programs/nova/organizers/olga@canary.example"), "401 403 403 403 403 200"),
        (Question(ListOrganizers.self, "programs/nova/organizers"), "401 403 403 403 403 200"),
        (Question(RemoveOrganizer.self, "programs/nova/organizers/otto@canary.example"), "401 403 403 403 403 200"),
        (Question(ListAllOrganizers.self, "organizers"), "401 403 403 403 403 200"),
        (
            Question(RemoveMentor.self, "programs/nova/mentors?email=seoyeon@canary.example"),
            "401 403 403 403 403 200"
        ),
        (Question(RemoveMentor.self, "programs/nova/mentors?email=Seoyeon"), "401 403 403 403 403 200"),
        (Question(AddOrganizer.self, "programs/nova/organizers/Seoyeon"), "401 403 403 403 403 200"),
        (
            Question(
                SetMentor.self, "programs/nova/mentors/terms",
                #"{"email": "mentor-asia@canary.example", "maxPerMonth": 1}"#), "401 403 403 200 403 200"
        ),
        (
            Question(SetMentor.self, "programs/nova/mentors/terms", #"{"zone": "Asia/Seoul"}"#),
            "401 403 403 200 200 404"
        ),
        (
            Question(
                PublishSlot.self, "programs/nova/slots",
                #"{"mentor": "mentor-asia@canary.example", "when": "Thu 20:00"}"#), "401 403 403 200 403 200"
        ),
        (
            Question(
                ImportSlots.self, "programs/nova/slots/import",
                "{\"mentor\": \"mentor-asia@canary.example\", \"calendar\": \"\(calendar)\"}"),
            "401 403 403 200 403 200"
        ),
        (
            Question(
                ImportBusyTimes.self, "programs/nova/slots/busy",
                "{\"mentor\": \"mentor-asia@canary.example\", \"calendar\": \"\(calendar)\"}"),
            "401 403 403 200 403 200"
        ),
        (
            Question(ShowCalendarTerms.self, "programs/nova/slots/terms?mentor=mentor-asia@canary.example"),
            "401 403 403 200 403 200"
        ),
        (Question(RestoreSlotDates.self, "slots/1/restoration", "{}"), "401 403 403 200 403 200"),
        (Question(ListSlots.self, "programs/nova/slots"), "401 403 403 200 200 200"),
        (
            Question(ListSlots.self, "programs/nova/slots?mentor=mentor-asia@canary.example"), "401 403 403 200 403 200"
        ),
        (Question(WithdrawSlot.self, "slots/1"), "401 403 403 200 403 200"),
    ]

    private static let daysOff: [Row] = [
        (
            Question(
                AddAway.self, "away",
                #"{"email": "mentor-asia@canary.example", "from": "2027-02-01", "to": "2027-02-02"}"#),
            "401 403 403 200 403 200"
        ),
        (Question(ListAbsences.self, "away?email=mentor-asia@canary.example"), "401 403 403 200 403 200"),
        (Question(RemoveAway.self, "away/1"), "401 403 403 200 404 200"),
        (
            Question(
                AddFreeze.self, "programs/nova/freezes",
                #"{"from": "2027-05-03", "to": "2027-05-04", "reason": "holiday"}"#), "401 403 403 403 403 200"
        ),
        (
            Question(
                ImportFreezes.self, "programs/nova/freezes/import", "{\"calendar\": \"\(calendar)\"}"),
            "401 403 403 403 403 200"
        ),
        (Question(ListFreezes.self, "programs/nova/freezes"), "200 200 200 200 200 200"),
        (Question(RemoveFreeze.self, "freezes/1"), "401 403 403 403 403 200"),
    ]

    private static let plans: [Row] = [
        (Question(PlanSeason.self, "programs/nova/plan"), "401 403 403 403 403 200"),
        (Question(PlanSeason.self, "programs/nova/plan", #"{"publish": true}"#), "401 403 403 403 403 200"),
        (Question(ReportSeason.self, "programs/nova/report"), "401 403 403 403 403 200"),
        (Question(ForecastSeason.self, "programs/nova/forecast"), "401 403 403 200 200 200"),
        (Question(ExplainSession.self, "sessions/nova-202701-w02-asia/reasons"), "401 200 200 200 200 200"),
        (
            Question(ExplainAbsence.self, "programs/nova/reasons?mentor=mentor-asia@canary.example&week=3"),
            "401 200 200 200 200 200"
        ),
    ]

    private static let sessions: [Row] = [
        (Question(ListSeasons.self, "programs/nova/seasons"), "200 200 200 200 200 200"),
        (Question(ListSessions.self, "programs/nova/sessions"), "200 200 200 200 200 200"),
        (Question(ShowSession.self, "sessions/nova-202701-w01-asia"), "200 200 200 200 200 200"),
        (
            Question(CancelSession.self, "sessions/nova-202701-w01-asia/cancellation", #"{"reason": "ill"}"#),
            "401 403 403 200 403 200"
        ),
        // It is not off.
        (Question(ReinstateSession.self, "sessions/nova-202701-w01-asia/cancellation"), "401 403 403 409 403 409"),
        (
            Question(MoveSession.self, "sessions/nova-202701-w01-asia/move", #"{"to": "2027-01-05T18:00"}"#),
            "401 403 403 200 403 200"
        ),
        (
            Question(ShowInvitation.self, "sessions/nova-202701-w01-asia/invitation?attendee=priya@canary.example"),
            "401 200 403 403 403 200"
        ),
        (
            Question(
                RecordAttendance.self, "sessions/nova-202701-w01-asia/attendance",
                #"{"present": ["priya@canary.example"]}"#), "401 403 403 409 403 409"
        ),
    ]

    private static let trainees: [Row] = [
        (
            Question(
                JoinProgram.self, "programs/nova/trainees",
                #"{"name": "New", "email": "new@canary.example", "zone": "Asia/Seoul"}"#), "401 403 403 200 200 200"
        ),
        (
            Question(
                JoinProgram.self, "programs/nova/trainees",
                #"{"name": "Priya K", "email": "priya@canary.example", "zone": "Asia/Kolkata"}"#),
            "401 200 403 403 403 200"
        ),
        (Question(ListTrainees.self, "programs/nova/trainees"), "401 403 403 403 403 200"),
        (Question(Enroll.self, "sessions/nova-202701-w02-asia/enrollment"), "401 200 200 409 200 200"),
        (Question(EnrollForSeason.self, "programs/nova/regions/asia/enrollment"), "401 200 200 200 200 200"),
        (Question(Leave.self, "sessions/nova-202701-w01-asia/enrollment"), "401 200 404 404 404 404"),
        (Question(LeaveForSeason.self, "programs/nova/regions/asia/enrollment"), "401 200 404 404 404 404"),
    ]

    private static let people: [Row] = [
        (
            Question(RemoveTrainee.self, "programs/nova/trainees?email=priya@canary.example"),
            "401 403 403 403 403 200"
        ),
        (Question(RemoveTrainee.self, "programs/nova/trainees?email=Priya"), "401 403 403 403 403 200"),
        (Question(LeaveProgram.self, "programs/nova/membership"), "401 200 200 409 409 200"),
        (Question(SetPerson.self, "person", #"{"zone": "Asia/Kathmandu"}"#), "401 200 200 200 200 200"),
        (
            Question(
                MovePerson.self, "people/moves",
                #"{"old": "priya@canary.example", "new": "priya@moved.example"}"#), "401 200 403 403 403 200"
        ),
        (
            Question(MovePerson.self, "people/moves", #"{"old": "Priya", "new": "priya@moved.example"}"#),
            "401 200 404 404 404 200"
        ),
        (
            Question(
                MovePerson.self, "people/moves",
                #"{"old": "priya@canary.example", "new": "seoyeon@canary.example"}"#), "401 200 403 403 403 409"
        ),
        (Question(ExportPerson.self, "people/export?email=priya@canary.example"), "401 200 403 403 403 200"),
        (
            Question(ErasePerson.self, "people/erasures", #"{"email": "priya@canary.example"}"#),
            "401 200 403 403 403 200"
        ),
        (
            Question(ConfirmMove.self, "people/moves/confirmation", #"{"secret": "unknown"}"#),
            "404 404 404 404 404 404"
        ),
        (Question(UndoMove.self, "people/moves/undoing", #"{"secret": "unknown"}"#), "404 404 404 404 404 404"),
        (
            Question(BlockPerson.self, "programs/nova/blocks", #"{"email": "ravi@canary.example"}"#),
            "401 403 403 403 403 200"
        ),
        (
            Question(UnblockPerson.self, "programs/nova/blocks?email=ravi@canary.example"),
            "401 403 403 403 403 404"
        ),
        (Question(ListBlocks.self, "programs/nova/blocks"), "401 403 403 403 403 200"),
        (Question(BlockEverywhere.self, "blocks", #"{"email": "ravi@canary.example"}"#), "401 403 403 403 403 200"),
        (Question(BlockEverywhere.self, "blocks", #"{"email": "Ravi"}"#), "401 403 403 403 403 200"),
        (Question(ListBlocksEverywhere.self, "blocks"), "401 403 403 403 403 200"),
        (Question(UnblockEverywhere.self, "blocks?email=ravi@canary.example"), "401 403 403 403 403 404"),
    ]

    private static let attendance: [Row] = [
        (Question(ShowAttendance.self, "sessions/nova-202701-w01-asia/attendance"), "401 403 403 200 403 200"),
        (Question(CheckIn.self, "sessions/nova-202701-w01-asia/check-in"), "401 409 409 409 409 409"),
        (
            Question(AnswerQuestions.self, "sessions/nova-202701-w01-asia/answers", #"{"text": "1. Since"}"#),
            "401 409 409 409 409 409"
        ),
        (
            Question(SignOffAnswers.self, "sessions/nova-202701-w01-asia/sign-off", #"{"person": "Priya"}"#),
            "401 403 403 404 403 404"
        ),
        (
            Question(
                AddNickname.self, "programs/nova/nicknames",
                #"{"nickname": "pri", "person": "priya@canary.example"}"#), "401 200 403 403 403 200"
        ),
        (Question(ListNicknames.self, "programs/nova/nicknames"), "401 200 200 200 200 200"),
        (Question(ListNicknames.self, "programs/nova/nicknames?everybody=true"), "401 403 403 200 200 200"),
        (Question(RemoveNickname.self, "programs/nova/nicknames/pri"), "401 404 404 404 404 404"),
        (Question(ShowHealth.self, "programs/nova/health"), "401 403 403 200 200 200"),
    ]

    /// Joining from outside, where the organizer has not opened it.
    private static let signUps: [Row] = [
        (
            Question(
                AskToJoin.self, "programs/nova/sign-ups",
                #"{"name": "New", "email": "new@canary.example", "zone": "Asia/Seoul"}"#), "403 403 403 403 403 403"
        ),
        (
            Question(ConfirmJoining.self, "sign-ups/confirmation", #"{"secret": "unknown"}"#), "404 404 404 404 404 404"
        ),
        (
            Question(AskToSignIn.self, "sign-ins", #"{"email": "ravi@canary.example", "program": "nova"}"#),
            "200 200 200 200 200 200"
        ),
        (
            Question(ConfirmSignIn.self, "sign-ins/confirmation", #"{"attempt": "unknown", "code": "123456"}"#),
            "404 404 404 404 404 404"
        ),
        (Question(WhoAmI.self, "token"), "403 200 200 200 200 200"),
        (Question(SignOut.self, "token"), "403 200 200 200 200 200"),
    ]

    private static let progress: [Row] = [
        (
            Question(
                RecordCoLeaders.self, "sessions/nova-202701-w01-asia/co-leaders",
                #"{"people": ["priya@canary.example"]}"#),
            "401 403 403 409 403 409"
        ),
        (Question(ListProgress.self, "programs/nova/trainees/progress"), "401 403 403 200 200 200"),
        (Question(ShowProgress.self, "programs/nova/progress"), "401 200 200 404 404 200"),
        (
            Question(ShowProgress.self, "programs/nova/progress?person=priya@canary.example"), "401 200 403 200 200 200"
        ),
        // The other trainee, who takes turns at her duty, knows her; a name that they cannot know is nobody's.
        (Question(ShowProgress.self, "programs/nova/progress?person=Priya"), "401 200 403 200 200 200"),
        (Question(ShowProgress.self, "programs/nova/progress?person=Nobody"), "401 404 404 404 404 404"),
        (Question(ShowEvidence.self, "programs/nova/evidence"), "401 200 200 404 404 200"),
        (
            Question(ShowEvidence.self, "programs/nova/evidence?person=priya@canary.example"), "401 200 403 200 200 200"
        ),
    ]

    private static let reviews: [Row] = [
        (
            Question(
                ProposeReview.self, "programs/nova/reviews", #"{"url": "https://review.example.org/c/nova/+/42"}"#),
            "401 200 200 200 200 200"
        ),
        (Question(ListReviews.self, "programs/nova/reviews"), "200 200 200 200 200 200"),
        (Question(VoteForReview.self, "reviews/1/vote"), "401 200 200 200 200 200"),
        (Question(TakeBackVote.self, "reviews/1/vote"), "401 200 200 200 200 200"),
        (Question(AcceptReview.self, "reviews/1/acceptance"), "401 403 403 200 200 200"),
        (Question(WithdrawReview.self, "reviews/1?dryRun=true"), "401 409 403 403 403 409"),
        // The second is the trainee's, and no mentor has seen it.
        (Question(VoteForReview.self, "reviews/2/vote"), "401 200 404 200 200 200"),
        (Question(WithdrawReview.self, "reviews/2"), "401 200 404 403 403 200"),
        (
            Question(PickReview.self, "sessions/nova-202701-w01-asia/review", #"{"review": 1}"#),
            "401 403 403 200 403 200"
        ),
        (
            Question(NoteQuestions.self, "sessions/nova-202701-w01-asia/questions", #"{"text": "Why?"}"#),
            "401 403 403 200 403 200"
        ),
        (Question(FetchChanges.self, "programs/nova/changes"), "401 403 403 403 403 200"),
    ]

    private static let swaps: [Row] = [
        (Question(OfferSwap.self, "sessions/nova-202701-w01-asia/offer"), "401 403 403 200 403 403"),
        (Question(ListSwaps.self, "programs/nova/swaps"), "401 403 403 200 200 200"),
        (Question(AcceptSwap.self, "swaps/1/acceptance"), "401 403 403 403 200 404"),
        (Question(WithdrawSwap.self, "swaps/1"), "401 403 403 200 403 403"),
    ]

    private static let duties: [Row] = [
        (Question(ListDuties.self, "programs/nova/duties"), "200 200 200 200 200 200"),
        (Question(ListDuties.self, "programs/nova/duties?upcoming=true"), "200 200 200 200 200 200"),
        (Question(ListDuties.self, "programs/nova/duties?season=202701"), "200 200 200 200 200 200"),
        (Question(VolunteerForDuty.self, "programs/nova/duties/triage/volunteer"), "401 200 200 200 200 200"),
        (Question(StopVolunteering.self, "programs/nova/duties/triage/volunteer"), "401 200 200 404 404 404"),
        (Question(OfferDutyTurn.self, "duty-turns/nova-202701-w03-triage/offer"), "401 200 403 403 403 403"),
        (Question(AcceptDutyTurn.self, "duty-turns/nova-202701-w04-triage/acceptance"), "401 403 200 409 409 409"),
        (Question(WithdrawDutyTurn.self, "duty-turns/nova-202701-w04-triage/offer"), "401 200 403 403 403 403"),
    ]

    private static let service: [Row] = [
        (Question(ShowLog.self, "programs/nova/log"), "401 403 403 403 403 200"),
        (Question(ShowWholeLog.self, "log?most=3&before=2"), "401 403 403 403 403 200"),
        (Question(ListOutbox.self, "outbox"), "401 403 403 403 403 200"),
        (Question(ListProgramOutbox.self, "programs/nova/outbox"), "401 403 403 403 403 200"),
        (Question(ListSuppressed.self, "outbox/suppressed"), "401 403 403 403 403 200"),
        (Question(AllowMail.self, "outbox/suppressed/gone@canary.example"), "401 403 403 403 403 404"),
        (Question(ReleaseMail.self, "outbox/release", "{}"), "401 403 403 403 403 409"),
        (Question(ListMailSetAside.self, "mail"), "401 403 403 403 403 200"),
        (Question(ListWrittenMail.self, "programs/nova/mail"), "401 403 403 403 403 200"),
        (Question(ShowMail.self, "mail/1"), "401 403 403 403 403 200"),
        (Question(ShowMail.self, "mail/999"), "401 403 403 403 403 404"),
        (Question(CreateToken.self, "tokens", #"{"email": "priya@canary.example"}"#), "401 403 403 403 403 200"),
        (
            Question(CreateToken.self, "tokens", #"{"email": "priya@canary.example", "role": "mentor"}"#),
            "401 403 403 403 403 409"
        ),
        (Question(ListTokens.self, "tokens"), "401 200 200 200 200 200"),
        (Question(RevokeToken.self, "tokens/1"), "401 200 404 404 404 200"),
    ]
}
