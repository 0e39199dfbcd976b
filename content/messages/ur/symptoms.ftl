### The symptom check around its questions. The questions, names and tips are in content/symptoms and are never
### written here. What is said for "contact your doctor now" and for an emergency is in safety.ftl.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the English file, which names its sources.
### Never add here: diagnoses, "it's nothing", "you're fine", scores, promises, cheer, advice about the dose.

## Asking

# The opening question. $ask: the question; $signs: one bullet per line.
symptom-emergency =
    <b>{ $ask }</b>

    { $signs }
# A list of urgent signs. $signs: one bullet per line.
symptom-signs =
    <b>کیا آپ کو ان میں سے کچھ ہے؟</b>

    { $signs }
symptom-sign = • { $sign }
symptom-sign-text = { $sign }
# One question. $ask: the question as a sentence.
symptom-question = <b>{ $ask }</b>
# Before a question that is asked a second time.
symptom-again = یہ میں ایک بار پھر پوچھ رہا ہوں، کیونکہ یہ اہم ہے۔ اگر پھر بھی یقین نہ ہو تو احتیاط کے طور پر میں اسے ”ہاں“ سمجھوں گا۔
symptom-areas = <b>تکلیف کہاں ہے؟</b> جو جگہ سب سے ٹھیک لگے وہ دبائیں، یا اپنے لفظوں میں بتائیں۔
symptom-which = <b>کون سی تکلیف ہے؟</b> جو سب سے ٹھیک لگے وہ دبائیں۔
symptom-pick = <b>سب سے زیادہ تکلیف کس چیز کی ہے؟</b>

symptom-yes = ہاں
symptom-no = نہیں
symptom-unclear = یقین نہیں
symptom-skip = نہیں بتانا
symptom-area-none = اور کچھ نہیں
symptom-which-other = ایک سے زیادہ، یا یقین نہیں
symptom-pick-other = کچھ اور
symptom-pick-none = ان میں سے کچھ نہیں
symptom-stop = یہیں روک دیں

## Answering

# No symptom was named.
symptom-nothing =
    <b>نوٹ کر لیا: بتانے کو کچھ نہیں۔</b>

    اگر کچھ بدلے تو کسی بھی وقت /symptoms بھیجیں۔
# Mention at the next visit. $symptoms: names, one per line.
symptom-routine =
    <b>اگلی ملاقات پر ڈاکٹر کو بتائیں</b>

    { $symptoms }

    میں نے آپ کی ملاقات کے لیے نوٹ کر لیا ہے۔
# Call within 24 hours. $symptoms: names, one per line.
symptom-within-24h =
    <b>24 گھنٹے کے اندر اپنے ڈاکٹر یا فارماسسٹ کو فون کریں</b>

    { $symptoms }

    انہیں بتائیں کہ آپ کی آئسوٹریٹینائن چل رہی ہے۔ میں نے آپ کی ملاقات کے لیے نوٹ کر لیا ہے۔
# The patient chose "something else".
symptom-within-24h-other =
    <b>24 گھنٹے کے اندر اپنے ڈاکٹر یا فارماسسٹ کو فون کریں</b>

    آپ کی تکلیف میری فہرست میں نہیں ہے، اس لیے میں نہیں بتا سکتا کہ وہ کس قسم کی ہے۔ انہیں بتائیں کہ آپ کی آئسوٹریٹینائن چل رہی ہے۔
# Earlier today something more urgent was said. Stands above any milder text.
symptom-earlier-today = آج اس سے پہلے آپ نے مجھے ایسی بات بتائی تھی جس کے لیے اس سے جلدی مدد ضروری تھی۔ وہ ہدایت اب بھی وہی ہے۔
symptom-tips = <b>تب تک کیا مدد دے سکتا ہے</b>
symptom-tip = • { $tip }
# When to go up. Stands under every mild outcome.
symptom-when-now =
    <b>انتظار نہ کریں</b> اگر یہ بڑھ جائے، یا سانس لینے میں دشواری، چہرے کی سوجن، چھالے، نظر میں تبدیلی، شدید سر درد، پیٹ میں شدید درد، گہرے رنگ کا پیشاب، سینے میں درد، یا خود کو نقصان پہنچانے کے خیالات ہوں: /symptoms یا /sos بھیجیں۔
symptom-not-diagnosis = <i>میں مقررہ عبارتوں والا ایک پروگرام ہوں، ڈاکٹر نہیں، اور مجھے نہیں معلوم کہ اس کی وجہ کیا ہے۔</i>
# What was understood from the patient's own words, before the questions. $symptoms: names, one per line.
symptom-understood =
    میں یہ سمجھا:

    { $symptoms }
symptom-check-other = کوئی اور تکلیف دیکھیں
symptom-stale = یہ بٹن کسی پرانی جانچ کا ہے۔ ہم اس وقت یہاں ہیں۔
symptom-stopped = میں یہیں رک گیا۔ آپ نے جو جواب دیے وہ محفوظ ہیں۔
