### Reminders and the day's list. Read on lock screens: no drug name, no health word.
### Review state: machine-drafted, not signed by a clinician.

item-dose = آپ کی روزانہ والی، کھانے کے ساتھ
item-moisturizer = موئسچرائزر
item-sunscreen = سن بلاک
item-lip-balm = لپ بام
item-eye-drops = آنکھوں کے قطرے
item-mood-checkin = ایک مختصر چیک اِن
item-symptom-check = ایک مختصر جائزہ
item-daily-mood = آج کا دن کیسا رہا؟
item-contraception = آپ کی دوسری روزانہ والی
item-pregnancy-test = آپ کی لکھی ہوئی بات
item-blood-test = آپ کی لکھی ہوئی بات
item-appointment = آپ کی لکھی ہوئی بات
item-prescription = آپ کی لکھی ہوئی بات
item-refill = گھر میں کچھ ختم ہونے والا ہے
item-after-course = آپ کے لیے ایک نوٹ
# A date that the patient has noted: its day, and never what it is.
item-date-ahead = آپ نے { $day } کے لیے کچھ لکھا تھا
item-date-tomorrow = آپ نے کل، { $day } کے لیے کچھ لکھا تھا
item-date-today = آپ نے آج، { $day } کے لیے کچھ لکھا تھا
item-date-over = کیسا رہا؟ آپ نے { $day } کے لیے کچھ لکھا تھا

remind-title = <b>{ $time }</b> · آپ کا معمول
remind-line-open = ▫️ { $item }
remind-line-done = ✓ { $item } · { $time }
remind-line-taken = ✓ { $item } · { $time } پر لے لی
remind-line-later = ⏰ { $item } · دوبارہ { $time } پر
remind-line-skipped = – { $item } · چھوڑ دیا
remind-line-unanswered = ◦ { $item } · جواب نہیں ملا
remind-line-missed-by-service = ◦ { $item } · میں بند تھا، یاد نہیں دلا سکا
remind-line-held = ⏸ { $item } · رکی ہوئی، جب تک ڈاکٹر سے آپ کی بات نہ ہو جائے
remind-line-cancelled = ◦ { $item } · اب طے نہیں

remind-done = ہو گیا
remind-taken = لے لی
remind-done-item = ✓ { $item }
remind-all-done = سب ہو گیا
remind-later = بعد میں
remind-skip = چھوڑ دیں
remind-undo = واپس لیں: { $item }
remind-show = یہ کیا ہے؟
remind-moved = تاریخ بدل گئی
remind-cancelled = منسوخ ہو گیا
remind-read = پڑھیں

# Sent when an earlier copy may have arrived (Telegram did not confirm it).
remind-repeat = <i>ہو سکتا ہے یہ آپ کو دو بار نظر آئے: مجھے معلوم نہیں ہو سکا کہ پہلا پیغام آپ تک پہنچا یا نہیں۔ یہ وہی یاد دہانی ہے۔</i>
remind-repeat-dose = <i>ہو سکتا ہے یہ آپ کو دو بار نظر آئے: مجھے معلوم نہیں ہو سکا کہ پہلا پیغام آپ تک پہنچا یا نہیں۔ یہ وہی یاد دہانی ہے۔ <b>صرف ایک</b>، دو نہیں۔</i>
# A second or third question about the same thing.
remind-again = <i>اسی کے بارے میں ایک بار پھر پوچھ رہا ہوں۔</i>
remind-again-dose = <i>اسی کے بارے میں ایک بار پھر پوچھ رہا ہوں۔ اگر آپ لے چکے ہیں تو بس بٹن دبا دیں۔ <b>صرف ایک</b>، دو نہیں۔</i>
remind-late = <i>یہ دیر سے آئی ہے: اس کا وقت { $time } تھا۔</i>

