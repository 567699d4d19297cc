"""Samplan: a common picture of localities for municipalities that plan together."""


def classFactory(iface):  # noqa: N802 (the name QGIS looks for)
    """Return the plugin; QGIS calls this when it loads the package."""
    from .plugin.plugin import Plugin

    return Plugin(iface)
