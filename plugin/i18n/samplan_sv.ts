<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>samplan</name>
    <message>
        <location filename="../../plugin/pages.py"/>
        <source>Samplan help</source>
        <translation>Hjälp för Samplan</translation>
    </message>
    <message>
        <location filename="../../plugin/pages.py"/>
        <source>About Samplan</source>
        <translation>Om Samplan</translation>
    </message>
    <message>
        <location filename="../../plugin/pages.py"/>
        <source>&lt;img src='{icon}' width='64' height='64'&gt;&lt;h2&gt;Samplan {version}&lt;/h2&gt;&lt;p&gt;A common picture of localities for municipalities and regions that plan together. All tools are in the Processing toolbox, under Samplan.&lt;/p&gt;&lt;p&gt;The demo region is synthetic. Each tool's help cites the definitions and thresholds that it uses.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 2 or later.&lt;/p&gt;&lt;p&gt;&lt;a href='{homepage}'&gt;{homepage}&lt;/a&gt;&lt;/p&gt;</source>
        <translation>&lt;img src='{icon}' width='64' height='64'&gt;&lt;h2&gt;Samplan {version}&lt;/h2&gt;&lt;p&gt;En gemensam bild av orterna för kommuner och regioner som planerar tillsammans. Alla verktyg finns i verktygslådan Geobearbetning, under Samplan.&lt;/p&gt;&lt;p&gt;Demoregionen är påhittad. Varje verktygs hjälp anger källan till de definitioner och gränsvärden som det använder.&lt;/p&gt;&lt;p&gt;Fri programvara enligt GNU General Public License, version 2 eller senare.&lt;/p&gt;&lt;p&gt;&lt;a href='{homepage}'&gt;{homepage}&lt;/a&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../plugin/plugin.py"/>
        <source>Create demo region…</source>
        <translation>Skapa demoregion…</translation>
    </message>
    <message>
        <location filename="../../plugin/plugin.py"/>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>1 Planning database</source>
        <translation>1 Planeringsdatabas</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>2 Localities</source>
        <translation>2 Orter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>3 Locality indicators</source>
        <translation>3 Ortsindikatorer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>4 Typology</source>
        <translation>4 Ortstypologi</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>5 Public transport</source>
        <translation>5 Kollektivtrafik</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>6 Labour market and business</source>
        <translation>6 Arbetsmarknad och näringsliv</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>7 Joint planning</source>
        <translation>7 Samlad planering</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/__init__.py"/>
        <source>8 Maps and reports</source>
        <translation>8 Kartor och rapporter</translation>
    </message>
    <message>
        <location filename="../../processing/crs.py"/>
        <source>The layer '{layer}' has no coordinate reference system. Set it under Layer Properties &gt; Source and run again.</source>
        <translation>Lagret '{layer}' saknar koordinatsystem. Ange det under Lageregenskaper &gt; Källa och kör igen.</translation>
    </message>
    <message>
        <location filename="../../processing/crs.py"/>
        <source>The layer '{layer}' says that it is in {crs}, in degrees, but its coordinates (about {x}, {y}) are metres. Set the layer's right coordinate reference system.</source>
        <translation>Lagret '{layer}' uppges vara i {crs}, i grader, men dess koordinater (omkring {x}, {y}) är meter. Ange lagrets rätta koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../processing/crs.py"/>
        <source>The layer '{layer}' says that it is in {crs}, in metres, but its coordinates (about {x}, {y}) look like degrees. Set the layer's right coordinate reference system, for example EPSG:4326.</source>
        <translation>Lagret '{layer}' uppges vara i {crs}, i meter, men dess koordinater (omkring {x}, {y}) ser ut som grader. Ange lagrets rätta koordinatsystem, till exempel EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../processing/crs.py"/>
        <source>The layer '{layer}' has northing and easting swapped for {crs} (about {x}, {y}). Swap them with the tool 'Swap X and Y coordinates' and run again.</source>
        <translation>Lagret '{layer}' har nord- och östkoordinaten omkastade för {crs} (omkring {x}, {y}). Byt plats på dem med verktyget 'Byt X- och Y-koordinater' och kör igen.</translation>
    </message>
    <message>
        <location filename="../../processing/helptext.py"/>
        <source>Inputs and settings</source>
        <translation>Indata och inställningar</translation>
    </message>
    <message>
        <location filename="../../processing/helptext.py"/>
        <source>Results</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <location filename="../../processing/helptext.py"/>
        <source>Example</source>
        <translation>Exempel</translation>
    </message>
    <message>
        <location filename="../../processing/helptext.py"/>
        <source>Sources</source>
        <translation>Källor</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>The file '{file}' does not exist or cannot be read.</source>
        <translation>Filen '{file}' finns inte eller kan inte läsas.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>The layer given as '{parameter}' could not be opened. Check that the file exists, is complete and is a vector layer.</source>
        <translation>Lagret som angetts som '{parameter}' kunde inte öppnas. Kontrollera att filen finns, är hel och är ett vektorlager.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>Reading '{layer}'</source>
        <translation>Läser '{layer}'</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>Coordinates of the layer '{layer}' cannot be transformed to {crs}: {reason}</source>
        <translation>Koordinaterna i lagret '{layer}' kan inte transformeras till {crs}: {reason}</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>The layer '{layer}' has no field '{field}'. Its fields are: {fields}.</source>
        <translation>Lagret '{layer}' har inget fält '{field}'. Dess fält är: {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>The field '{field}' of the layer '{layer}' holds text, not numbers. Convert it with the tool 'Refactor fields' or choose another field.</source>
        <translation>Fältet '{field}' i lagret '{layer}' innehåller text, inte tal. Omvandla det med verktyget 'Omberäkna fält' eller välj ett annat fält.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>{count} features of '{layer}' have no geometry and were left out.</source>
        <translation>{count} objekt i '{layer}' saknar geometri och togs inte med.</translation>
    </message>
    <message>
        <location filename="../../processing/libraries.py"/>
        <source>{library} {needed} (this QGIS has {found})</source>
        <translation>{library} {needed} (detta QGIS har {found})</translation>
    </message>
    <message>
        <location filename="../../processing/libraries.py"/>
        <source>This tool needs {needed} or newer in QGIS's own Python. On Windows, run the OSGeo4W installer and choose {packages}; on Debian and Ubuntu, install {packages} with apt.</source>
        <translation>Verktyget behöver {needed} eller nyare i QGIS egen Python. I Windows: kör OSGeo4W-installationen och välj {packages}; i Debian och Ubuntu: installera {packages} med apt.</translation>
    </message>
    <message>
        <location filename="../../processing/libraries.py"/>
        <source>A library of QGIS's own Python cannot be loaded ({reason}). It is often two versions of the same library: remove what was installed with pip and repair the QGIS installation.</source>
        <translation>Ett bibliotek i QGIS egen Python kan inte läsas in ({reason}). Ofta beror det på två versioner av samma bibliotek: ta bort det som installerats med pip och reparera QGIS-installationen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/allocation.py"/>
        <source>Counts must be points or polygons, one kind in a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/allocation.py"/>
        <source>The field '{field}' does not hold numbers; choose fields that do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>Choose a flow table, or a field with jobs or employed residents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>The code '{code}' belongs to more than one locality; each needs its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>The flow from '{origin}' to '{destination}' is {persons}; a number of commuters cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>The core '{core}' is neither among the localities nor in the flow table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/edges.py"/>
        <source>Feature {number} is not a polygon. Zones must be polygons.</source>
        <translation>Objekt {number} är inte en polygon. Zoner måste vara polygoner.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/lanes.py"/>
        <source>The raster has more than {most} different values, so it holds measurements, not classes. Choose a land-cover raster.</source>
        <translation>Rastret har fler än {most} olika värden och innehåller alltså mätvärden, inte klasser. Välj ett marktäckeraster.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/lanes.py"/>
        <source>The raster holds decimals such as {value}, so it holds measurements, not classes. Choose a land-cover raster.</source>
        <translation>Rastret innehåller decimaltal som {value} och alltså mätvärden, inte klasser. Välj ett marktäckeraster.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/rasters.py"/>
        <source>The raster's cells have no area. Give the raster a georeference and try again.</source>
        <translation>Rastrets celler har ingen yta. Georeferera rastret och försök igen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/rasters.py"/>
        <source>A raster has rows and columns; this one has {axes} axes.</source>
        <translation>Ett raster har rader och kolumner; detta har {axes} axlar.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/build.py"/>
        <source>Feature {feature} of the street network is not a line; choose a line layer.</source>
        <translation>Objekt {feature} i gatunätet är inte en linje; välj ett linjelager.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/build.py"/>
        <source>The street network has coordinates that are not finite; repair its geometries.</source>
        <translation>Gatunätet har koordinater som inte är ändliga tal; reparera dess geometrier.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/build.py"/>
        <source>The snapping tolerance must be 0 or more, not {tolerance}.</source>
        <translation>Toleransen för snäppning måste vara minst 0, inte {tolerance}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/build.py"/>
        <source>One-way values must be 1 (along the line), -1 (against it) or 0 (both ways), not {value}.</source>
        <translation>Värden för enkelriktning måste vara 1 (längs linjen), -1 (mot den) eller 0 (båda hållen), inte {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/search.py"/>
        <source>The greatest distance or time must be a positive number, not {limit}.</source>
        <translation>Det största avståndet eller den längsta tiden måste vara ett positivt tal, inte {limit}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/snap.py"/>
        <source>The snapping limit must be positive, not {limit}.</source>
        <translation>Gränsen för snäppning måste vara positiv, inte {limit}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/population.py"/>
        <source>The age classes '{younger}' and '{older}' overlap; choose classes in which each age occurs once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/population.py"/>
        <source>Give the years between the earlier and the later population.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/population.py"/>
        <source>The field '{field}' does not name an age class; names such as p0_5, 0-4, p80_ or 80+ do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/ratios.py"/>
        <source>The later year must come after the earlier one; there are {years} years between them.</source>
        <translation>Det senare året måste komma efter det tidigare; det är {years} år mellan dem.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/linking.py"/>
        <source>The largest gap must be a positive distance, not {gap}.</source>
        <translation>Det största avståndet mellan hus måste vara ett positivt avstånd, inte {gap}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/linking.py"/>
        <source>Some buildings have coordinates that are not numbers; repair them first.</source>
        <translation>Några byggnader har koordinater som inte är tal; reparera dem först.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/linking.py"/>
        <source>A gap of {gap} m is too small for data {extent:.0f} m across; check the coordinates.</source>
        <translation>Avståndet {gap} m är för litet för data som är {extent:.0f} m tvärs över; kontrollera koordinaterna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The feed '{feed}' has no file '{file}'. Every GTFS feed must hold it; fetch the feed again or ask its publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>'{file}' in the feed '{feed}' cannot be unpacked: {reason}. Fetch the feed again; the download may have stopped half-way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>There is no feed at '{path}'. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>'{feed}' is neither a zip archive nor a folder with GTFS files. Fetch the feed again; the download may have stopped half-way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The archive '{feed}' is refused: its member '{member}' {problem}. Fetch the feed again from its publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The archive '{feed}' holds several feeds: '{first}' and '{second}'. Unpack it and give one folder at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../processing/outputs.py"/>
        <source>Writing '{output}'</source>
        <translation>Skriver '{output}'</translation>
    </message>
    <message>
        <location filename="../../processing/outputs.py"/>
        <source>Shapefile keeps ten characters of a field name; these are cut: {fields}. Choose GeoPackage to keep them.</source>
        <translation>Shapefile behåller tio tecken av ett fältnamn; dessa kortas: {fields}. Välj GeoPackage för att behålla dem.</translation>
    </message>
    <message>
        <location filename="../../processing/outputs.py"/>
        <source>'{path}' cannot be written ({reason}). Choose a folder where you may write, and close programs that have the file open.</source>
        <translation>'{path}' kan inte skrivas ({reason}). Välj en mapp där du får skriva och stäng program som har filen öppen.</translation>
    </message>
    <message>
        <location filename="../../processing/sinks.py"/>
        <source>Row {row} could not be written: {reason}</source>
        <translation>Rad {row} kunde inte skrivas: {reason}</translation>
    </message>
</context>
</TS>
