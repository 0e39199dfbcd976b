### For whoever runs the bot. Nothing about a patient may ever stand here.
### Review state: machine-drafted, not signed.

# $problems: one per line, each with its file.
operator-content-refused =
    <b>The new texts were not taken.</b> I go on with the old ones.

    { $problems }