remind-later-ask = دوبارہ کب یاد دلاؤں؟ اتنی دیر بعد …
remind-snooze-for = { $minutes ->
    [60] 1 گھنٹہ
   *[other] { $minutes } منٹ
}
remind-skip-ask = آپ یہ چھوڑ رہے ہیں: { $item }۔ کیا میں وجہ نوٹ کر لوں؟ یہ آپ کے اپنے ریکارڈ کے لیے ہے۔
remind-skip-forgot = یاد نہیں رہا
remind-skip-felt-unwell = طبیعت ٹھیک نہیں تھی
remind-skip-doctor-said = ڈاکٹر نے کہا تھا
remind-skip-ran-out = ختم ہو گئی ہے
remind-skip-away = میرے پاس اس وقت نہیں ہے
remind-skip-other = کوئی اور وجہ
remind-skip-not-said = نہیں بتانا

# Source: the two official styles of missed-dose advice (US label; UK, EU and other leaflets).
dose-missed-skip = یہ والی چھوڑ دیں اور اگلی اپنے وقت پر، کھانے کے ساتھ لیں۔ <b>کبھی دو اکٹھی نہ لیں۔</b>
dose-missed-when-remembered = یاد آنے پر آپ اسے اب بھی کھانے کے ساتھ لے سکتے ہیں۔ اگر اگلی کا وقت قریب ہے تو یہ والی چھوڑ دیں۔ <b>کبھی دو اکٹھی نہ لیں۔</b> آپ کی دوا کے اپنے پرچے کی بات پہلے ہے۔
dose-missed-often = پچھلے سات دن میں آپ سے کئی چھوٹ گئی ہیں۔ براہِ مہربانی 24 گھنٹے کے اندر دوا لکھنے والے ڈاکٹر یا فارماسسٹ کو بتائیں: چھوٹی ہوئی ان کے منصوبے کے لیے اہم ہو سکتی ہیں۔
dose-skip-unwell = افسوس ہے کہ آپ کی طبیعت ٹھیک نہیں۔ براہِ مہربانی /symptoms میں مجھے اور بتائیں، تاکہ میں بتا سکوں کہ ابھی ڈاکٹر سے رابطہ کرنا ہے یا نہیں۔
dose-skip-ran-out = اگلا پیک کیسے ملے گا، یہ دوا لکھنے والے ڈاکٹر یا فارماسسٹ بتا سکتے ہیں۔ خریدنے میں میں مدد نہیں کر سکتا۔

today-title = <b>{ $day }</b>
today-upcoming = · { $item }
today-empty = آج کے لیے کچھ طے نہیں۔ معمول /reminders سے ترتیب دیں۔
today-record = { $time } { $item }
today-record-ask = اس کا کیا ہوا: <b>{ $item }</b> ({ $time })؟
today-paused = <i>آپ کی یاد دہانیاں رکی ہوئی ہیں۔ /resume سے دوبارہ شروع ہوتی ہیں۔</i>
today-held = <i>آپ کی روزانہ والی رکی ہوئی ہے جب تک ڈاکٹر سے آپ کی بات نہ ہو جائے۔ انہوں نے کیا کہا، یہ بتانے کے لیے /doctor دبائیں۔</i>
today-no-account = میں ابھی آپ کو کچھ یاد نہیں دلاتا۔ ترتیب دینے کے لیے /start ہے؛ اس کے بغیر بھی /faq اور /sos کام کرتے ہیں۔

# After the service was off.
downtime-note = میں { $start } سے { $end } تک بند تھا اور اس دوران یاد نہیں دلا سکا۔ میں نے { $count ->
    [one] ایک یاد دہانی کو
   *[other] { $count } یاد دہانیوں کو
} ”نہیں بھیجی گئی“ نوٹ کر لیا ہے۔ براہِ مہربانی کمی پوری کرنے کے لیے کوئی چیز دو بار نہ لیں۔

check-nothing-new = کچھ نیا نہیں
check-something = مجھے کچھ تکلیف ہے
