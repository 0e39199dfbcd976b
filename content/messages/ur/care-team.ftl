### The care team's chat. No name and nothing a patient wrote may ever stand here.
### Review state: machine-drafted, not signed.

team-tier-contact-now = ابھی رابطہ
team-tier-emergency = ایمرجنسی
team-alert = <b>کیس { $case }</b>: { $tier }۔
    رابطوں والا مقررہ پیغام مریض کو بھیجا جا رہا ہے۔ براہِ مہربانی اسے دیکھیں اور وصولی کے لیے یہ لکھیں: /ack { $case }
team-chase = <b>کیس { $case }</b>: { $tier }۔ { $minutes ->
    [one] ایک منٹ
   *[other] { $minutes } منٹ
} سے اسے کسی نے نہیں سنبھالا۔ براہِ مہربانی اسے سنبھالیں: /ack { $case }
team-report-undelivered = <b>کیس { $case }</b>: { $tier }۔ پیغام { $minutes ->
    [one] ایک منٹ
   *[other] { $minutes } منٹ
} سے مریض تک نہیں پہنچا۔ میں کوشش جاری رکھے ہوئے ہوں۔
team-report-unseen = <b>کیس { $case }</b>: { $tier }۔ پیغام پہنچ گیا تھا، مگر اس کے بعد مریض کی طرف سے کوئی سرگرمی نظر نہیں آئی (کیس شروع ہونے کے { $minutes ->
    [one] ایک منٹ
   *[other] { $minutes } منٹ
} بعد)۔
team-report-unanswered = <b>کیس { $case }</b>: { $tier }۔ پیغام کے بعد مریض یہاں آئے ہیں اور اس کا جواب نہیں دیا (کیس شروع ہونے کے { $minutes ->
    [one] ایک منٹ
   *[other] { $minutes } منٹ
} بعد)۔
team-ack-button = کیس { $case } سنبھالیں
team-acked = کیس { $case } اب آپ کے پاس ہے۔ شکریہ۔ مریض کو یہ نہیں بتایا جاتا کہ کسی نے پڑھ لیا ہے۔
team-acked-already = کیس { $case } پہلے ہی لیا جا چکا ہے: { $by }
team-no-such-case = اس چیٹ میں کیس { $case } نام کا کوئی کیس نہیں۔ کھلے کیس یہاں ہیں: /cases
team-ack-how = براہِ مہربانی کیس کا نمبر ساتھ لکھیں، مثلاً: /ack 12۔ کھلے کیس یہاں ہیں: /cases
team-cases-title = <b>کھلے کیس</b>
team-cases-none = کوئی کھلا کیس نہیں۔
team-case-line = <b>{ $case }</b> · { $tier } · { $at } · { $state } · { $acked }
team-case-acked = { $by } کے پاس
team-case-waiting = <b>ابھی کسی کے پاس نہیں</b>
team-state-raised = ابھی پہنچا نہیں
team-state-delivered = پہنچ گیا
team-state-seen = دیکھا گیا
team-state-acknowledged = مریض نے جواب دیا
team-state-closed = بند
team-only-here = یہ کمانڈ صرف دیکھ بھال کی ٹیم کی چیٹ کے لیے ہے۔
team-handed-over = کیس { $case } اب { $by } کے پاس ہے۔
team-given-back = کیس { $case } اب کسی کے پاس نہیں۔ کون لے گا؟
team-handover-how = براہِ مہربانی یوں لکھیں: /handover پھر کیس نمبر اور جس کے پاس اب ہے، مثلاً /handover 12 @bea
team-take-over-button = میرے ذمے
team-give-back-button = واپس کریں
team-not-a-member = یہ صرف اس چیٹ کے ارکان کر سکتے ہیں۔
team-not-checked = میں ٹیلیگرام سے نہیں پوچھ سکا کہ آپ اس چیٹ کے رکن ہیں یا نہیں، اس لیے کچھ نہیں بدلا۔ ایک منٹ بعد دوبارہ کوشش کریں۔ میں ٹیم سے پوچھتا رہوں گا جب تک کوئی کیس نہ لے لے۔
