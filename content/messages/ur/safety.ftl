### What a patient reads when something may be wrong.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the English file, which names its sources. The order of the sentences is part of the template.
### Never add here: scores, "low risk", promises, "your doctor has been told", methods, emojis, cheer.
###
### Variables used throughout
###   $emergency  "999" or "999 or 112", or safety-emergency-unknown when no verified number is there
###   $lines      the crisis lines, one per line, or safety-lines-unknown
###   $poison     safety-poison-known or safety-poison-unknown
###   $doctor     safety-doctor-known or safety-doctor-unknown
### $emergency and $doctor stand before a postposition (پر، سے، کو), so their texts are in the oblique case.

## Pieces

# The only sentence about the dose that this program ever says, with its two riders.
safety-hold = جب تک کسی ڈاکٹر سے آپ کی بات نہ ہو جائے، آئسوٹریٹینائن کا اگلا کیپسول نہ لیں۔ اگر حمل سے بچاؤ کا کوئی طریقہ آپ کے استعمال میں ہے تو اسے جاری رکھیں، اور ڈاکٹر کی لکھی ہوئی کوئی دوسری دوا بند نہ کریں۔ تب تک میں خوراک کی یاد دہانی نہیں بھیجوں گا۔

# What the program is. Source: honesty about an automated assistant in a crisis.
safety-machine = میں ایک خودکار مددگار ہوں۔ میں آپ کی جگہ فون نہیں کر سکتا، اور ہو سکتا ہے کہ یہ چیٹ کوئی بھی نہ پڑھ رہا ہو۔

# Stands in a sentence: "Please call … now".
safety-emergency-unknown = اپنے علاقے کے ایمرجنسی نمبر (112 بہت سے ملکوں میں موبائل فون سے ملتا ہے)

# Joins two emergency numbers. $first, $second: numbers.
safety-emergency-two = { $first } یا { $second }

# One crisis contact. $name; $number as printed; $details: safety-line-details or nothing.
safety-line-call = • فون کریں، { $name }: { $number }{ $details }
safety-line-text = • میسج کریں، { $name }: { $number }{ $details }
safety-line-text-keyword = • میسج میں { $keyword } لکھ کر { $number } پر بھیجیں، { $name }{ $details }
safety-line-chat = • چیٹ کریں، { $name }: { $url }{ $details }
# $details: hours, area and audience, as far as known, for example "24/7, under 19".
safety-line-details = {" "}({ $details })

# When no verified crisis line can be shown.
safety-lines-unknown =
    • ہر ملک کی مفت ہیلپ لائنوں کی فہرست: findahelpline.com
    • ہر ملک میں بات سننے والے مرکزوں کی فہرست: befrienders.org
    • یا قریبی ہسپتال کی ایمرجنسی میں جائیں

# $number: a verified poison line.
safety-poison-known = اگر کچھ نگلا گیا ہے تو آپ زہر کی معلومات کی لائن پر بھی فون کر سکتے ہیں: { $number }۔
safety-poison-unknown = اگر کچھ نگلا گیا ہے تو فون کرتے وقت یہ بتائیں۔ اگر آپ کے ملک میں زہر کی معلومات کا مرکز ہے تو وہ بھی بتا سکتے ہیں کہ کیا کرنا ہے۔

# Stands in a sentence: "… or call …". $number: the number that the patient saved.
safety-doctor-known = اپنے ڈاکٹر ({ $number })
safety-doctor-unknown = اپنے ڈاکٹر یا آئسوٹریٹینائن لکھنے والے کلینک

# Added at the end of a message that may not have arrived the first time.
safety-shown-again = <i>ہو سکتا ہے یہ پیغام آپ پہلے دیکھ چکے ہوں۔ میں اسے دوبارہ دکھا رہا ہوں کیونکہ مجھے معلوم نہیں کہ یہ آپ تک پہنچا تھا۔</i>

## E: emergency services now

# Yes to "right now", a plan, an attempt, or not able to stay safe.
safety-e-mood =
    <b>براہِ مہربانی ابھی { $emergency } پر فون کریں، یا قریبی ہسپتال کی ایمرجنسی میں جائیں۔</b> اگر آپ فون نہیں کر سکتے تو پاس موجود کسی سے کہیں کہ وہ فون کرے۔

    آپ کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

    براہِ مہربانی اکیلے نہ رہیں۔ اگر ہو سکے تو ہر وہ چیز جس سے آپ خود کو نقصان پہنچا سکتے ہیں، کیپسول بھی، کسی اور کو سنبھالنے دیں۔

    { safety-machine }

    { $poison }

    { safety-hold }

