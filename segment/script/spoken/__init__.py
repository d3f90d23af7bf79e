"""From what is written to what is said: numbers, dates, money, abbreviations and symbols in words, one written word at a time."""
