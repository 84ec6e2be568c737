"""Lines that stand in the midst of a text and are not of it, told by their form. Pure.

Captions end with a credit or say where in the picture somebody stands; posts and other things put
in from elsewhere bring their own line, or one that asks whether they may be shown. The words are
those of many languages; a line of an article is made of them by accident only.
"""

from __future__ import annotations

import re

_LONGEST = 500  # characters
_END = 100  # characters in which a credit stands
_PICTURE = (
    "fotos?|photos?|photograph(?:s|er)?|bild(?:er)?|bilde|images?|pictures?|imagen|imagem|"
    "fotografía|fotografia|fotograf|immagine|kuva|zdjęcie|fot\\.|zdj\\.|fotó|kép|фото|surat|сурат|"
    "gambar|grafik|infografik|illustration|illustrasjon"
)
_AGENCY = (
    "AP(?: Photo)?|AFP|Getty(?: Images)?|Reuters|REUTERS|dpa|EPA|EFE|NTB|TT|Ritzau Scanpix|IMAGO|"
    "Alamy|Shutterstock|picture[ -]alliance"
)
_AGENCIES = re.compile(
    rf"(?:[(\[/|©]|\s[–—-]\s|\.\s?)\s?(?:{_AGENCY})[^.!?]{{0,40}}[)\]]?$|"
    r"\W(?:뉴시스|뉴스1|연합뉴스|[\w·]{2,12} 제공|[^\W\d_]{2,4} 기자)$"
)
# What follows is searched in lower case, which takes half the time of a search without case.
_CREDIT = re.compile(
    rf"(?:^|[\s.(\[|/!?”\"»])\(?(?:{_PICTURE})(?: by| credit| courtesy| af| de| av| von)?\s?[:：©]"
    r"\s?[^.!?]{2,70}[)\].]?$|"
    r"\b(?:photo|photograph|image|picture|video|graphic) (?:by|courtesy|credit|via)\b"
    r"[^.!?]{2,60}[).]?$|"
    r"©\s?[^.!?]{2,60}$|"
    r"写真[=＝:：]|[=＝][^。]{2,12}(?:撮影|提供|写す|ロイター|共同|ap)$"
)
_PICTURED = re.compile(
    r"pictured (?:at|right|left|above|below|is|are|from)\b|"
    r"(?:seen|shown) in (?:this|the) (?:\w+ ){0,2}(?:photo|picture|image|video|screengrab)\b|"
    r"^(?:file\W+)?in this (?:\w+\.? \d+, \d{4},? )?(?:\w+ )?(?:photo|picture|image)\b|"
    r"(?<![^(,])\s?(?:from left|von links)\b|v\. ?l\. ?n\. ?r\.|\(li\.? nach re\.?\)|"
    r"de gauche à droite|de izquierda a derecha|da sinistra a|fra venstre|från vänster|"
    r"слева направо|"
    r"\((?:left|right|cent(?:er|re)|second from (?:left|right)|links|rechts|li\.|re\.|"
    r"mitte|à gauche|à droite|izq\.|dcha\.|왼쪽(?:부터)?|오른쪽|左|右)\)"
)
_PUT_IN = re.compile(
    r"pic\.twitter\.com/\w+$|^[—–-]\s.{2,60}\(@\w+\)|"
    r"extern(?:e[nr]?|al) (?:redaktionelle[nr]? )?(?:inhalte?|content)\b.*"
    r"(?:einverstanden|anzeigen|angezeigt|display|click)|"
    r"(?:disable|turn off|deaktivieren|désactiver|desactiv\w+|wyłącz\w*)\b.{0,40}\bad ?block"
)


def is_caption(line: str) -> bool:
    """Tell "The bridge on Monday. Photo: A. Writer", "Pictured from left: …"."""
    if len(line) > _LONGEST:
        return False
    low, end = line.lower(), len(line) - _END
    return bool(_AGENCIES.search(line, end) or _CREDIT.search(low, end) or _PICTURED.search(low))


def is_put_in(line: str) -> bool:
    """Tell an embedded post, and the line that asks whether it may be shown."""
    return len(line) <= _LONGEST and bool(_PUT_IN.search(line.lower()))