# Someone else is in danger of suicide.
safety-e-mood-other =
    <b>براہِ مہربانی ان کے لیے ابھی { $emergency } پر فون کریں۔</b> اگر وہ آپ کے ساتھ آ سکتے ہیں تو قریبی ہسپتال کی ایمرجنسی بھی مدد کرے گی۔

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔ ان کی بات سنیں، اور مدد پہنچنے تک انہیں اکیلا نہ چھوڑیں۔

    آپ دونوں کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    { safety-machine }

    { $poison }

# Taken too much, on purpose or not sure, or with symptoms.
safety-e-overdose =
    <b>براہِ مہربانی ابھی { $emergency } پر فون کریں، یا قریبی ہسپتال کی ایمرجنسی میں جائیں،</b> چاہے آپ کو طبیعت ٹھیک لگ رہی ہو۔ اگر آپ فون نہیں کر سکتے تو پاس موجود کسی سے کہیں کہ وہ فون کرے۔

    { $poison } پیکٹ ساتھ لے جائیں۔

    براہِ مہربانی اکیلے نہ رہیں۔ اگر اس میں کچھ بھی جینے کی خواہش نہ ہونے کی وجہ سے تھا تو آپ کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

    { safety-machine }

    { safety-hold }

# A child, a pregnant person or anybody else took capsules, or took too much.
safety-e-overdose-other =
    <b>براہِ مہربانی ابھی { $emergency } پر فون کریں</b> اور بتائیں کہ کس نے کیا لیا، اور کب۔ اگر وہ آپ کے ساتھ آ سکتے ہیں تو قریبی ہسپتال کی ایمرجنسی میں جائیں۔

    { $poison } پیکٹ اپنے پاس رکھیں۔

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔

    اگر ڈر ہو کہ وہ جینا نہیں چاہتے تو یہ لوگ آپ دونوں سے بات کریں گے:
    { $lines }

    { safety-machine }

# Physical red flag: breathing, swelling, blisters, sight, chest, stroke signs, fit, severe pain.
safety-e-physical =
    <b>براہِ مہربانی ابھی { $emergency } پر فون کریں، یا قریبی ہسپتال کی ایمرجنسی میں جائیں۔</b> اگر آپ فون نہیں کر سکتے تو پاس موجود کسی سے کہیں کہ وہ فون کرے۔ گاڑی خود نہ چلائیں۔

    انہیں بتائیں کہ آپ کی آئسوٹریٹینائن چل رہی ہے۔

    { safety-machine }

    { safety-hold }

safety-e-physical-other =
    <b>براہِ مہربانی ان کے لیے ابھی { $emergency } پر فون کریں، یا انہیں قریبی ہسپتال کی ایمرجنسی میں لے جائیں۔</b>

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔ مدد کرنے والوں کو بتائیں کہ وہ کون سی دوائیں لیتے ہیں۔

    { safety-machine }

# Voices that tell to harm, danger to others, great confusion.
safety-e-psychosis =
    <b>براہِ مہربانی ابھی { $emergency } پر فون کریں، یا قریبی ہسپتال کی ایمرجنسی میں جائیں۔</b> اگر آپ فون نہیں کر سکتے تو پاس موجود کسی سے کہیں کہ وہ فون کرے۔

    جو آپ بتا رہے ہیں وہ ڈراؤنا ہو سکتا ہے، اور اس کا علاج ہو سکتا ہے۔ براہِ مہربانی اکیلے نہ رہیں۔ اگر آپ کو لگے کہ آپ کسی کو نقصان پہنچا سکتے ہیں تو اس سے دور ہٹ جائیں اور فون کریں۔

    آپ کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

    { safety-machine }

    { safety-hold }

safety-e-psychosis-other =
    <b>براہِ مہربانی ان کے لیے ابھی { $emergency } پر فون کریں۔</b>

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔ اگر آپ کو خطرہ محسوس ہو تو کمرے سے نکل جائیں اور وہاں سے فون کریں۔

    آپ دونوں کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    { safety-machine }

