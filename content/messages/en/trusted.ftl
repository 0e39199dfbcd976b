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

    They must agree first, by a link that you send them. You and they can end it at any time.
trusted-ask-name = By what name do they know you? It will stand in that message. Or leave it out.
trusted-name-too-long = Please write a shorter name, at most { $most } characters.
trusted-link =
    Send this link to the person you want to name. It works once, until { $until }:
    { $link }

    I tell you when they have agreed. Until then I ask nobody.
trusted-waiting = You have named somebody who has not agreed yet. The link works once, until { $until }.
trusted-agreed = The person you named has agreed. I will ask them to call you only if you don't see or don't answer a message in which I ask you to get help.
trusted-for-others = Somebody has named you, and you agreed that I may ask you to call them.
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

    That is all you would ever get: no reasons and no details. I keep your chat number for it and nothing else. You can end it at any time with /trusted.
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
