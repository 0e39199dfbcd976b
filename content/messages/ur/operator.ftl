### For whoever runs the bot. Nothing about a patient may ever stand here.
### Review state: machine-drafted, not signed.

# $problems: one per line, each with its file.
operator-content-refused =
    <b>نئے متن قبول نہیں کیے گئے۔</b> میں پرانے متن کے ساتھ چل رہا ہوں۔

    { $problems }
