"""Readable constructors over QGIS's parameter classes.

An algorithm gives its parameters' help in ``explanations``, apart from the structure; only the
parameters that several tools share bring their own.
"""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsUnitTypes,
)

from .i18n import tr

Source = QgsProcessing.SourceType
POINT = Source.TypeVectorPoint
LINE = Source.TypeVectorLine
POLYGON = Source.TypeVectorPolygon
TABLE = Source.TypeVector
SPATIAL = Source.TypeVectorAnyGeometry

_Flag = QgsProcessingParameterDefinition.Flag
_Field = QgsProcessingParameterField.DataType
_Number = QgsProcessingParameterNumber.Type


def _with_help(definition, help, *, advanced=False, fields=()):
    definition.setHelp(help)
    if advanced:
        definition.setFlags(definition.flags() | _Flag.FlagAdvanced)
    if fields:
        definition.setMetadata({"fields": list(fields)})
    return definition


def layer(name, label, types, *, help="", optional=False):
    """Vector layer or table; ``types`` are this module's POINT, LINE, POLYGON, TABLE, SPATIAL."""
    return _with_help(QgsProcessingParameterFeatureSource(name, label, types, None, optional), help)


def raster(name, label, *, help="", optional=False):
    """Raster layer; its first band is read."""
    return _with_help(QgsProcessingParameterRasterLayer(name, label, None, optional), help)


def layers(name, label, *, help="", optional=False):
    """Several layers of any kind."""
    definition = QgsProcessingParameterMultipleLayers(
        name, label, Source.TypeMapLayer, None, optional
    )
    return _with_help(definition, help)


def field(name, label, *, of, help="", default=None, optional=False, advanced=False):
    """Field of any type of the layer parameter ``of``; help is due where the label needs it."""
    return _field(name, label, _Field.Any, of, help, default, optional, advanced)


def number_field(name, label, *, of, help="", default=None, optional=False, advanced=False):
    """Numeric field of the layer parameter ``of``."""
    return _field(name, label, _Field.Numeric, of, help, default, optional, advanced)


def number_fields(name, label, *, of, help="", default=None, optional=False):
    """Several numeric fields of the layer parameter ``of``."""
    return _field(name, label, _Field.Numeric, of, help, default, optional, False, several=True)


def _field(name, label, kind, of, help, default, optional, advanced, several=False):
    # QGIS refuses to run on the default of a field that is not optional.
    optional = optional or default is not None
    return _with_help(
        QgsProcessingParameterField(name, label, default, of, kind, several, optional),
        help,
        advanced=advanced,
    )


def number(name, label, default, *, help="", low=None, high=None, advanced=False, optional=False):
    """Real number; state its unit in the label."""
    return _number(name, label, _Number.Double, default, help, low, high, advanced, optional)


def integer(name, label, default, *, help="", low=None, high=None, advanced=False, optional=False):
    """Whole number; state its unit in the label."""
    return _number(name, label, _Number.Integer, default, help, low, high, advanced, optional)


def _number(name, label, kind, default, help, low, high, advanced, optional):
    definition = QgsProcessingParameterNumber(name, label, kind, default, optional)
    return _with_help(_between(definition, low, high), help, advanced=advanced)


def distance(name, label, default, *, help="", low=0, high=None, advanced=False, optional=False):
    """Distance in metres, the unit of every working CRS."""
    definition = QgsProcessingParameterDistance(name, label, default, None, optional)
    definition.setDefaultUnit(QgsUnitTypes.DistanceUnit.DistanceMeters)
    return _with_help(_between(definition, low, high), help, advanced=advanced)


def _between(definition, low, high):
    if low is not None:
        definition.setMinimum(low)
    if high is not None:
        definition.setMaximum(high)
    return definition


def choice(name, label, options, default, *, help="", several=False, advanced=False):
    """Choice between untranslated words, the same in dialogs, models and scripts."""
    definition = QgsProcessingParameterEnum(
        name, label, list(options), several, default, False, True
    )
    return _with_help(definition, help, advanced=advanced)


def flag(name, label, default, *, help="", advanced=False):
    """Yes or no."""
    return _with_help(QgsProcessingParameterBoolean(name, label, default), help, advanced=advanced)


def text(name, label, default=None, *, help="", lines=False, optional=False, advanced=False):
    """Free text; ``lines`` allows several lines."""
    definition = QgsProcessingParameterString(name, label, default, lines, optional)
    return _with_help(definition, help, advanced=advanced)


def file(name, label, *, help="", filter, optional=False, advanced=False):
    """Existing file; ``filter`` as in "JSON files (*.json)"."""
    definition = QgsProcessingParameterFile(name, label, optional=optional, fileFilter=filter)
    return _with_help(definition, help, advanced=advanced)


def folder_output(name, label, *, help=""):
    """Folder to write into."""
    return _with_help(QgsProcessingParameterFolderDestination(name, label), help)


def file_output(name, label, *, help="", filter, optional=False):
    """File to write; an optional one is only made when the user names it."""
    definition = QgsProcessingParameterFileDestination(name, label, filter, None, optional)
    if optional:
        definition.setCreateByDefault(False)
    return _with_help(definition, help)


