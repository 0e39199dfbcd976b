### Review state: machine-drafted, not signed by a clinician.

drawing-failed = میں ابھی یہ نہیں بنا سکا۔ آپ کا کچھ بھی ضائع نہیں ہوا۔ چند منٹ بعد دوبارہ کہیں۔

## تصویر

progress-title = آپ کا ریکارڈ
progress-period = { $first } سے { $last } تک
progress-doses = آپ کی روزانہ والی
progress-noted = آپ نے کیا نوٹ کیا
progress-moods = دن کیسے رہے
progress-mark-taken = لی گئی
progress-mark-skipped = چھوڑی گئی
progress-mark-unanswered = جواب نہیں ملا
progress-mark-held = روکی ہوئی
progress-mark-unknown = معلوم نہیں
progress-mark-open = ابھی باقی
progress-shape-noted = نوٹ کیا
progress-shape-soon = 24 گھنٹے میں کال کریں
progress-shape-now = ابھی ڈاکٹر سے رابطہ کریں
progress-nothing-noted = ان دنوں میں کچھ نوٹ نہیں ہے۔
progress-footer = یہ اُس سے بنا ہے جو آپ نے ریکارڈ کیا۔ معلوم نہیں: میں نے نہیں پوچھا، یا کچھ ریکارڈ نہیں ہے۔ خالی دن پر کچھ نہیں ہے۔

progress-caption-title = <b>{ $period }</b>
progress-caption-doses = آپ کی روزانہ والی: { $counts }۔
progress-caption-no-doses = آپ کی روزانہ والی کے بارے میں کچھ ریکارڈ نہیں ہے۔
progress-count-taken = { $count } لی گئیں
progress-count-skipped = { $count } چھوڑی گئیں
progress-count-unanswered = { $count } کا جواب نہیں ملا
progress-count-held = { $count } روکی گئیں
progress-count-unknown = { $count } معلوم نہیں
progress-count-open = { $count } ابھی باقی
progress-caption-moods = دن کیسے رہے: { $moods }۔
progress-caption-mood = { $mood } { $days } دن
progress-caption-noted = نوٹ کیا:
progress-caption-symptom = • { $name }: { $days } دن
progress-caption-more = مزید /report میں ہے۔
progress-list-comma = {"، "}
progress-weeks = { $weeks } ہفتے
progress-everything = سب کچھ
progress-dark = گہرا رنگ
progress-light = ہلکا رنگ
progress-report = ملاقات کے لیے
progress-nothing = ابھی دکھانے کو کچھ نہیں ہے۔ جب آپ کسی یاددہانی کا جواب دیں گے یا کچھ نوٹ کریں گے تو /progress اس کی تصویر بنائے گا۔
progress-in-words = میں ابھی تصویر نہیں بنا سکا۔ وہی بات لفظوں میں یہ ہے۔

## ملاقات کے لیے صفحے

