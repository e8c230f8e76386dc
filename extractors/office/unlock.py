"""A Word file that asks for a password, as one that does not: the newer formats and the old .doc."""

from __future__ import annotations

import struct
from pathlib import Path

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from extractors.document import UnreadableDocument

_REFUSALS = (DecryptionError, FileFormatError, ParseError, AttributeError, KeyError, ValueError, OSError)
"""What the library raises over kinds of encryption that it does not know, and over damaged files."""


def unlock_office(path: Path, password: str, target: Path) -> bool:
    """Writes the document without its encryption to ``target``; False where the password is not the right one.

    Raises:
        UnreadableDocument: ``encryption-unknown``, where no password would help.
    """
    try:
        with path.open("rb") as source, target.open("wb") as plain:
            file = msoffcrypto.OfficeFile(source)
            if file.format == "ooxml":
                file.load_key(password=password, verify_password=True)
            else:
                file.load_key(password=password)  # always verified
            file.decrypt(plain)
    except InvalidKeyError:
        return False
    except (*_REFUSALS, struct.error) as error:
        raise UnreadableDocument(
            "encryption-unknown",
            "The file is protected in a way that this program cannot open, whatever the password (an old scrambling "
            "of Word 95, rights management, or damage). Open it in Word, save it without protection and try again.",
        ) from error
    return True