def vector_output(name, label, kind, *, help="", fields=(), optional=False):
    """Layer to write; ``fields`` are the catalogue codes it adds, listed in the help."""
    definition = QgsProcessingParameterFeatureSink(name, label, kind, None, optional)
    if optional:
        definition.setCreateByDefault(False)
    return _with_help(definition, help, fields=fields)


def table_output(name, label, *, help="", fields=(), optional=False):
    """Table without geometry to write."""
    return vector_output(name, label, TABLE, help=help, fields=fields, optional=optional)


def number_result(name, label):
    """Declare a number that models can use."""
    return QgsProcessingOutputNumber(name, label)


# Parameters that several tools share


def localities(kind=POLYGON):
    """Declare the localities that a tool describes."""
    text = tr("Localities to describe; all their fields are kept.")
    return layer("LOCALITIES", tr("Localities"), [kind], help=text)


def locality_code():
    """Declare the field with the localities' codes."""
    text = tr("The same codes as in the table.")
    return field("CODE", tr("Locality code"), of="LOCALITIES", default="loc_code", help=text)


def land_area():
    """Declare the field with the localities' land area."""
    text = tr("Land area without water. Empty: the area of the polygon.")
    return number_field(
        "LAND", tr("Land area (ha)"), of="LOCALITIES", optional=True, advanced=True, help=text
    )


def smallest_base():
    """Declare the smallest base of a ratio."""
    text = tr("A share or rate on fewer persons than this is left empty, never 0.")
    return number("SMALLEST_BASE", tr("Smallest base (persons)"), 10, low=0, help=text)


def residents(*, optional=True, help=""):
    """Declare the residents, as points or cells."""
    text = help or tr("Address points, or cells that count at their centre.")
    return layer("RESIDENTS", tr("Residents"), [POINT, POLYGON], optional=optional, help=text)


def resident_count():
    """Declare the field with the number of residents."""
    count = tr("Number of inhabitants")
    return number_field("POPULATION", count, of="RESIDENTS", default="population")


def streets(*, help=""):
    """Declare the streets, walked both ways."""
    text = help or tr(
        "Lines that share vertices where one can turn; walked in both directions. Empty: straight "
        "distances."
    )
    return layer("STREETS", tr("Streets and paths"), [LINE], optional=True, help=text)


def land_cover_classes(name="CLASSES", label=None):
    """Declare what the values of a land-cover raster mean."""
    text = tr(
        "nmd2018, nmd2023: Nationella marktäckedata; corine: CORINE Land Cover, numbered 1-44 or "
        "111-523. Groups, and what is built-up or green, are our own choice."
    )
    label = label or tr("Classes of the raster")
    return choice(name, label, ("nmd2018", "nmd2023", "corine"), "nmd2018", help=text)


def own_class_table():
    """Declare a class table of the user's own."""
    text = tr(
        "A CSV file like the plugin's processing/profiles/landcover_nmd2018.csv, with the columns "
        "code and group and, if you like, name_sv, name_en, built_up and green."
    )
    label = tr("Class table of your own")
    return file("CLASS_FILE", label, filter="CSV (*.csv)", optional=True, help=text, advanced=True)


def feed():
    """Declare the timetable feed."""
    text = tr(
        "GTFS as a zip archive, or stops.txt of an unpacked one. A folder with several archives "
        "is read as one timetable."
    )
    anything = "GTFS (*.zip *.txt);;(*)"  # folders too, when typed
    return file("FEED", tr("Timetable (GTFS)"), filter=anything, help=text)


def service_date():
    """Declare the date whose timetable counts."""
    text = tr("Empty: a weekday with normal traffic. A date without traffic is refused.")
    kind = QgsProcessingParameterDateTime.Type.Date
    return _with_help(
        QgsProcessingParameterDateTime("DATE", tr("Date"), kind, None, optional=True), text
    )


def service_days(default=("weekday", "saturday", "sunday")):
    """Declare the day types, and the dates that stand for them."""
    text = tr("Each is described by itself.")
    types = ("weekday", "saturday", "sunday")
    return choice("DAYS", tr("Day types"), types, list(default), several=True, help=text)


def service_dates():
    """Declare the dates that stand for the day types."""
    words = tr(
        "Empty: one date with normal traffic for each day type. Else dates such as 2025-10-07, "
        "2025-10-11, or a period such as 2025-10-01/2025-10-31, whose averages are taken. A date "
        "without traffic is refused."
    )
    return text("DATES", tr("Dates"), optional=True, help=words)


def service_windows(default):
    """Declare the time windows, such as "06-20, 15:30-18"."""
    words = tr(
        "Separated by commas, such as 06-20, 15:30-18; 24-26 is the night after. A window's number "
        "is its place here."
    )
    return text("WINDOWS", tr("Time windows"), default, help=words)


def text_result(name, label):
    """Declare a text that models can use."""
    return QgsProcessingOutputString(name, label)
