### What a lock screen shows: no drug name, no health word.
### Review state: machine-drafted, not signed by any clinician.

# Two lines before what comes unasked and speaks plainly below.
lock-cover = <b>There is a message for you.</b> Please open it where nobody else reads along with you.
# For whoever has switched the neutral words off.
item-dose-clear = Your isotretinoin, with food
settings-button-discreet-on = ✓ Neutral words on the lock screen
settings-button-discreet-off = ▫️ Neutral words on the lock screen
settings-discreet-on = Saved. What comes unasked begins with neutral words. Only when I ask you to get help at once do I speak plainly.
settings-discreet-off = Saved. Reminders name the medicine from now on, and it may stand on your lock screen.
