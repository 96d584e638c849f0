"""Qualified names of WordprocessingML that the reader looks at (ECMA-376, transitional namespaces)."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"

#: ISO Strict namespaces and what this house calls them.
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/main": A[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/math": M[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": EXTENDED[1:-1],
}

VAL = W + "val"
TYPE = W + "type"
ID = W + "id"
REL_ID = R + "id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Blocks
DOCUMENT, BODY, P, PPR, SECTPR = W + "document", W + "body", W + "p", W + "pPr", W + "sectPr"
TBL, TBLPR, TR, TRPR, TC, TCPR = W + "tbl", W + "tblPr", W + "tr", W + "trPr", W + "tc", W + "tcPr"
SDT, SDTPR, SDTCONTENT, LOCK = W + "sdt", W + "sdtPr", W + "sdtContent", W + "lock"
ALTCHUNK, TXBXCONTENT = W + "altChunk", W + "txbxContent"
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"

# Inline
RUN, RPR, T, TAB, PTAB, BR, CR = W + "r", W + "rPr", W + "t", W + "tab", W + "ptab", W + "br", W + "cr"
NO_BREAK_HYPHEN, SOFT_HYPHEN, SYM = W + "noBreakHyphen", W + "softHyphen", W + "sym"
FLDCHAR, FLDCHARTYPE, INSTRTEXT = W + "fldChar", W + "fldCharType", W + "instrText"
FLDSIMPLE, INSTR = W + "fldSimple", W + "instr"
DRAWING, PICT, OBJECT = W + "drawing", W + "pict", W + "object"
INS, DEL, MOVETO, MOVEFROM = W + "ins", W + "del", W + "moveTo", W + "moveFrom"
CUSTOMXML, SMARTTAG, HYPERLINK = W + "customXml", W + "smartTag", W + "hyperlink"
RUBY, RUBYBASE = W + "ruby", W + "rubyBase"

#: Containers that are seen through: what they hold stands where they stand. ``ins`` and ``moveTo`` belong to the
#: final view of tracked changes; ``del`` and ``moveFrom`` do not and are passed over like any unknown element.
TRANSPARENT = frozenset({CUSTOMXML, SMARTTAG, HYPERLINK, INS, MOVETO, W + "dir", W + "bdo", SDTCONTENT})

# Formatting
STYLE, STYLEID, BASEDON, DEFAULT = W + "style", W + "styleId", W + "basedOn", W + "default"
PSTYLE, RSTYLE, TBLSTYLE, TBLLOOK = W + "pStyle", W + "rStyle", W + "tblStyle", W + "tblLook"
NUMPR, NUMID, ILVL = W + "numPr", W + "numId", W + "ilvl"
FRAMEPR = W + "framePr"
