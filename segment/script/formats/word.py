"""A script as a Word document: one paragraph for each of its lines, so that what is edited there comes back in.

Our own writer: four small parts of ECMA-376 in a zip are all that a script needs, and the same script gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile

from segment.model.script import Blank, Comment, Item, Part, Script, Speech
from segment.script.formats.exporter import Sheet
from segment.script.formats.page import escaped, language_tag
from segment.script.printing import to_text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip knows: a document carries no clock."""

_STYLES = {
    "ScriptHeader": ("Script header", '<w:spacing w:after="0"/>', '<w:color w:val="404040"/>'),
    "ScriptPart": ("Script part", '<w:keepNext/><w:spacing w:before="240"/>', "<w:b/>"),
    "ScriptCue": ("Script cue", '<w:ind w:left="1440" w:hanging="1440"/>', "<w:i/>"),
    "ScriptLine": ("Script line", '<w:spacing w:line="480" w:lineRule="auto"/><w:ind w:left="1440" w:hanging="1440"/>', ""),
    "ScriptComment": ("Script comment", "", '<w:i/><w:color w:val="595959"/>'),
}
"""By id: the name in the list of styles, and what it does to paragraph and letters."""


class Word:
    """A .docx that Word, LibreOffice, Pages and Google Docs open."""

    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    what = "a Word document, to edit and read back in"

    def export(self, sheet: Sheet) -> bytes:
        """The document."""
        language = language_tag(sheet.language)
        parts = {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations({"officeDocument": "word/document.xml"}, core=True),
            "word/document.xml": _document(sheet.script),
            "word/styles.xml": _styles(language),
            "word/_rels/document.xml.rels": _relations({"styles": "styles.xml"}),
            "docProps/core.xml": _core(sheet.title, language),
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, xml in parts.items():
                package.writestr(zipfile.ZipInfo(name, _ZIP_TIME), (_HEAD + xml).encode(), zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _document(script: Script) -> str:
    headers = [_paragraph("ScriptHeader", line) for line in to_text(Script(headers=script.headers)).splitlines()]
    body = "".join([*headers, *map(_item, script.items)])
    page = '<w:sectPr><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567"/>'
    return f'<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:sectPr></w:body></w:document>'


def _item(item: Item) -> str:
    line = to_text(Script(items=(item,))).removesuffix("\n")
    match item:
        case Blank():
            return "<w:p/>"
        case Comment():
            return _paragraph("ScriptComment", line)
        case Part():
            return _paragraph("ScriptPart", line)
        case Speech():
            return _paragraph("ScriptLine", line, sourced=True)
        case _:
            return _paragraph("ScriptCue", line, sourced=True)


def _paragraph(style: str, line: str, *, sourced: bool = False) -> str:
    """The line; a source in bold with a tab behind it, which reads back as the space that it stands for."""
    label, colon, rest = line.partition(": ") if sourced else ("", "", line)
    runs = f"<w:r><w:rPr><w:b/></w:rPr>{_text(label + ':')}</w:r><w:r><w:tab/></w:r>" if colon else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}<w:r>{_text(rest)}</w:r></w:p>'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'


def _styles(language: str) -> str:
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    base = f'<w:rPr>{font}<w:sz w:val="24"/><w:lang w:val="{language}"/></w:rPr>'
    made = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        for key, (name, paragraph, letters) in _STYLES.items()
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    spacing = '<w:pPr><w:spacing w:after="120"/></w:pPr>'
    defaults = f"<w:docDefaults><w:rPrDefault>{base}</w:rPrDefault><w:pPrDefault>{spacing}</w:pPrDefault></w:docDefaults>"
    return f'<w:styles xmlns:w="{_W}">{defaults}{normal}{made}</w:styles>'


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_TYPE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{xml}{overrides}</Types>'


def _relations(targets: dict[str, str], *, core: bool = False) -> str:
    made = [f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets.items())]
    if core:
        made.append(
            f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(made)}</Relationships>'


def _core(title: str, language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )
