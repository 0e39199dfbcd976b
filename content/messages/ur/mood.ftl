### The mood check-in around the instruments. The questions themselves are in content/questionnaires and are
### never written here.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the English file, which names its sources.
### Never add here: scores, praise for an answer, "you're fine", risk words, emojis, promises.

## Asking

# The time that each form asks about, for $recall below.
mood-recall-phq9 = پچھلے 2 ہفتے
mood-recall-phqa = پچھلے دو ہفتے

# Before the first question. $recall: "the last 2 weeks". $minutes: about how long it takes.
mood-intro =
    <b>موڈ چیک اِن</b>

    ان سوالوں میں اس عرصے کی بات ہے: { $recall }۔ تقریباً { $minutes } منٹ لگتے ہیں۔ علاج کے دوران کچھ لوگوں کا موڈ بدلتا ہے، اور اس کی کئی وجہیں ہو سکتی ہیں، اس لیے میں سب سے ایک ہی سوال پوچھتا ہوں، خودکشی کے خیالات کے بارے میں بھی۔

    آپ کوئی بھی سوال چھوڑ سکتے ہیں۔ کوئی نمبر نہیں ملتے؛ میں صرف یہ بتاتا ہوں کہ کسی سے رابطہ کرنا ہے یا نہیں۔ یہ چیٹ اینڈ ٹو اینڈ انکرپٹڈ نہیں ہے، اور ہو سکتا ہے کہ اسے کوئی بھی نہ پڑھ رہا ہو۔ اگر آپ اس وقت خطرے میں ہیں تو /sos بھیجیں۔

# The same for ages 12 to 17. Whether a parent is told is decided per clinic and said at sign-up.
mood-intro-teen =
    <b>موڈ چیک اِن</b>

    ان سوالوں میں اس عرصے کی بات ہے: { $recall }۔ تقریباً { $minutes } منٹ لگتے ہیں۔ میں سب سے ایک ہی سوال پوچھتا ہوں، خودکشی کے خیالات کے بارے میں بھی۔ اگر ہو سکے تو جواب ایسی جگہ دیں جہاں کوئی آپ کی سکرین نہ دیکھے۔

    آپ کوئی بھی سوال چھوڑ سکتے ہیں۔ کوئی نمبر نہیں ملتے؛ میں صرف یہ بتاتا ہوں کہ کسی سے رابطہ کرنا ہے یا نہیں۔ یہ چیٹ اینڈ ٹو اینڈ انکرپٹڈ نہیں ہے، اور ہو سکتا ہے کہ اسے کوئی بھی نہ پڑھ رہا ہو۔ اگر آپ اس وقت خطرے میں ہیں تو /sos بھیجیں۔

# The reminder, with neutral words because it may show on a lock screen.
mood-invitation = آپ کے چیک اِن کا وقت ہو گیا ہے۔ چند منٹ لگتے ہیں۔
mood-invitation-full = آپ کے ماہانہ چیک اِن کا وقت ہو گیا ہے۔ تقریباً پانچ منٹ لگتے ہیں۔
mood-button-start = شروع کریں
mood-button-later = آج بعد میں

# Only where the instruments exist in English alone.
mood-english-only = ان سوالوں کے الفاظ سرکاری طور پر طے ہیں، اور میرے پاس وہ صرف انگریزی میں ہیں۔

# One question. $stem: the stem of the form; $item: the item, both as printed.
mood-question =
    <i>{ $stem }</i>

    <b>{ $item }</b>
mood-question-plain = <b>{ $item }</b>

# Above a question that is asked once more.
mood-again-safety = یہ میں ایک بار پھر پوچھ رہا ہوں، کیونکہ یہ آپ کی حفاظت کی بات ہے۔ اگر آپ اسے چھوڑ دیں تو میں اسے ”ہاں“ سمجھوں گا، تاکہ مدد رہ جانے کے بجائے آپ کو مل جائے۔
mood-again-unclear = یہ میں سمجھ نہیں سکا۔ براہِ مہربانی کوئی ایک جواب دبائیں، یا جیسا لکھا ہے ویسا ہی لکھ دیں۔
mood-button-refuse = جواب نہیں دینا

