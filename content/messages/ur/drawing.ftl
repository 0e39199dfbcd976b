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
progress-caption-noted = نوٹ کیا: { $symptoms }۔
progress-caption-symptom = { $name } { $days } دن
progress-caption-more = مزید /report میں ہے۔
progress-list-comma = {"، "}
progress-weeks = { $weeks } ہفتے
progress-everything = سب کچھ
progress-dark = گہرا رنگ
progress-light = ہلکا رنگ
progress-report = ملاقات کے لیے
progress-nothing = ابھی دکھانے کو کچھ نہیں ہے۔ جب آپ کسی یاددہانی کا جواب دیں گے یا کچھ نوٹ کریں گے تو /progress اس کی تصویر بنائے گا۔
progress-in-words = میں ابھی تصویر نہیں بنا سکا۔ وہی بات لفظوں میں یہ ہے۔
