### The plan as on the label, its history, corrections of the last week, the capsules at home.
### Review state: machine-drafted, not signed by any clinician.

course-title = <b>آپ کا پلان</b>
course-day = دن { $day }۔ آپ کا کورس { $date } کو شروع ہوا۔
course-began = آپ کا کورس { $date } کو شروع ہوا۔
course-no-start = شروع کی تاریخ: لکھی نہیں۔ اس سے میں آپ کے لیے دن گن سکتا ہوں۔
course-starts = آپ کا کورس { $date } کو شروع ہوگا، { $days ->
    [one] ایک دن
   *[other] { $days } دن
} بعد۔ روزانہ کی یاد دہانیاں تب شروع ہوں گی۔
course-last = آخری کیپسول: { $date }
course-now = <b>ابھی:</b> { $plan }، { $date } سے
course-none = <b>ابھی:</b> کچھ لکھا نہیں۔ "خوراک بدلیں" سے میں وہ لکھ لیتا ہوں جو آپ کے لیبل پر ہے۔
course-coming = <b>{ $date } سے:</b> { $plan }
course-past-title = <b>پہلے</b>
course-past = { $since } سے { $until } تک: { $plan }
course-no-judge = <i>میں وہی رکھتا ہوں جو آپ کے لیبل پر لکھا ہے۔ کتنی لینی ہے اور کب تک، یہ آپ کے ڈاکٹر طے کرتے ہیں۔</i>

course-dose-daily = { $capsules } mg، { $times ->
    [one] دن میں ایک بار
    [2] دن میں دو بار
   *[other] دن میں { $times } بار
}
course-dose-days = { $capsules } mg، { $times ->
    [one] ایک بار
    [2] دو بار
   *[other] { $times } بار
}، { $days }
course-days-alternate = ایک دن چھوڑ کر
course-days-interval = ہر { $days } دن بعد
course-days-week = { $days } کو

course-ask = اب لیبل پر کیا لکھا ہے؟ لکھیں، مثلاً:
    20 mg روزانہ
    20 mg + 10 mg دن میں دو بار
    40 mg ایک دن چھوڑ کر
    10 mg ہفتے میں تین بار
    آپ آخر میں from 2027-03-03 بھی لکھ سکتے ہیں۔
course-problem-unclear = میں یہ پڑھ نہیں سکا، اس لیے کچھ نہیں بدلا۔ مجھے mg میں مقدار چاہیے اور یہ کہ کتنی بار۔
course-problem-alternating = دو مقداریں ایک دن چھوڑ کر، اس کے دو مطلب ہو سکتے ہیں، اور میں ایسی خوراک نہیں رکھ سکتا جو ہر دن بدلے۔ اگر آپ دونوں ساتھ لیتے ہیں تو جمع کے نشان سے لکھیں: 20 mg + 40 mg ایک دن چھوڑ کر۔ اگر ایک دن ایک اور اگلے دن دوسری لیتے ہیں تو اسے /note میں لکھیں اور اپنے لیبل پر چلیں۔ کچھ نہیں بدلا۔
course-problem-refused = میں یہ محفوظ نہیں کر سکتا۔ براہِ مہربانی آج ہی اپنے فارماسسٹ یا ڈاکٹر سے لیبل دکھا کر پوچھیں۔ کچھ نہیں بدلا۔
course-ask-days = کن دنوں میں؟ { $days ->
    [one] ایک دن
   *[other] { $days } دن
} چننے کے لیے دبائیں۔
course-ask-begins = <b>{ $plan }</b>
    یہ کس دن سے ہے؟ دبائیں، یا تاریخ لکھیں جیسے 2027-03-03۔
course-date-unclear = میں اسے تاریخ کے طور پر نہیں پڑھ سکا، اس لیے کچھ نہیں بدلا۔ مثلاً: 2027-03-03۔
course-bad-too-long-ago = ایک کورس کے لیے یہ بہت پرانی تاریخ ہے، اس لیے کچھ نہیں بدلا۔ براہِ مہربانی سال دیکھ لیں۔
course-bad-too-far = یہ ایک سال سے بھی آگے ہے، اس لیے کچھ نہیں بدلا۔ براہِ مہربانی سال دیکھ لیں۔
course-bad-before-start = یہ آپ کے کورس کے شروع سے پہلے ہے، اس لیے کچھ نہیں بدلا۔ اگر شروع کی تاریخ غلط ہے تو پہلے اسے درست کریں۔
course-bad-after-end = یہ آپ کے آخری کیپسول کے بعد ہے، یا آپ کی لکھی ہوئی خوراک کی تبدیلی کے بعد، اس لیے کچھ نہیں بدلا۔ اگر ان میں سے کوئی تاریخ غلط ہے تو پہلے اسے درست کریں۔
course-confirm = <b>{ $plan }</b>
    { $date } سے۔ کیا لیبل پر یہی لکھا ہے؟
