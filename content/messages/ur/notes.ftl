### اگلی ملاقات کے لیے سوال۔
### Review state: machine-drafted, not signed by any clinician.

note-title = <b>اگلی ملاقات کے لیے آپ کے سوال</b>
note-line = { $number }. { $text }
note-saved = لکھ لیا گیا۔ یہ آپ کی /report میں بھی آتا ہے۔
note-none = آپ نے کوئی سوال نہیں لکھا۔ جب کوئی یاد آئے: /note اور اپنا سوال لکھیں۔
note-ask = اگلی ملاقات میں آپ کیا پوچھنا چاہتے ہیں؟ ایک یا دو جملوں میں لکھیں۔ میں اسے صرف آپ کے لیے رکھتا ہوں؛ یہاں کوئی اس کا جواب نہیں دیتا۔ اگر انتظار نہیں ہو سکتا: /doctor یا /sos
note-too-long = یہ نوٹ کے لیے بہت لمبا ہے، اس لیے میں نے کچھ نہیں رکھا۔ براہِ مہربانی اسے زیادہ سے زیادہ { $most } حروف میں لکھیں، یا دو سوال بنا لیں۔
note-full = آپ کے { $most } سوال لکھے ہوئے ہیں، میں اتنے ہی رکھتا ہوں۔ براہِ مہربانی پہلے ایک ہٹائیں۔
note-remove-ask = کیا یہ ہٹا دیا جائے؟ { $text }
note-remove-all-ask = کیا آپ کے سب سوال ہٹا دیے جائیں؟

note-button-add = سوال لکھیں
note-button-show = میرے سوال دکھائیں
note-button-remove = ✕ { $number }
note-button-remove-all = سب ہٹائیں
note-button-remove-yes = ہاں، ہٹا دیں
note-button-keep = نہیں، رہنے دیں
