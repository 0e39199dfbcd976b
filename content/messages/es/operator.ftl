### For whoever runs the bot. Nothing about a patient may ever stand here.
### Review state: machine-drafted, not signed.

# $problems: one per line, each with its file.
operator-content-refused =
    <b>No he tomado los textos nuevos.</b> Sigo con los de antes.

    { $problems }
