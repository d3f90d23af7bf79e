"""Word documents: the paragraphs of a .docx as lines (ECMA-376, part 1, WordprocessingML)."""
