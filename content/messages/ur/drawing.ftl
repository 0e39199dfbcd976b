### Review state: machine-drafted, not signed by a clinician.

drawing-failed = میں ابھی یہ نہیں بنا سکا۔ آپ کا کچھ بھی ضائع نہیں ہوا۔ چند منٹ بعد دوبارہ کہیں۔
