### What is offered when somebody types the bot's name in another chat.
### Review state: machine-drafted, not signed.

# The button above the offers: it opens the private chat.
inline-ask-in-private = مجھ سے اکیلے میں پوچھیں
inline-help-title = ابھی کسی سے بات کریں
# Shown below the title, to this person only. $emergency: the number, or the rule about it.
inline-help-short = ابھی خطرے میں ہیں؟ { $emergency } پر فون کریں۔ یہ صرف آپ کو نظر آ رہا ہے۔
inline-help-door = ابھی مدد، ہماری پرائیویٹ چیٹ میں
