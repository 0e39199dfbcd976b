"""From outcomes to words and buttons: pure functions of a voice (`Say`) and domain values."""
