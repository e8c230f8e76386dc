"""The profile that LibreOffice works with: no macro runs, no link is followed, nothing is fetched or remembered.

Every lane of work gets one of its own: two runs on one profile disturb each other, and the user's own may hold
settings or an open window. Paths and names: the registry schema of LibreOffice (officecfg), as ``main.xcd`` holds it.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from extractors.office.program import DEAD_END

_PROXY, _, _PORT = DEAD_END.partition(":")

SETTINGS: tuple[tuple[str, str, str], ...] = (
    (
        "Office.Common/Security/Scripting",
        "MacroSecurityLevel",
        "3",
    ),  # very high: trusted places only, of none
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Save/Document", "AutoSave", "false"),
    ("Office.Common/Help", "ExtendedTip", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
    ("Office.Writer/Content/Update", "Link", "0"),  # never
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Writer/Content/Update", "Chart", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),  # by hand, to the dead end
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(
        setting
        for name in ("HTTP", "HTTPS", "FTP")
        for setting in (
            ("Inet/Settings", f"ooInet{name}ProxyName", _PROXY),
            ("Inet/Settings", f"ooInet{name}ProxyPort", _PORT),
        )
    ),
)
"""Path below ``/org.openoffice.``, property, value; a version that lacks one passes over it."""


def write_profile(folder: Path) -> str:
    """Makes a profile in ``folder``, which must not exist, and returns its address for the command line."""
    user = folder / "user"
    user.mkdir(parents=True, mode=0o700)
    items = "".join(
        f'<item oor:path="/org.openoffice.{escape(path)}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{escape(value)}</value></prop></item>\n"
        for path, name, value in SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n' + items + "</oor:items>\n",
        encoding="utf-8",
    )
    return folder.as_uri()
