"""The parts of a page: its lines, what each means, where the text begins and ends, its headings and title."""
