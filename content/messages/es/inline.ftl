### What is offered when somebody types the bot's name in another chat.
### Review state: machine-drafted, not signed.

# The button above the offers: it opens the private chat.
inline-ask-in-private = Pregúntame en privado
inline-help-title = Habla con alguien ahora
# Shown below the title, to this person only. $emergency: the number, or the rule about it.
inline-help-short = ¿En peligro ahora? Llama al { $emergency }. Esto solo lo ves tú.
inline-help-door = Ayuda ahora, en nuestro chat privado