# $credit: the credit line of the form.
mood-credit = <i>{ $credit }</i>

# A press on an old question.
mood-stale = اس سوال کا جواب پہلے ہی دیا جا چکا ہے۔ یہ وہ سوال ہے جو اب کھلا ہے۔
mood-over = یہ چیک اِن ختم ہو چکا ہے۔ نیا شروع کرنے کے لیے /checkin بھیجیں۔

## Results

# Nothing to act on. No praise, no "you're fine". $date: next check-in in words.
mood-thanks = جواب دینے کا شکریہ۔ اگلا چیک اِن { $date } کو ہے۔ اگر اس سے پہلے کچھ بدلے تو کسی بھی وقت /checkin یا /sos بھیجیں۔
mood-thanks-no-date = جواب دینے کا شکریہ۔ اگر کچھ بدلے تو کسی بھی وقت /checkin یا /sos بھیجیں۔

# R: mention at the next visit.
mood-outcome-r =
    جواب دینے کا شکریہ۔ براہِ مہربانی اگلی ملاقات پر اپنے ڈاکٹر کو بتائیں کہ ان دنوں آپ کا دل اور موڈ کیسا رہا۔ میں ملاقات کے خلاصے کے لیے اس کی ایک سطر رکھ لیتا ہوں، اور 2 ہفتے بعد پھر پوچھ سکتا ہوں۔

    کسی قابلِ بھروسا شخص کو بتانا، وقت پر سونا جاگنا، کچھ دیر دن کی روشنی میں رہنا، اور شراب اور نشے سے دور رہنا مدد دے سکتا ہے۔

    اگر اس سے پہلے دل پر بوجھ بڑھ جائے تو اپنے ڈاکٹر سے رابطہ کریں، یا /sos بھیجیں۔

# D: within 24 hours. $doctor, $lines as in safety.ftl.
mood-outcome-d =
    جواب دینے کا شکریہ۔ <b>براہِ مہربانی 24 گھنٹے کے اندر { $doctor } یا اپنے فیملی ڈاکٹر کو فون کریں</b> اور بتائیں کہ ان دنوں آپ کا دل اور موڈ کیسا ہے۔ کسی قابلِ بھروسا شخص کو بھی بتائیں۔

    آپ کسی بھی وقت کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    اپنی دوسری دوائیں اور حمل سے بچاؤ جیسے چل رہے ہیں ویسے ہی رکھیں۔ اگر حالت بگڑے، یا خودکشی کے خیالات آئیں، تو /sos بھیجیں یا { $emergency } پر فون کریں۔

    میں ایک خودکار مددگار ہوں، اور ہو سکتا ہے کہ یہ چیٹ کوئی بھی نہ پڑھ رہا ہو۔

# D or R of the baseline rule: high before, known to the prescriber, and no higher now.
mood-outcome-known-d =
    جواب دینے کا شکریہ۔ آپ نے مجھے بتایا تھا کہ آپ کے ڈاکٹر آپ کی حالت جانتے ہیں۔ <b>پھر بھی براہِ مہربانی 24 گھنٹے کے اندر { $doctor } کو فون کریں</b> اور بتائیں کہ حالت اب بھی ویسی ہی ہے۔ میں ملاقات کے خلاصے کے لیے اس کی ایک سطر رکھ لیتا ہوں۔

    آپ کسی بھی وقت کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    اگر حالت بگڑے، یا خودکشی کے خیالات آئیں، تو /sos بھیجیں یا { $emergency } پر فون کریں۔

