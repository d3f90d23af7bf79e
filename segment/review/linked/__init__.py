"""What a page says in data meant for machines, JSON-LD and meta tags: evidence held against what people see."""
