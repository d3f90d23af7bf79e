"""Notes for the ear: what reads well and cannot be said, heard or believed on air, line by line."""