# The patient left the questions after a yes. The message "contact your doctor now" follows below it.
mood-dropped-out = سوال بیچ میں رک گئے۔ کوئی بات نہیں۔ آپ نے جو جواب دیے ان کی وجہ سے براہِ مہربانی یہ ضرور پڑھیں:

# The one check 30 to 60 minutes later; after it there is no chasing.
mood-dropped-out-check =
    کچھ دیر پہلے سوال بیچ میں رک گئے تھے۔ <b>کیا آپ اس وقت محفوظ ہیں؟</b>

    آپ کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    اگر آپ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔

# The patient left without any yes.
mood-left-open = آپ کا چیک اِن ابھی کھلا ہے۔ جب چاہیں /checkin سے آگے بڑھ سکتے ہیں۔

# A known condition, and the monthly questions were left out: offered once.
mood-offer-again = آپ نے ماہانہ سوالوں میں سے کچھ چھوڑ دیے تھے۔ کیا آپ اب ان کا جواب دینا چاہیں گے؟ آپ منع بھی کر سکتے ہیں۔
mood-button-offer-yes = جی ہاں
mood-button-offer-no = جی نہیں، شکریہ
mood-declined = ٹھیک ہے۔ یہ اگلے مہینے پھر آئیں گے، اور تب بھی آپ انہیں چھوڑ سکتے ہیں۔

# Two check-ins in a row were missed. Nobody is alarmed.
mood-missed-twice =
    کچھ عرصے سے آپ کا چیک اِن نہیں ہوا۔ یہ ضروری بھی نہیں۔ اگر ان دنوں کوئی مشکل ہے تو کوئی انسان آپ کی بات سن سکتا ہے:
    { $lines }

    چیک اِن /checkin سے شروع ہوتا ہے، اور /settings میں بند کیا جا سکتا ہے۔

# After N or E no more questions that day.
mood-not-today = آج میں اور سوال نہیں پوچھوں گا۔ جو میں نے آپ کو لکھا تھا وہ اب بھی وہی ہے: براہِ مہربانی کسی انسان سے بات کریں۔ نمبر /sos میں ہیں۔

## Does the prescriber know? (for the baseline rule)

mood-prescriber-question = کیا آئسوٹریٹینائن لکھنے والے ڈاکٹر کو معلوم ہے کہ ان دنوں آپ کا دل اور موڈ کیسا ہے؟ اور کیا انہوں نے کہا ہے کہ آپ دوا جاری رکھ سکتے ہیں؟
mood-prescriber-yes = جی ہاں، پچھلے 30 دن میں
mood-prescriber-no = نہیں، یا یقین نہیں
mood-prescriber-noted = اگلے 30 دنوں کے لیے لکھ لیا گیا۔

## The daily one-tap mood (unscored, opt-in)

mood-daily-good = اچھا
mood-daily-okay = ٹھیک ہے
mood-daily-low = اداس
mood-daily-very-low = بہت اداس
mood-daily-thanks = نوٹ کر لیا۔
# After "very low": the door to the real questions, and to people.
mood-daily-very-low-reply = افسوس ہے کہ آج کا دن اتنا مشکل ہے۔ کیا آپ ابھی چیک اِن کرنا چاہیں گے (/checkin)؟ اگر کسی انسان سے بات کرنی ہے تو /sos بھیجیں۔
mood-later = ٹھیک ہے۔ میں { $time } پر پھر پوچھوں گا۔

mood-daily-needs-consent = اس کے لیے براہِ مہربانی پہلے /settings میں موڈ چیک اِن چالو کریں۔

mood-first-offers = اگر آپ چاہیں تو میں یہ بھی کر سکتا ہوں۔ آپ اسے /settings میں کسی بھی وقت بدل سکتے ہیں۔
mood-offer-daily = ہر شام پوچھیں کہ دن کیسا رہا
mood-offer-weekly = ہفتے میں ایک بار سائیڈ ایفیکٹ کا پوچھیں
