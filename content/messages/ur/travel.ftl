### گھڑی کی تبدیلی، اور کچھ دنوں میں دوسرے اوقات۔
### Review state: machine-drafted, not signed by any clinician.

travel-ask =
    { $zone } میں اس وقت { $time } بجے ہیں۔ ابھی تک آپ کے معمولات { $home } کی گھڑی پر چلتے ہیں۔ اب کیا کیا جائے؟
travel-ask-move = <b>آپ کے ساتھ بدلیں:</b> وہی اوقات، وہاں کی گھڑی پر۔ روز والی اگلی چیز { $next } کو ہے؛ اس کے بعد آپ کے عام اوقات پر۔ دو کبھی بہت پاس پاس نہیں آتیں۔
travel-ask-keep = <b>گھر کے اوقات رکھیں:</b> چھوٹے سفر کے لیے اچھا ہے۔ روز والی اگلی چیز وہاں { $next } کو ہے، جو گھر پر آپ کا عام وقت ہے۔
travel-nothing-yet = جب تک آپ نہ چنیں کچھ نہیں بدلتا۔
travel-button-move = میرے ساتھ بدلیں
travel-button-keep = گھر کے اوقات رکھیں
travel-kept = محفوظ: { $zone } میں { $time } بجے ہیں۔ آپ کے معمولات { $home } کی گھڑی پر رہتے ہیں؛ خاموشی کے اوقات وہاں کے ہیں جہاں آپ ہیں۔ واپس آ کر مجھے /timezone سے بتائیں۔
travel-home = معمولات اس گھڑی پر چلتے ہیں: { $home }

routine-button-meals = کچھ دنوں میں دوسرے اوقات
meal-title = <b>کچھ دنوں میں دوسرے اوقات</b>
meal-usual = عام طور پر: { $times }
meal-line = { $number }. { $days }: { $times }
meal-short = { $days }: { $times }
meal-dates = { $first } سے { $last } تک
meal-none = اگر آپ کچھ دنوں میں دوسرے وقت کھاتے ہیں، ہفتے کے آخر میں یا روزوں میں، تو اوقات بھی بدل سکتے ہیں۔ کتنی بار، یہ آپ کے لیبل کے مطابق ہی رہتا ہے۔
meal-saved = محفوظ ہو گیا۔
meal-button-days = ہفتے کے دن
meal-button-dates = تاریخ سے تاریخ تک
meal-button-these = یہ دن
meal-button-remove = ✕ { $number }
meal-ask-days = ہفتے کے کن دنوں میں یہ دوسرے وقت پر ہے؟
meal-ask-first = کس تاریخ سے؟ اس طرح لکھیں: 2027-02-18
meal-ask-last = { $first } سے کس تاریخ تک؟ اس کے بعد آپ کے عام اوقات واپس آ جاتے ہیں۔
meal-ask-times = { $count ->
    [one] کس وقت؟ اس طرح لکھیں: 9:30
   *[other] کن { $count } اوقات پر؟ اس طرح لکھیں: 4:45 اور 19:10
}
meal-date-unclear = میں اسے کسی مناسب تاریخ کے طور پر نہیں پڑھ سکا، اس لیے کچھ نہیں بدلا۔ اس طرح لکھیں: 2027-02-18
