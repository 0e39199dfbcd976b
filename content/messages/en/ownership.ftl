### Whose account is this? Nothing here may say what was kept, or about whom.
### Review state: machine-drafted, not signed by any clinician.

owner-ask =
    <b>One question first.</b> This chat has been silent for a long time, and the name has changed since. Was it you who talked to me here before?

    Until you answer I show nothing of what was here. If you need help now: /sos
owner-button-same = Yes, it was me
owner-button-new = No, I'm somebody new
owner-same = Thank you. Everything is as it was. /today shows your day.
owner-going = At { $at } everything that was here is deleted, and nobody sees it until then. After that /start begins anew. /sos works at any time. To be safe, please delete this chat's history on your phone, too.
