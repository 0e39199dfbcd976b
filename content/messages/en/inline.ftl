### What is offered when somebody types the bot's name in another chat.
### Review state: machine-drafted, not signed.

# The button above the offers: it opens the private chat.
inline-ask-in-private = Ask me in private
inline-help-title = Talk to someone now
# Shown below the title, to this person only. $emergency: the number, or the rule about it.
inline-help-short = In danger now? Call { $emergency }. Only you can see this.
inline-help-door = Help now, in our private chat
