"""A script in the forms it goes out in: text, Word, paper, one reader's copy, prompter, SSML, JSON; and back from Word.

``table`` lists them, one file each; ``exporter`` says what a form is given and what it gives. Nothing here opens a file.
"""
