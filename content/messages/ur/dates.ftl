### /dates: what the clinic has given a date for, contraception, and the note after the course.
### Review state: machine-drafted, not signed by any clinician.

dates-title = <b>آپ کی تاریخیں</b>
dates-none = کچھ لکھا نہیں۔ کلینک نے جو بتایا ہے وہ یہاں لکھیں۔
dates-line = • { $kind }: { $date }
dates-line-at = • { $kind }: { $date }، { $time }
dates-line-passed = • { $kind }: { $date } <i>(گزر گئی: کیسا رہا؟)</i>
dates-clinic-wins = <i>میں خود کوئی تاریخ نہیں دیتا۔ آپ کے کلینک کی تاریخیں پہلے ہیں۔</i>
dates-contraception = مانع حمل: میں روزانہ عام لفظوں میں یاد دلاتا ہوں، تب بھی جب دوا رکی ہو یا وقفہ ہو۔
dates-contraception-until = مانع حمل: میں روزانہ عام لفظوں میں یاد دلاتا ہوں، { $date } تک، یعنی آخری کیپسول کے ایک مہینے بعد تک۔
dates-kind-blood-test = خون کا ٹیسٹ
dates-kind-appointment = ملاقات
dates-kind-prescription = نسخہ
dates-kind-pregnancy-test = حمل کا ٹیسٹ

dates-one-title = <b>{ $kind }</b>
dates-one-day = { $day }
dates-one-day-at = { $day }، { $time }
dates-one-place = { $place }
dates-one-reminders = میں کب یاد دلاؤں؟ یاد دہانی میں صرف یہ ہوتا ہے کہ آپ نے اس دن کے لیے کچھ لکھا ہے۔
dates-passed = یہ دن گزر گیا۔ کیسا رہا؟
dates-state-over = یہ ہو چکا ہے۔
dates-state-cancelled = یہ منسوخ ہو گیا تھا۔
dates-saved = لکھ لیا۔
dates-gone = یہ تاریخ طے ہو چکی ہے، یا اب نہیں ہے۔ کچھ نہیں بدلا۔ /dates دکھاتا ہے کہ کیا طے ہے۔
dates-done = { $kind }: ہو گیا، لکھ لیا۔
dates-done-next = { $kind }: ہو گیا، لکھ لیا۔ اگلی بار { $day } کو ہے۔
dates-cancelled = { $kind }: منسوخ، لکھ لیا۔ اگر یہ کلینک نے رکھا تھا تو یقین کر لیں کہ انہیں معلوم ہے۔
dates-cancelled-next = { $kind }: منسوخ، لکھ لیا۔ اگلی بار { $day } کو ہے۔ اگر یہ کلینک نے رکھا تھا تو یقین کر لیں کہ انہیں معلوم ہے۔

dates-ask = <b>{ $kind }</b>: کس دن؟ تاریخ لکھیں جیسے 2027-03-03۔ آپ وقت اور جگہ بھی لکھ سکتے ہیں: 2027-03-03 14:30, City clinic
dates-ask-prescription = <b>{ $kind }</b>: آپ اسے آخری کس دن تک لے سکتے ہیں؟ تاریخ لکھیں جیسے 2027-03-03۔ میں چھ دن پہلے، دو دن پہلے اور اسی دن یاد دلاؤں گا۔
dates-ask-moved = <b>{ $kind }</b>، { $day }: اب یہ کس دن ہے؟ تاریخ لکھیں جیسے 2027-03-03۔
dates-unusable-past = یہ دن گزر چکا ہے، اس لیے کچھ نہیں بدلا۔ براہِ مہربانی سال دیکھ لیں۔
dates-unusable-too-far = یہ دو سال سے بھی آگے ہے، اس لیے کچھ نہیں بدلا۔ براہِ مہربانی سال دیکھ لیں۔
dates-unusable-too-many = آپ کی اتنی تاریخیں ہیں جتنی میں رکھ سکتا ہوں۔ پہلے ایک پوری یا منسوخ کریں۔
dates-unusable-twice = آپ نے اسی دن کے لیے یہ پہلے ہی لکھا ہے، اس لیے کچھ نہیں بدلا۔
dates-cancel-ask = <b>{ $kind }</b>، { $day }: کیا یہ منسوخ ہو گیا؟

