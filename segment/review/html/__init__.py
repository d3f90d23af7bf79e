"""A web page's HTML: its blocks of text, which of them are the article, and what it says in data meant for machines."""
