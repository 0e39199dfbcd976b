### Pictures, the report for the visit, and files. Neutral words where a lock screen may show them.
### Review state: machine-drafted, not signed by a clinician.
### Never add here: praise, blame, percentages, targets, a finish date, "well done", "only".

## When it does not work

drawing-failed = I could not make that just now. Nothing of yours is lost. Please ask again in a few minutes.