# Severe one-sided belly pain, heavy bleeding or fainting with a possible pregnancy.
safety-e-pregnancy =
    <b>براہِ مہربانی ابھی { $emergency } پر فون کریں، یا قریبی ہسپتال کی ایمرجنسی میں جائیں۔</b> اگر آپ فون نہیں کر سکتے تو پاس موجود کسی سے کہیں کہ وہ فون کرے۔

    انہیں بتائیں کہ حمل ہو سکتا ہے اور آپ کی آئسوٹریٹینائن چل رہی ہے۔

    { safety-machine }

    { safety-hold }

safety-e-pregnancy-other =
    <b>براہِ مہربانی ان کے لیے ابھی { $emergency } پر فون کریں، یا انہیں قریبی ہسپتال کی ایمرجنسی میں لے جائیں۔</b>

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔ مدد کرنے والوں کو بتائیں کہ حمل ہو سکتا ہے، اور یہ کہ آئسوٹریٹینائن لی گئی تھی یا نہیں۔

    { safety-machine }

## N: contact your doctor now

# Thoughts of suicide or self-harm, past weeks, item 9, a refusal, "unsafe".
safety-n-mood =
    <b>بتانے کا شکریہ۔ افسوس ہے کہ آپ پر اتنا مشکل وقت ہے۔</b>

    براہِ مہربانی آج ہی کسی انسان سے بات کریں:
    { $lines }
    • یا { $doctor } کو فون کریں

    اگر یہ خیال بڑھ جائیں یا لگے کہ آپ ان پر عمل کر سکتے ہیں، تو { $emergency } پر فون کریں۔

    اپنے قریب کسی کو بتائیں کہ آپ کیا محسوس کر رہے ہیں، تاکہ آپ اس میں اکیلے نہ ہوں۔ کیا ہر وہ چیز جس سے آپ خود کو نقصان پہنچا سکتے ہیں، کیپسول بھی، کوئی اور سنبھال سکتا ہے؟

    اداسی کا تعلق بہت سی چیزوں سے ہو سکتا ہے، اس دوا سے بھی، اور اس میں آپ کا کوئی قصور نہیں۔ { safety-hold } ہو سکتا ہے صرف کیپسول روکنا کافی نہ ہو: کسی ماہر کا آپ سے بات کرنا ضروری ہے۔ ایسے احساس گزر سکتے ہیں، اور ایسا علاج موجود ہے جو مدد دیتا ہے۔

    { safety-machine }

safety-n-mood-other =
    <b>بتانے کا شکریہ۔ کسی کو اس حال میں دیکھنا مشکل ہوتا ہے۔</b>

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔ آپ ان سے سیدھا پوچھ سکتے ہیں کہ کیا انہیں خودکشی کا خیال آتا ہے: پوچھنے سے یہ خیال ان کے ذہن میں پیدا نہیں ہوتا۔

    یہ لوگ ان سے بات کریں گے، اور آپ سے بھی:
    { $lines }

    اگر ڈر ہو کہ وہ اس پر عمل کر سکتے ہیں تو ان کے لیے { $emergency } پر فون کریں۔

    { safety-machine }

# Very low mood, not able to cope, without words about suicide.
safety-n-severe-mood =
    <b>بتانے کا شکریہ۔ افسوس ہے کہ آپ پر اتنا مشکل وقت ہے۔</b>

    براہِ مہربانی ابھی { $doctor } سے رابطہ کریں اور بتائیں کہ آپ کیا محسوس کر رہے ہیں۔ اگر ان سے بات نہ ہو سکے تو کلینک بند ہونے کے بعد والی ہیلپ لائن پر فون کریں، یا فوری علاج کے مرکز یا ہسپتال کی ایمرجنسی میں جائیں۔

    آپ آج کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

    اگر خودکشی کے خیالات آئیں، یا آپ خود کو محفوظ نہ رکھ سکیں، تو { $emergency } پر فون کریں۔

    اپنے قریب کسی کو بتائیں کہ آپ کیا محسوس کر رہے ہیں، تاکہ آپ اس میں اکیلے نہ ہوں۔

    اداسی کا تعلق بہت سی چیزوں سے ہو سکتا ہے، اس دوا سے بھی، اور اس میں آپ کا کوئی قصور نہیں۔ { safety-hold } ہو سکتا ہے صرف کیپسول روکنا کافی نہ ہو: کسی ماہر کا آپ سے بات کرنا ضروری ہے۔

    { safety-machine }

