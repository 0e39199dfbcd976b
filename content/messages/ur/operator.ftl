### For whoever runs the bot. Nothing about a patient may ever stand here.
### Review state: machine-drafted, not signed.

# $problems: one per line, each with its file.
operator-content-refused =
    <b>نئے متن قبول نہیں کیے گئے۔</b> میں پرانے متن کے ساتھ چل رہا ہوں۔

    { $problems }

# Urgent messages have waited for $minutes or longer. $team: how many of the $count are alerts to the
# care team; $reasons: "blocked 1, flood 2", in the program's words.
operator-undelivered =
    <b>{ $count ->
        [one] ایک فوری پیغام نہیں پہنچا۔
       *[other] { $count } فوری پیغام نہیں پہنچے۔
    }</b> یہ { $minutes } منٹ یا اس سے زیادہ سے ایسا ہے۔

    ان میں سے ٹیم کی چیٹ کے لیے: { $team }
    ٹیلیگرام نے آخری بار یہ کہا: { $reasons }

    کوشش جاری ہے۔ آپ کیا کر سکتے ہیں، یہ چلانے کی رہنما کتاب میں “An urgent message is not delivered” کے نیچے لکھا ہے۔

operator-not-tried = ابھی کوشش نہیں ہوئی

operator-delivered = اب تمام فوری پیغام پہنچ گئے ہیں۔

# $start and $end: day and time on the clock of $zone.
operator-was-away =
    <b>بوٹ بند تھا</b>: { $start } سے { $end } تک ({ $zone })۔

    { $count ->
        [0] اس وجہ سے کسی کی کوئی یاد دہانی نہیں رہی۔
        [one] ایک شخص کی یاد دہانیاں رہ گئیں اور اسے بتا دیا گیا۔
       *[other] { $count } لوگوں کی یاد دہانیاں رہ گئیں اور انہیں بتا دیا گیا۔
    }
