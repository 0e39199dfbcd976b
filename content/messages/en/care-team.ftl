### The care team's chat. No name and nothing a patient wrote may ever stand here.
### Review state: machine-drafted, not signed.

team-tier-contact-now = contact now
team-tier-emergency = EMERGENCY
team-alert = <b>Case { $case }</b>: { $tier }.
    The fixed message with contacts is on its way to the patient. Please look into it and acknowledge with /ack { $case }.
team-chase = <b>Case { $case }</b>: { $tier }. Nobody has acknowledged it for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}. Please take it with /ack { $case }.
team-report-undelivered = <b>Case { $case }</b>: { $tier }. The message has not reached the patient for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}. I keep trying.
team-report-unseen = <b>Case { $case }</b>: { $tier }. The message was delivered, and the patient has shown no sign of life since ({ $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} after the case began).
team-report-unanswered = <b>Case { $case }</b>: { $tier }. The patient has been here since the message and has not answered it ({ $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} after the case began).
team-ack-button = Acknowledge case { $case }
team-acked = Case { $case } is yours now. Thank you. The patient is not told that anybody has read it.
team-acked-already = Case { $case } has been acknowledged already, by { $by }.
team-no-such-case = There is no case { $case } that this chat knows of. /cases lists the open ones.
team-ack-how = Please write /ack and the case number, for example /ack 12. /cases lists the open ones.
team-cases-title = <b>Open cases</b>
team-cases-none = No open cases.
team-case-line = <b>{ $case }</b> · { $tier } · { $at } · { $state } · { $acked }
team-case-acked = with { $by }
team-case-waiting = <b>nobody yet</b>
team-state-raised = not delivered yet
team-state-delivered = delivered
team-state-seen = seen
team-state-acknowledged = patient answered
team-state-closed = closed
team-only-here = This command is for the care team's chat.
team-handed-over = Case { $case } is with { $by } now.
team-given-back = Nobody has case { $case } any more. Who takes it?
team-handover-how = Please write /handover, the case number and who has it now, for example /handover 12 @bea.
team-close-how = Please write /close and the case number, for example /close 12. I then ask for the reason.
team-close-why = Why is case { $case } closed? It is left out of the list and nobody is asked again. Close it only when somebody has made sure.
team-close-spoken = We have spoken with the patient
team-close-cared-for = She is being looked after
team-close-no-danger = There was no danger
team-closed = Case { $case } is closed.
team-closed-already = Case { $case } was closed before.
team-closed-holds = The doses stay on hold until the patient tells the bot that a doctor was spoken to and what was said. The patient is not told that you have closed the case.
team-take-over-button = Take it over
team-give-back-button = Give it back
team-not-a-member = Only members of this chat can do that.
team-not-checked = I could not ask Telegram whether you are a member of this chat, so nothing was changed. Please try again in a minute. I keep asking the team until somebody has the case.
broadcast-how = Please write /broadcast and your words, for example: /broadcast The clinic is closed from 24 December to 2 January.
    You see them first as your patients would. They go to those who switched on "News from the care team" in /settings, and never to anybody with an open case. Write nothing about one person, and no change of a dose: patients cannot answer here.
broadcast-preview-words = <blockquote>{ $text }</blockquote>
broadcast-preview = <b>Broadcast { $number }, not sent yet.</b> It goes to { $to ->
    [one] one patient
   *[other] { $to } patients
}, marked as written by the care team and hidden until it is tapped. Nobody with an open case gets it. What has left cannot be taken back.
broadcast-nobody = <b>Nobody would get it:</b> no patient has switched on "News from the care team" in /settings, or all who did have an open case.
broadcast-send-button = Send to { $to }
broadcast-drop-button = Don't send
broadcast-look-button = How far is it?
broadcast-stop-button = Stop
broadcast-too-long = That is too long: at most { $most } characters.
broadcast-stale = This preview is old, or it was decided already. Please write /broadcast again.
broadcast-progress = <b>Broadcast { $number }</b>: { $state }.
    Sent: { $sent } · waiting: { $waiting } · left out: { $left } · failed: { $failed }
broadcast-state-draft = not sent yet
broadcast-state-sending = being sent
broadcast-state-stopped = stopped
broadcast-state-done = over
broadcast-state-dropped = not sent
broadcast-over = <b>Broadcast { $number } is over.</b> Sent: { $sent } · left out: { $left } · failed: { $failed }