# Hearing or seeing things, feeling controlled, far too much energy, close to hurting someone.
safety-n-psychosis =
    <b>بتانے کا شکریہ۔ براہِ مہربانی ابھی { $doctor } سے رابطہ کریں۔</b>

    اگر ان سے بات نہ ہو سکے تو کلینک بند ہونے کے بعد والی ہیلپ لائن پر فون کریں، یا فوری علاج کے مرکز یا ہسپتال کی ایمرجنسی میں جائیں۔ جو آپ نے مجھے بتایا وہی بتائیں، اور یہ کہ آپ کی آئسوٹریٹینائن چل رہی ہے۔

    اگر آپ کو لگے کہ آپ خود کو یا کسی اور کو نقصان پہنچا سکتے ہیں، یا حواس بہت خراب ہوں، تو { $emergency } پر فون کریں۔

    اپنے قریب کسی کو بتائیں، اور ان سے کہیں کہ آپ کے ساتھ رہیں۔ آپ کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

    { safety-hold }

    { safety-machine }

safety-n-psychosis-other =
    <b>بتانے کا شکریہ۔ براہِ مہربانی ابھی ڈاکٹر سے رابطہ کرنے میں ان کی مدد کریں۔</b>

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔ اگر ڈر ہو کہ وہ خود کو یا کسی اور کو نقصان پہنچا سکتے ہیں تو { $emergency } پر فون کریں۔

    یہ لوگ ان سے بات کریں گے، اور آپ سے بھی:
    { $lines }

    { safety-machine }

# Physical signs that a doctor has to hear of today.
safety-n-physical =
    <b>براہِ مہربانی ابھی { $doctor } سے رابطہ کریں۔</b>

    اگر ان سے بات نہ ہو سکے تو کلینک بند ہونے کے بعد والی ہیلپ لائن پر فون کریں، یا فوری علاج کے مرکز یا ہسپتال کی ایمرجنسی میں جائیں۔ بتائیں کہ آپ نے کیا محسوس کیا، کب شروع ہوا، اور یہ کہ آپ کی آئسوٹریٹینائن چل رہی ہے۔

    اگر یہ تیزی سے بڑھے، یا سانس لینے میں دشواری، چہرے کی سوجن، چھالے، اچانک نظر چلی جانا، سینے میں درد یا جھٹکوں کا دورہ ہو، تو { $emergency } پر فون کریں۔

    { safety-hold }

    { safety-machine }

safety-n-physical-other =
    <b>براہِ مہربانی ابھی ان کے ڈاکٹر سے رابطہ کرنے میں ان کی مدد کریں۔</b>

    اگر ڈاکٹر سے بات نہ ہو سکے تو کلینک بند ہونے کے بعد والی ہیلپ لائن، فوری علاج کا مرکز یا ہسپتال کی ایمرجنسی مدد کرے گی۔ اگر حالت تیزی سے بگڑے تو { $emergency } پر فون کریں۔

    اگر محفوظ ہو تو ان کے ساتھ رہیں۔

    { safety-machine }

# More taken than on the label, no symptoms told. Source: too much taken.
safety-n-overdose =
    <b>براہِ مہربانی ابھی { $doctor } یا کسی فارماسسٹ سے رابطہ کریں</b> اور بتائیں کہ آپ نے کیا لیا اور کب۔

    { $poison }

    اگر آپ کی طبیعت ٹھیک نہیں، یا آپ نے جان بوجھ کر لیا، یا اس بارے میں یقین نہیں، تو { $emergency } پر فون کریں۔

    آپ کسی بھی وقت کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

    { safety-hold }

    { safety-machine }