course-confirm-unusual = ایسا عام طور پر نہیں ہوتا، اس لیے لیبل سے ایک بار پھر ملا لیں۔ اگر لیبل پر یہ نہیں ہے تو آج ہی اپنے فارماسسٹ یا ڈاکٹر سے پوچھیں۔
course-confirm-replaces = یہ اس کی جگہ لے گا جو آپ نے اسی دن کے لیے لکھا تھا: { $plan }
course-confirm-later = آپ نے { $date } سے ایک تبدیلی بھی لکھی ہے: { $plan }۔ کیا وہ رہے؟
course-saved = محفوظ ہو گیا۔ پہلے جو تھا وہ آپ کے ریکارڈ میں رہتا ہے۔
course-lost = وہ صفحہ پرانا ہے، اور کچھ نہیں بدلا۔ /plan دکھاتا ہے کہ اب کیا ہے۔
course-drop-ask = کیا { $date } سے ہونے والی تبدیلی واپس لی جائے: { $plan }؟
course-dropped = واپس لے لی۔ جو ابھی ہے وہی چلتا رہے گا۔

course-ask-start = آپ نے پہلا کیپسول کس دن لیا، یا کس دن لیں گے؟ تاریخ لکھیں جیسے 2027-03-03۔
course-ask-end = ڈاکٹر کے کہنے کے مطابق، آپ نے آخری کیپسول کس دن لیا، یا کس دن لیں گے؟ تاریخ لکھیں جیسے 2027-03-03۔
course-ask-stock = آپ کے پاس گھر میں کتنے کیپسول ہیں؟ تعداد لکھیں، مثلاً 24۔ اگر دو مقداریں ہیں: 30 x 20 mg + 15 x 10 mg
course-start-saved = محفوظ ہو گیا۔
course-not-over-saved = واپس لے لیا: آپ کا کورس جاری ہے۔ یاد دہانیاں اپنے وقت پر آئیں گی۔
course-ended-what-now = <b>آخری کیپسول: { $last }</b>
    اس کی روزانہ یاد دہانی تب ختم ہو جائے گی۔

    • مانع حمل، اگر آپ اس دوا کی وجہ سے لیتے ہیں: { $month } تک جاری رکھیں، یعنی آخری کیپسول کے ایک مہینے بعد تک۔ ہو سکتا ہے کلینک ایک آخری ٹیسٹ چاہے؛ ان کی تاریخیں پہلے ہیں۔ میری یاد دہانیاں تب تک آتی رہیں گی۔
    • { $month } تک خون کا عطیہ نہ دیں۔
    • { $procedures } سے پہلے ویکسنگ، لیزر، ڈرمابریشن یا پیل نہیں۔ جلد کا ڈاکٹر کچھ اور طے کر سکتا ہے۔
    • جو بچ جائے کسی کو نہ دیں: ایک کیپسول بھی ماں کے پیٹ میں بچے کو نقصان دے سکتا ہے۔ اپنی فارمیسی سے کہیں کہ واپس لے لے۔

    میں ابھی آپ کا حال پوچھتا ہوں، اور ایک اور تین مہینے بعد بھی، کیونکہ اثرات آخری کیپسول کے بعد بھی آ سکتے ہیں۔ پھر میں خاموش ہو جاؤں گا۔

course-button-label = خوراک بدلیں
course-button-start = شروع کی تاریخ
course-button-end = آخری کیپسول
course-button-stock = گھر میں کیپسول
course-button-days = کوئی دن درست کریں
course-button-dates = ٹیسٹ اور تاریخیں
course-button-show = میرا پلان دکھائیں
course-button-not-over = میرا کورس جاری ہے
course-button-today = آج
course-button-tomorrow = کل
course-button-days-go = آگے
course-button-save = ہاں، محفوظ کریں
course-button-again = نہیں، دوبارہ لکھتا ہوں
course-button-keep-later = محفوظ کریں، بعد کی تبدیلی رہے
course-button-drop-later = محفوظ کریں، بعد کی تبدیلی نہ رہے
course-button-drop = { $date } سے تبدیلی واپس لیں
course-button-drop-yes = ہاں، واپس لیں
course-button-keep = نہیں، رہنے دیں

