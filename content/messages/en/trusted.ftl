### The person a patient names, to be asked to call her; and what that person reads.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### What goes to the named person holds no health word and no drug. It never says that anybody else
### was told.

trusted-about =
    <b>Somebody to reach</b>

    You can name one person whom I may ask to call you. I would do that only if I have asked you to get help and you have not seen it or not answered for a while.

    They get one short message, without a word about your health:
    <i>{ $message }</i>

    If you want, they also see whether your routine was recorded. You choose that, and they must agree to it.

    They must agree first, by a link that you send them. You and they can end it at any time.
trusted-ask-name = By what name do they know you? It will stand in that message. Or leave it out.
trusted-name-too-long = Please write a shorter name, at most { $most } characters.
trusted-link =
    Send this link to the person you want to name. It works once, until { $until }:
    { $link }

    I tell you when they have agreed. Until then I ask nobody.
trusted-waiting = You have named somebody who has not agreed yet. The link works once, until { $until }.
trusted-agreed = The person you named has agreed. I will ask them to call you only if you don't see or don't answer a message in which I ask you to get help.
trusted-for-others =
    Somebody has named you, and you agreed that I may ask you to call them. What else you see:
    { $level }
trusted-none-for-others = Nobody has named you.

trusted-button-name = Name somebody
trusted-button-anew = Make a new link
trusted-button-end = End it
trusted-button-copy = Copy the link
trusted-button-agree = I agree
trusted-button-decline = No, thank you

# To the named person.
trusted-somebody = Somebody who named you here
trusted-call = { $name } may need you. Please call them now. If you can't reach them and you are worried, go to them or call your local emergency number.
trusted-asked =
    <b>{ $name } asks you for something.</b>

    I am an automated assistant. If I can't reach them at a time when it matters, I would send you one message:
    <i>{ $message }</i>

    No reasons and no details. What else you would see:
    { $level }

    I keep your chat number for it and nothing else. You can end it at any time with /trusted.
trusted-thanks = Thank you. If it is ever needed, I will write to you here. /trusted ends it.
trusted-declined = All right. Nothing is kept about you.
trusted-no-link = This link has been used, or it is too old. Please ask for a new one.
trusted-own-link = This link is for the person you want to name. Please send it to them.
trusted-ended = It is ended. I will ask nobody.

# To the patient.
trusted-now-agreed = The person you named has agreed. /trusted shows it and ends it.
trusted-said-no = The person you named would rather not. You can name somebody else with /trusted.
trusted-has-ended = The person you named has ended it. I will not ask them any more. You can name somebody else with /trusted.
trusted-was-asked = I have asked the person you named to call you.
# To the person, when the patient has ended it.
trusted-ended-by-patient = Somebody who had named you here has ended that. You need not do anything.

# What the person sees besides that one request. Read by both of them.
trusted-ask-level = What else may they see? You can change it at any time: less is at once, more when they agree.
trusted-never = Never: how you feel, check-ins, symptoms, what you write, or that I asked you to get help.
trusted-level-nothing = <b>Nothing else.</b> Only that one request, if it ever comes to that.
trusted-level-doses = <b>Days without a record.</b> One line the next morning when the daily one was not recorded, and silence otherwise.
trusted-level-all = <b>The routine.</b> Each Monday how often the daily one and the rest of the routine were done, left out or not recorded; and days without a record.
trusted-button-level = What they see
trusted-button-level-nothing = Nothing else
trusted-button-level-doses = Days without a record
trusted-button-level-all = The routine
trusted-sees = What they see besides that: { $level }
trusted-asked-more = You want to show them more, and they have not answered yet: { $level }
trusted-level-set = It holds from now on. What they see: { $level }
trusted-level-asked = I have asked them. Until they agree nothing changes. They would see: { $level }
trusted-more-agreed = The person you named has agreed to see more. /trusted shows what.
trusted-more-declined = The person you named would rather not see more. Nothing has changed.
# To the person.
trusted-more =
    <b>{ $name } would like to show you more.</b>
    { $level }

    You need not agree, and you can end it at any time with /trusted.
trusted-more-thanks = Thank you. It begins tomorrow at the earliest. /trusted ends it.
trusted-more-no = All right. Nothing changes.
trusted-less-now = Somebody who named you here shows you less from now on. You need not do anything. /trusted says what you see.
trusted-line-title = <b>{ $name }</b>
trusted-line-day = Yesterday: { $count ->
    [one] one was not recorded.
   *[other] { $count } were not recorded.
}
trusted-line-week = Last week:
trusted-line-daily = Daily one: done { $done }, left out { $left }, not recorded { $open }
trusted-line-skin = The rest: done { $done }, left out { $left }, not recorded { $open }
trusted-line-honest = <i>“Not recorded” says only that nobody tapped. You need not do anything.</i>
