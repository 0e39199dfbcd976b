### A clinic's link: what it sets, and how to leave.
### Review state: machine-drafted, not signed by any clinician.

clinic-asked =
    <b>{ $name }</b> has sent you here.

    If you agree, this is what changes:
clinic-number = • When you should call a doctor, I show their number: { $phone }
clinic-team = • If you agree to that, too: when I ask you to get help, { $name } gets a case number and how urgent it is. Never your name, and nothing that you write. That does not mean that somebody is watching: please call yourself.
clinic-never = { $name } doesn't get anything else from me: no answers, no list of patients, no reports. You can leave at any time with /doctor.
clinic-instead = It takes the place of the clinic you have now.
clinic-button-team = Agree, and tell the team
clinic-button-number = Only their number
clinic-button-no = No, thank you
clinic-joined = Saved. { $name } is told nothing; their number is in /doctor.
clinic-joined-team = Saved. When I ask you to get help, { $name } gets a case number and how urgent it is. /doctor shows it and ends it.
clinic-then-start = Next comes a short setup: /start
clinic-declined = All right. Nothing has changed. /start sets things up without a clinic.
clinic-no-link = This link doesn't work any more. Please ask your clinic for a new one. /start works without it.
clinic-already = You belong to { $name } already. /doctor shows it.
clinic-line = Your clinic: { $name }, { $phone }
clinic-line-no-phone = Your clinic: { $name }
clinic-button-leave = Leave the clinic
clinic-leave-ask = Leave { $name }? Their number goes from here, and their team is not told of anything any more. Your routines and records stay.
clinic-button-leave-yes = Yes, leave
clinic-left = You have left { $name }. Their team is told nothing from now on.
clinic-revoked = The clinic whose link you used is no part of this any more. Its number is gone from here, and nobody there is told of anything. /settings and /doctor show what holds now.