# Possible pregnancy or contraception that failed. Tone: no blame, no steering.
safety-n-pregnancy =
    <b>براہِ مہربانی آج ہی، جتنی جلدی ہو سکے، { $doctor } سے رابطہ کریں۔</b> بتائیں کہ حمل ہو سکتا ہے، یا حمل سے بچاؤ شاید ناکام ہو گیا ہے، اور یہ کہ آپ کی آئسوٹریٹینائن چل رہی ہے۔

    { safety-hold }

    • حمل کا ٹیسٹ کریں، یا کروانے کا کہیں۔
    • کسی فارمیسی یا کلینک سے <b>آج ہی</b> ایمرجنسی مانع حمل طریقے کا پوچھیں: وہ صرف تھوڑے وقت تک کام کرتا ہے۔

    ایسا بہت سے لوگوں کے ساتھ ہوتا ہے، اور اچھا ہے کہ آپ نے بتایا۔ آگے کیا کرنا ہے، یہ آپ کا فیصلہ ہے؛ جو جاننا ضروری ہے وہ ڈاکٹر آپ کو بتا سکتے ہیں۔

    اگر پیٹ کے ایک طرف سخت درد ہو، بہت زیادہ خون آئے، یا آپ بے ہوش ہو جائیں، تو { $emergency } پر فون کریں۔

    { safety-machine }

safety-n-pregnancy-other =
    <b>براہِ مہربانی آج ہی، جتنی جلدی ہو سکے، ڈاکٹر سے رابطہ کرنے میں ان کی مدد کریں۔</b> آئسوٹریٹینائن پیدائش سے پہلے بچے کو نقصان پہنچا سکتی ہے، صرف ایک کیپسول کے بعد بھی، اس لیے وہ بتائیں کہ کس نے کیا لیا اور کب۔

    اگر وہ آئسوٹریٹینائن لے رہے ہیں: جب تک ڈاکٹر سے ان کی بات نہ ہو جائے، کوئی اور کیپسول نہیں۔ کوئی فارمیسی یا کلینک <b>آج ہی</b> بتا سکتا ہے کہ ایمرجنسی مانع حمل طریقہ اب بھی ممکن ہے یا نہیں۔

    اگر پیٹ کے ایک طرف سخت درد، بہت زیادہ خون آنا یا بے ہوشی ہو تو { $emergency } پر فون کریں۔

    { safety-machine }

## Possible: one short direct question, with help already in it

# Something in a text may mean suicide or self-harm. Asked in the manner of the ASQ.
safety-possible-mood =
    میں آپ کی بات ٹھیک سے سمجھنا چاہتا ہوں۔ <b>کیا آپ کو اپنی جان لینے کے، یا خود کو نقصان پہنچانے کے خیالات آ رہے ہیں؟</b>

    جواب جو بھی ہو، آپ ابھی کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    اگر آپ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔

safety-possible-mood-other =
    میں آپ کی بات ٹھیک سے سمجھنا چاہتا ہوں۔ <b>کیا آپ کو لگتا ہے کہ اس شخص کو خودکشی کے خیالات آ رہے ہیں؟</b>

    جواب جو بھی ہو، آپ دونوں ابھی کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    اگر وہ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔ اگر محفوظ ہو تو ان کے ساتھ رہیں۔

safety-possible-overdose =
    میں آپ کی بات ٹھیک سے سمجھنا چاہتا ہوں۔ <b>کیا آپ نے، یا کسی اور نے، لیبل پر لکھے سے زیادہ کیپسول لیے ہیں؟</b>

    اگر ہاں، اور کسی کی طبیعت خراب ہے، یا ایسا جان بوجھ کر ہوا، تو { $emergency } پر فون کریں۔ { $poison }

    آپ ابھی کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

safety-possible-psychosis =
    میں آپ کی بات ٹھیک سے سمجھنا چاہتا ہوں۔ <b>کیا آپ کو ایسی چیزیں سنائی یا دکھائی دیتی ہیں جو دوسروں کو نہیں، یا لگتا ہے کہ کوئی آپ پر نظر رکھ رہا ہے یا آپ کو قابو کر رہا ہے، یا آپ کسی کو نقصان پہنچانے کے قریب ہیں؟</b>

    جواب جو بھی ہو، آپ ابھی کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    اگر آپ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔

safety-possible-physical =
    میں آپ کی بات ٹھیک سے سمجھنا چاہتا ہوں۔ <b>کیا آپ کو سانس لینے میں دشواری، سینے میں درد، چہرے کی سوجن، چھالے، اچانک دیکھنے میں دشواری، بہت سخت سر درد، پیٹ میں بہت سخت درد، گہرے رنگ کا پیشاب ہے، یا جھٹکوں کا دورہ پڑا ہے؟</b>

    اگر آپ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔

safety-possible-pregnancy =
    میں آپ کی بات ٹھیک سے سمجھنا چاہتا ہوں۔ <b>کیا آپ کو حمل ہو سکتا ہے، یا شاید حمل سے بچاؤ ناکام ہو گیا ہے؟</b>

    اگر ہاں، تو آج ہی کسی ڈاکٹر کو معلوم ہونا چاہیے۔