stock-amount = { $many } × { $mg } mg
stock-left = <b>گھر میں:</b> { $left } ({ $date } کو گنے، اس میں سے لی ہوئی نکال کر)
stock-between = <b>گھر میں:</b> { $low } اور { $high } کے درمیان ({ $date } کو گنے)۔ { $days ->
    [one] ایک خوراک کا جواب میرے پاس نہیں
   *[other] { $days } خوراکوں کا جواب میرے پاس نہیں
}، اس لیے ٹھیک ٹھیک معلوم نہیں۔ آپ وہ دن درست کر سکتے ہیں، یا دوبارہ گن سکتے ہیں۔
stock-lasts = یہ { $date } تک چلیں گے۔
stock-lasts-between = یہ { $date } تک چلیں گے، شاید { $latest } تک۔
stock-out = ہو سکتا ہے یہ اگلی خوراک کے لیے کافی نہ ہوں۔ براہِ مہربانی ڈاکٹر یا فارماسسٹ سے پوچھیں۔ اگر ختم ہو جائیں تو خوراک چھوڑ دیں؛ بعد میں کبھی دو نہ لیں۔
stock-does-not-fit = <b>گھر میں:</b> معلوم نہیں۔ آپ نے { $date } کو جتنے گنے، اس سے زیادہ لیے ہوئے لکھے ہیں۔ براہِ مہربانی دوبارہ گنیں۔
stock-reminder = میں { $days ->
    [one] ایک دن
   *[other] { $days } دن
} پہلے، صبح دس بجے کے قریب یاد دلاتا ہوں۔
stock-no-reminder = ختم ہونے سے پہلے آپ کو کوئی یاد دہانی نہیں آئے گی۔
stock-seen-to = آپ نے بتایا کہ آپ نے انتظام کر لیا ہے۔ جب اور آ جائیں تو دوبارہ گنیں۔
stock-lead = { $days ->
    [one] ایک دن
   *[other] { $days } دن
} پہلے
stock-lead-off = یاد دہانی نہیں
stock-unclear = میں اسے کیپسول کی تعداد کے طور پر نہیں پڑھ سکا، اس لیے کچھ نہیں بدلا۔
stock-impossible = گھر میں اتنے کیپسول نہیں ہو سکتے، اس لیے کچھ نہیں بدلا۔ اگر کوئی نہیں بچا تو 0 لکھیں۔
stock-which = آپ کے پلان میں ایک سے زیادہ مقداریں ہیں، یا کوئی لکھی نہیں۔ بتائیں کون سی: 30 x 20 mg + 15 x 10 mg۔ کچھ نہیں بدلا۔
stock-strength = اس مقدار کا کیپسول آپ کے پلان میں نہیں۔ اگر لیبل بدل گیا ہے تو پہلے خوراک بدلیں۔ کچھ نہیں بدلا۔

days-title = <b>پچھلے دن</b>
    جس دن کو درست کرنا ہو اسے دبائیں۔
days-none = پچھلے ہفتے میں آپ کے پلان کی کوئی خوراک نہیں۔
days-line = { $day }: { $states }
days-day = <b>{ $day }</b>
days-dose = { $time }: { $state }
days-corrected = <i>{ $day } کو { $time } پر درست کیا گیا</i>
days-saved = درستی کے طور پر لکھ لیا۔
days-only-record = اس سے صرف ریکارڈ بدلتا ہے۔ <b>کمی پوری کرنے کے لیے کبھی دو نہ لیں۔</b>
days-too-old = میں صرف پچھلے سات دن درست کر سکتا ہوں۔ کچھ نہیں بدلا۔ اس سے پہلے کی بات آپ اگلی ملاقات کے لیے /note میں لکھ سکتے ہیں۔
days-state-none = کچھ لکھا نہیں
days-state-open = ابھی کھلا ہے
days-state-done = لے لی
days-state-skipped = نہیں لی
days-state-unanswered = جواب نہیں ملا
days-state-missed-by-service = میں بند تھا
days-state-held = رکی ہوئی
days-state-cancelled = دوبارہ طے ہوئی
days-button-taken = لے لی
days-button-skipped = جان کر نہیں لی
days-button-missed = نہیں لی
days-button-unknown = معلوم نہیں
days-button-taken-at = { $time } لے لی
days-button-skipped-at = { $time } جان کر نہیں لی
days-button-missed-at = { $time } نہیں لی
days-button-unknown-at = { $time } معلوم نہیں

# Among the routines: on which dates the daily one comes stands in the plan.
routine-days-in-plan = دن: جیسے آپ کے /plan میں ہیں
