### The patient's own safety plan: written in calm times, shown when it is hard.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the project's clinical fact sheet (what helps when somebody discloses suicidal thoughts).
### Never add here: scores, promises, cheer, methods.

plan-about =
    <b>A plan for hard days</b>

    In a calm hour you can write down what helps you when it gets hard: your warning signs, what helps, whom to call, and a place to be. It takes about five minutes, and you may leave out any part.

    I keep it encrypted and send it to nobody. I show it to you with /sos and when I ask you to get help. You can change or delete it at any time.
plan-none = You have not written a plan for hard days. We can do that in a calm time. For now, /sos shows whom to call.
plan-title = <b>Your plan for hard days</b>
plan-line = <b>{ $part }:</b> { $text }
plan-part-warning = Warning signs
plan-part-helps = What helps
plan-part-people = Whom to call
plan-part-place = A place to be

plan-ask-warning = How do you notice that it is getting hard? Write it in your own words, for example: I stop answering messages, I sleep badly.
plan-ask-helps = What helps you through an hour like that? For example: a walk, music, a shower, the dog.
plan-ask-people = Whom can you call? Names and numbers, as you like.
plan-ask-place = Where is it better to be then? For example: my sister's kitchen, the library, not alone in my room.
plan-ask-heard = If what you write sounds as if you are in danger now, I will ask about that first.
plan-now = Now it says: { $text }
plan-too-long = That is too long for a hard hour. Please write it in at most { $most } characters.
plan-saved = Saved. Nobody but you gets to see it.
plan-only-shown = I don't ask you to change it now. What matters now is to talk to a person: /sos

plan-button-write = Write my plan
plan-button-change = Change: { $part }
plan-button-show = My plan
plan-button-delete = Delete the plan
plan-button-delete-yes = Yes, delete it
plan-button-delete-no = No, keep it
plan-delete-ask = Delete your plan? I can't bring it back.
plan-deleted = Your plan is deleted.