safety-possible-button-yes = ہاں
safety-possible-button-no = نہیں
safety-possible-button-refuse = جواب نہیں دینا

# After a no. The door stays open.
safety-possible-no = جواب دینے کا شکریہ۔ اگر یہ بدل جائے تو کسی بھی وقت مجھے لکھیں یا /sos بھیجیں۔

## Buttons

safety-button-copy = نمبر کاپی کریں: { $number }
safety-button-chat = چیٹ کھولیں: { $name }
safety-button-called = فون کر دیا
safety-button-with-someone = میرے ساتھ کوئی موجود ہے
safety-button-spoken = ڈاکٹر سے بات ہو گئی
safety-button-worse = حالت بگڑ رہی ہے
safety-button-contacts = اور رابطے
safety-button-country = اپنا ملک چنیں
safety-button-helped = ہاں، مدد مل گئی
safety-button-not-helped = نہیں، ابھی نہیں
safety-button-said-continue = جاری رکھیں
safety-button-said-pause = کچھ عرصہ روکیں
safety-button-said-stop = بند کریں
safety-button-said-unsure = یقین نہیں کہ کیا کہا

## Answers to the buttons

safety-reply-called = بتانے کا شکریہ۔ جو لوگ آپ کی مدد کر رہے ہیں ان کے ساتھ رہیں۔ جب ڈاکٹر سے بات ہو جائے تو یہاں ”ڈاکٹر سے بات ہو گئی“ دبائیں۔
safety-reply-with-someone = بتانے کا شکریہ۔ براہِ مہربانی ساتھ رہیں، اور فون کرنے میں ان سے مدد لیں۔ اوپر کے نمبر یہیں رہتے ہیں۔

# Before dose reminders go on: what was said?
safety-spoken-question = ڈاکٹر نے آئسوٹریٹینائن کے بارے میں کیا کہا؟ میں صرف درج کرتا ہوں۔

safety-said-continue = درج ہو گیا: ڈاکٹر نے جاری رکھنے کا کہا ہے۔ خوراک کی یاد دہانیاں اگلے معمول کے وقت سے چلیں گی۔ جو رہ گئی اس کے بدلے کوئی زائد کیپسول نہ لیں۔ اگر کچھ بگڑے تو مجھے لکھیں یا /sos بھیجیں۔
safety-said-pause = درج ہو گیا: ڈاکٹر نے کچھ عرصہ روکنے کا کہا ہے۔ میں خوراک کی یاد دہانی نہیں بھیجوں گا۔ اگر حمل سے بچاؤ کا کوئی طریقہ آپ کے استعمال میں ہے تو اسے جاری رکھیں۔ جب ڈاکٹر کہیں کہ آپ دوبارہ لے سکتے ہیں تو ”جاری رکھیں“ دبائیں۔
safety-said-stop = درج ہو گیا: ڈاکٹر نے بند کرنے کا کہا ہے۔ میں خوراک کی یاد دہانی نہیں بھیجوں گا۔ اگر حمل سے بچاؤ کا کوئی طریقہ آپ کے استعمال میں ہے تو آخری کیپسول کے بعد کم سے کم 1 مہینے تک اسے جاری رکھیں۔ اگر کچھ بگڑے تو مجھے لکھیں یا /sos بھیجیں۔
safety-said-unsure = ایسا ہو سکتا ہے۔ براہِ مہربانی ڈاکٹر یا کسی فارماسسٹ کو دوبارہ فون کر کے پوچھیں: ”کیا مجھے آئسوٹریٹینائن کا اگلا کیپسول لینا ہے؟“ جب تک معلوم نہ ہو، نہ لیں۔ میں خوراک کی یاد دہانی نہیں بھیجوں گا۔

# Same day. $lines, $emergency.
safety-follow-up =
    کچھ دیر پہلے آپ نے مجھے ایک سنجیدہ بات بتائی تھی۔ <b>کیا آپ کو مدد مل گئی؟</b>

    اگر نہیں، تو آپ ابھی کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    اگر آپ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔

safety-follow-up-physical =
    کچھ دیر پہلے میں نے آپ کو ڈاکٹر سے رابطہ کرنے کا کہا تھا۔ <b>کیا آپ کو مدد مل گئی؟</b>

    اگر حالت بگڑے تو { $emergency } پر فون کریں۔

safety-next-morning =
    صبح بخیر۔ کل میں نے آپ کو مدد لینے کا کہا تھا۔ <b>کیا کسی ڈاکٹر یا دوسرے ماہر سے آپ کی بات ہو گئی؟</b>

    اگر نہیں، تو براہِ مہربانی آج صبح { $doctor } کو فون کریں۔

    آپ ابھی کسی انسان سے بات بھی کر سکتے ہیں:
    { $lines }

    اگر آپ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔

safety-helped = بتانے کا شکریہ۔ اچھا ہے کہ اس میں کوئی آپ کے ساتھ ہے۔ جب تک آپ ”ڈاکٹر سے بات ہو گئی“ دبا کر نہ بتائیں کہ ڈاکٹر نے کیا کہا، خوراک کی یاد دہانیاں بند رہیں گی۔
safety-not-helped =
    بتانے کا شکریہ۔ براہِ مہربانی ابھی پھر کوشش کریں، یا پاس موجود کسی سے کہیں کہ آپ کے لیے فون کرے:
    { $lines }
    • یا { $doctor } کو فون کریں

    اگر آپ اس وقت خطرے میں ہیں تو { $emergency } پر فون کریں۔ اگر کسی سے بھی بات نہ ہو سکے تو قریبی ہسپتال کی ایمرجنسی میں جائیں۔

## The hold

# /today, a press on a dose button, or the usual dose time while a hold is on.
safety-hold-explained = آپ کی خوراک کی یاد دہانیاں بند ہیں، کیونکہ میں نے آپ کو ڈاکٹر سے رابطہ کرنے کا کہا تھا۔ جب تک کسی ڈاکٹر سے بات نہ ہو جائے، براہِ مہربانی آئسوٹریٹینائن کا اگلا کیپسول نہ لیں۔ پھر نیچے کا بٹن دبا کر مجھے بتائیں کہ انہوں نے کیا کہا۔

# Shortly before the usual time of a held dose.
safety-before-dose = تھوڑی دیر میں آپ کی آئسوٹریٹینائن کا معمول کا وقت ہو گا۔ جب تک ڈاکٹر سے بات نہیں ہوئی، براہِ مہربانی کیپسول نہ لیں۔ کیا ڈاکٹر سے بات ہو گئی ہے؟

# "I'm fine", "just joking", "forget it" on the same day.
safety-not-cleared = بتانے کا شکریہ۔ جو میں نے آپ کو لکھا تھا وہ آج کے لیے اب بھی وہی ہے: براہِ مہربانی کسی انسان سے بات کریں، اور نمبر یہیں رہتے ہیں۔

## /sos and the contact list

safety-sos =
    <b>اس وقت خطرے میں ہیں؟ { $emergency } پر فون کریں، یا قریبی ہسپتال کی ایمرجنسی میں جائیں۔</b> اگر آپ فون نہیں کر سکتے تو پاس موجود کسی سے کہیں کہ وہ فون کرے۔

    آپ کسی انسان سے بات کر سکتے ہیں:
    { $lines }

    { $poison }

    { safety-machine } اگر آپ چاہیں تو مجھے لکھیں کہ کیا مسئلہ ہے، میں بتاؤں گا کہ کس سے رابطہ کرنا ہے۔

# The patient's own safety plan, shown first after the emergency line. $plan: the patient's words.
safety-sos-plan =
    <b>آپ کا اپنا پلان</b>
    { $plan }

# No country is known, so no number of a country can be named.
safety-sos-country = اپنا ملک /settings میں چنیں، تاکہ میں وہاں کے وہ نمبر بتا سکوں جو جانچے جا چکے ہیں۔

# All verified contacts of the country. $country: its name. $lines: every line.
safety-contacts =
    <b>{ $country }: بات کرنے کے لیے لوگ</b>

    ایمرجنسی میں { $emergency } پر فون کریں

    { $lines }

    { $poison }

    دوسرے ملک: findahelpline.com، befrienders.org

# The same without any verified contact.
safety-contacts-unknown =
    <b>بات کرنے کے لیے لوگ</b>

    ایمرجنسی میں { $emergency } پر فون کریں

    { $lines }

    { $poison }
