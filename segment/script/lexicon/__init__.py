"""Names and how they are said: given to voices, printed in scripts, and looked for where nobody has written them down."""
