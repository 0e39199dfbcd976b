### Questions that a patient writes down for her next visit.
### Review state: machine-drafted, not signed by any clinician.

note-title = <b>Your questions for the next visit</b>
note-line = { $number }. { $text }
note-saved = Noted. It stands in your /report, too.
note-none = You have no questions noted. When one comes to mind: /note and your question.
note-ask = What do you want to ask at your next visit? Write it in one or two sentences. I only keep it for you; nobody answers it here. If it can't wait: /doctor, or /sos.
note-too-long = That is too long for a note, so I kept nothing. Please write it in at most { $most } characters, or as two questions.
note-full = You have { $most } questions noted, which is as many as I keep. Please remove one first.
note-remove-ask = Remove this one? { $text }
note-remove-all-ask = Remove all of your questions?

note-button-add = Add a question
note-button-show = Show my questions
note-button-remove = ✕ { $number }
note-button-remove-all = Remove all
note-button-remove-yes = Yes, remove
note-button-keep = No, keep