dates-lead = { $days ->
    [0] اسی دن
    [1] 1 دن
    [3] 3 دن
    [7] 1 ہفتہ
    [14] 2 ہفتے
   *[other] { $days } دن
}
dates-repeats-once = ایک بار
dates-repeats-monthly = ہر مہینے
dates-repeats-days28 = ہر 28 دن بعد
dates-button-one = { $kind }، { $date }
dates-button-add = + { $kind }
dates-button-done = ہو گیا
dates-button-moved = تاریخ بدل گئی
dates-button-cancelled = منسوخ ہو گیا
dates-button-cancel-yes = ہاں، منسوخ ہو گیا
dates-button-cancel-this = صرف یہی
dates-button-cancel-all = اب سے سب
dates-button-keep = نہیں، یہ رہے
dates-button-contraception-on = مانع حمل روزانہ یاد دلائیں
dates-button-contraception-off = مانع حمل کی یاد دہانیاں بند کریں
dates-button-programmes = پروگراموں کے اصول

# After the course. A reminder only says that there is a note.
after-month = <b>آپ کے آخری کیپسول ({ $last }) کو ایک مہینہ ہو گیا۔</b>
    عام اصول کے مطابق اس دوا کے لیے مانع حمل اب ختم ہو سکتا ہے، اور آپ پھر خون دے سکتے ہیں۔ اگر کلینک ایک اور ٹیسٹ چاہتا ہے، یا انہوں نے کوئی اور تاریخ بتائی ہے، تو وہ پہلے ہے: آپ کے کلینک کی تاریخیں پہلے ہیں۔ مانع حمل کی میری یاد دہانیاں ختم ہو گئی ہیں۔
    { $procedures } سے پہلے ویکسنگ، لیزر، ڈرمابریشن یا پیل نہیں، جب تک جلد کا ڈاکٹر کچھ اور نہ کہے۔
    آپ کیسے ہیں؟ /checkin اور /symptoms کھلے ہیں، اور /sos بھی۔
after-goodbye = <b>آپ کے آخری کیپسول ({ $last }) کو تین مہینے ہو گئے، اس لیے اب میں خاموش ہو جاتا ہوں۔</b>
    اگر آپ کا مزاج یا جسم اب بھی پریشان کرے تو ڈاکٹر کو بتائیں، یہ بھی کہ آپ نے کیا لیا تھا۔ اثرات آخری کیپسول کے بعد بھی آ سکتے ہیں یا رہ سکتے ہیں۔ ویکسنگ، لیزر، ڈرمابریشن اور پیل: { $procedures } سے پہلے نہیں۔
    /sos، /faq اور /doctor کھلے رہیں گے۔ اگر آپ چاہیں تو میں آپ کے بارے میں سب کچھ ابھی مٹا دیتا ہوں؛ /export پہلے آپ کو ایک نقل دیتا ہے۔ اگر دوبارہ کورس شروع ہو تو /plan نئی تاریخیں لکھ لیتا ہے۔
after-button-delete = میرے بارے میں سب کچھ مٹا دیں
after-old = یہ نوٹ پرانا ہے۔ /plan دکھاتا ہے کہ اب کیا ہے۔

# The programmes: what the rule is, with its source. Nothing is planned because of them.
programmes-title = <b>حمل سے بچاؤ کے پروگرام</b>
    میں دکھاتا ہوں کہ ان کے اصول کیا ہیں۔ آپ پر کوئی لاگو ہے یا نہیں، اور کن تاریخوں پر، یہ کلینک طے کرتا ہے۔ میں یہ تبھی رکھتا ہوں جب آپ کہیں کہ ایک آپ پر لاگو ہے۔
programmes-one-title = <b>{ $name }</b>
programmes-everybody = <b>سب کے لیے</b>
programmes-can-become-pregnant = <b>اگر آپ کو حمل ہو سکتا ہے</b>
programmes-cannot-become-pregnant = <b>اگر آپ کو حمل نہیں ہو سکتا</b>
programmes-rule = • { $text }
programmes-notice = { $text } <b>آپ کے کلینک کی تاریخیں پہلے ہیں۔</b> اگر حمل کا شک ہو تو ابھی ڈاکٹر سے بات کریں: /symptoms یا /doctor
programmes-source = <i>ورژن { $version }۔ ذرائع: { $sources }</i>
programmes-unsigned = <i>ابھی تک کسی ڈاکٹر نے اس عبارت پر دستخط نہیں کیے۔</i>
programmes-signed = <i>ایک ڈاکٹر نے اس عبارت پر دستخط کیے ہیں۔</i>
programmes-button-applies = یہ مجھ پر لاگو ہے
programmes-button-drop = مجھ پر کوئی لاگو نہیں
programmes-button-note = کلینک کی تاریخ لکھیں: { $kind }