report-caption = ملاقات کے لیے آپ کے صفحے۔ کسی کو دکھانے سے پہلے خود دیکھ لیں: جو کچھ آپ نے نوٹ کیا وہ سب ان میں ہے، یہ بھی کہ آپ کیسا محسوس کر رہے تھے۔
report-in-english = انگریزی میں، ڈاکٹر کے لیے
report-as-fhir = کلینک کے کمپیوٹر کے لیے
report-as-table = جدول کی شکل میں
report-title = آئسوٹریٹینائن: ملاقات کے لیے ریکارڈ
report-period = { $first } سے { $last } تک · وقت: { $zone }
report-name = نام
report-born = تاریخِ پیدائش
report-standing = یہ مریض نے ایک خودکار چیٹ میں ریکارڈ کیا ہے، کسی نے اس کی تصدیق نہیں کی۔ چیٹ کو نام، وزن یا ٹیسٹ کے نتیجے معلوم نہیں۔ یہ طبی آلہ نہیں ہے، اور یہاں کچھ بھی طبی رائے نہیں ہے۔
report-foot = مریض کا اپنا ریکارڈ، تصدیق شدہ نہیں · { $day }
report-nothing = کچھ ریکارڈ نہیں ہے۔
report-more = … اور { $count } مزید مکمل فائل میں ہیں۔
report-questions = مریض کے لکھے ہوئے سوال
report-question = • { $text }
report-plan = دوا کا پلان، جیسا لیبل سے لکھا گیا
report-no-plan = کوئی پلان ریکارڈ نہیں ہے۔
report-started = علاج شروع: { $day }
report-ended = آخری کیپسول: { $day }
report-until-now = اب تک
report-dose = { $capsules } ملی گرام
report-often = { $times }، { $days }
report-times = { $times ->
    [one] دن میں ایک بار
    [2] دن میں دو بار
   *[other] دن میں { $times } بار
}
report-every-days = { $days ->
    [one] روزانہ
    [2] ایک دن چھوڑ کر
   *[other] ہر { $days } دن بعد
}
report-doses = خوراکیں، مہینے کے حساب سے
report-total = کل
report-doses-note = لی گئی اور چھوڑی گئی: جیسا مریض نے بتایا۔ جواب نہیں ملا: پوچھا گیا، جواب نہیں آیا۔ روکی ہوئی: چیٹ نے پہلے ڈاکٹر سے بات کرنے کو کہا تھا۔ معلوم نہیں: پوچھا نہیں گیا، یا کچھ ریکارڈ نہیں۔
report-reasons = چھوڑنے کی وجہ: { $reasons }۔
report-reason = { $reason } ({ $count })
report-symptoms = علامات
report-checkins = موڈ کے چیک اِن
report-checkins-note = سوال سرکاری انگریزی الفاظ میں پوچھے گئے؛ PHQ کا سوال 9، سوال 1 اور 2 کے فوراً بعد۔ کل صرف تب لکھا ہے جب ہر سوال کا جواب ملا۔ کل ایک جمع ہے، تشخیص نہیں۔
report-instruments = استعمال ہوئے: { $instruments }۔
report-instrument = { $title }، ورژن { $version }
report-pair = { $name } سوال 1–2: { $sum }
report-incomplete = { $name } نامکمل
report-refused = جواب نہیں دیا
report-not-finished = مکمل نہیں ہوا
report-answers-gone = جواب اب محفوظ نہیں
report-asq-no = ASQ: سب کا جواب نہیں
report-asq-yes = ASQ: ہاں یا جواب سے انکار: { $items }
report-unsafe = اس دن محفوظ محسوس نہیں کیا
report-cases = چیٹ نے فوراً کیا کرنے کو کہا
report-not-reached = پیغام مریض تک نہیں پہنچا
report-team = { $day } کو ٹیم نے لیا
report-doctor-continue = مریض نے { $day } کو بتایا: ڈاکٹر سے بات ہوئی، جاری رکھیں
report-doctor-pause = مریض نے { $day } کو بتایا: ڈاکٹر سے بات ہوئی، وقفہ کریں
report-doctor-stop = مریض نے { $day } کو بتایا: ڈاکٹر سے بات ہوئی، بند کریں
report-doctor-unknown = ڈاکٹر سے بات ہوئی یا نہیں، ریکارڈ نہیں
report-still-held = خوراک کی یاد دہانیاں رکی ہوئی ہیں
report-dates = ٹیسٹ اور تاریخیں
report-moods = روز کا ایک لفظ کہ دن کیسا رہا (کوئی اسکور نہیں)
report-review = جانچ
report-review-text = جسم کے بارے میں سوال، حدیں اور مشورے کے الفاظ مشین نے سرکاری ذرائع سے تیار کیے۔ ابھی تک کسی ڈاکٹر نے ان پر دستخط نہیں کیے۔
report-tier-none = خود دیکھ بھال
report-tier-visit = ملاقات میں بتائیں
report-tier-soon = 24 گھنٹے میں کال کریں
report-tier-now = ابھی ڈاکٹر سے رابطہ کریں
report-tier-emergency = ایمرجنسی سروس
report-about-mood = موڈ، یا خودکشی کے خیال
report-about-severe-mood = بہت زیادہ اداسی
report-about-overdose = زیادہ مقدار لے لی
report-about-psychosis = عجیب تجربے، یا شدید غصہ
report-about-pregnancy = ممکنہ حمل
report-about-physical = جسمانی علامت
report-date-blood-test = خون کا ٹیسٹ
report-date-pregnancy-test = حمل کا ٹیسٹ
report-date-appointment = ملاقات
report-date-refill = دوا کا ذخیرہ
report-date-prescription = نسخہ
report-date-after-course = علاج کے بعد
report-date-contraception = مانع حمل
report-outcome-done = ہو گیا
report-outcome-moved = تاریخ بدلی
report-outcome-cancelled = منسوخ
report-outcome-planned = طے ہے
report-outcome-unknown = معلوم نہیں
report-column-since = سے
report-column-until = تک
report-column-dose = ایک خوراک
report-column-often = کتنی بار
report-column-month = مہینہ
report-column-symptom = علامت
report-column-days = دن
report-column-dates = کب نوٹ کیا
report-column-advice = سب سے فوری مشورہ
report-column-date = تاریخ
report-column-phq = PHQ
report-column-item9 = سوال 9
report-column-gad2 = GAD-2
report-column-remarks = نوٹ
report-column-told = مشورہ
report-column-about = کس بارے میں
report-column-followed = پھر کیا ہوا
report-column-what = کیا
report-column-outcome = کیا بنا

## فائلیں

file-fhir-caption = کلینک کے کمپیوٹر کے لیے آپ کا ریکارڈ (FHIR R4)۔ اس میں کوئی نام نہیں ہے۔ خیال رکھیں کہ اسے کہاں محفوظ کرتے ہیں۔
file-table-caption = آپ کا ریکارڈ جدول کی شکل میں (CSV)۔ خیال رکھیں کہ اسے کہاں محفوظ کرتے ہیں۔
file-calendar-caption = آپ کے معمول فون کے کیلنڈر کے لیے، اگلے چار ہفتوں کے۔ کیلنڈر کو تبدیلی کا پتا نہیں چلتا: جو میں یہاں کہوں وہی درست ہے۔
file-calendar-held = آپ کی روزانہ والی اس میں نہیں ہے، کیونکہ وہ رکی ہوئی ہے جب تک ڈاکٹر سے آپ کی بات نہ ہو جائے۔
file-calendar-empty = آپ کا کوئی معمول چالو نہیں ہے، اس لیے کیلنڈر کے لیے کچھ نہیں۔ معمول /reminders میں ہیں۔
file-calendar-note = آپ کی چیٹ سے۔ اگر وہاں کچھ اور لکھا ہو تو وہی درست ہے۔
file-calendar-button = فون کے کیلنڈر کے لیے
