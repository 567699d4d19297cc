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
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Municipalities</source>
        <translation>Kommuner</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Place names</source>
        <translation>Ortnamn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Localities 2020, roughly</source>
        <translation>Tätorter 2020, ungefärliga</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Buildings</source>
        <translation>Byggnader</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Residents</source>
        <translation>Boende</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Workplaces</source>
        <translation>Arbetsställen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Services</source>
        <translation>Serviceställen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Streets and roads</source>
        <translation>Gator och vägar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Railways</source>
        <translation>Järnvägar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Water</source>
        <translation>Vatten</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Parks and sports grounds</source>
        <translation>Parker och idrottsplatser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Planned areas</source>
        <translation>Planerade områden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Sector interests</source>
        <translation>Sektorsintressen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Commuting</source>
        <translation>Pendling</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Create demo region</source>
        <translation>Skapa demoregion</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Writes a synthetic region after five municipalities around Linköping into a folder: a GeoPackage with buildings, residents, workplaces, services, streets and plans, a land cover raster, statistics as PX files and a timetable as GTFS. The same seed gives the same region.</source>
        <translation>Skapar en påhittad region, med fem kommuner kring Linköping som förebild, i en mapp: en GeoPackage med byggnader, boende, arbetsställen, serviceställen, gator och planer, ett marktäckeraster, statistik som PX-filer och en tidtabell som GTFS. Samma slumpfrö ger samma region.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>tiny: a few places, in seconds; region: 100 000 buildings, in a minute.</source>
        <translation>tiny: några få orter, på några sekunder; region: 100 000 byggnader, på en minut.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Another seed gives another region on the same map.</source>
        <translation>Ett annat slumpfrö ger en annan region på samma karta.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Files of the same names are replaced.</source>
        <translation>Filer med samma namn ersätts.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Seed (number)</source>
        <translation>Slumpfrö (tal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Folder</source>
        <translation>Mapp</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/database/demoregion.py"/>
        <source>Synthetic data for practice. Municipalities, localities and their populations: Statistics Sweden, 2020 (CC0).</source>
        <translation>Påhittade data för övning. Kommuner, tätorter och deras folkmängd: SCB, 2020 (CC0).</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Employment and commuting indicators</source>
        <translation>Indikatorer för sysselsättning och pendling</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Adds jobs, employed residents, job ratio, self-containment, in- and out-commuting, main destination and dependence on the core to each locality, from a table of commuting flows and, where there are any, from workplaces and residents.</source>
        <translation>Lägger till arbetstillfällen, förvärvsarbetande boende, arbetsplatskvot, andel som bor och arbetar i orten, in- och utpendling, största utpendlingsmål och beroende av kärnan för varje ort, från en tabell med pendlingsflöden och, om de finns, från arbetsställen och boende.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Table with a row per home and workplace, for one year (filter it first). Places outside the localities count in the sums.</source>
        <translation>Tabell med en rad per bostadsort och arbetsort, för ett år (filtrera den först). Platser utanför orterna räknas med i summorna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Points or cells with employees. Empty: jobs are the flows to a place.</source>
        <translation>Punkter eller rutor med anställda. Tomt: arbetstillfällena är flödena till en plats.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Points or cells with employed residents. Empty: the flows from a place.</source>
        <translation>Punkter eller rutor med förvärvsarbetande boende. Tomt: flödena från en plats.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Fields whose sum is the inhabitants of working age, for the rate.</source>
        <translation>Fält vars summa är antalet invånare i arbetsför ålder, för sysselsättningsgraden.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Place on which dependence is measured. Empty: where most commute to.</source>
        <translation>Plats som beroendet mäts mot. Tomt: den dit flest pendlar.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>The localities with these fields added, those that the data allow:</source>
        <translation>Orterna med dessa fält tillagda, de som indata räcker till:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Employed residents</source>
        <translation>Förvärvsarbetande boende</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Code of the workplace</source>
        <translation>Arbetsortens kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Inhabitants aged 20-64</source>
        <translation>Invånare 20–64 år</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Commuting flows</source>
        <translation>Pendlingsflöden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Code of the home</source>
        <translation>Bostadsortens kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Name of the workplace</source>
        <translation>Arbetsortens namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Commuters</source>
        <translation>Pendlare</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Employees</source>
        <translation>Anställda</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Code of the core</source>
        <translation>Kärnortens kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>Localities with employment</source>
        <translation>Orter med sysselsättning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>{count} pairs of places occur more than once and were added up.</source>
        <translation>{count} par av platser förekommer flera gånger och har summerats.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>No locality's code is in the flows, so none has any commuting. Choose the field with the codes, or delineate with earlier localities, which keep theirs.</source>
        <translation>Ingen orts kod finns i pendlingstabellen, så ingen ort får någon pendling. Välj fältet med koderna, eller avgränsa med tidigare orter, som behåller sina.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/employmentindicators.py"/>
        <source>{count} places in the flows are not localities here: {codes}</source>
        <translation>{count} platser i flödena finns inte bland orterna här: {codes}</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Access to green areas</source>
        <translation>Tillgång till grönområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Adds accessible green areas of at least 0.5 ha, square metres of them per inhabitant, and the share of inhabitants with such green within 300 m, straight and on the streets, from a layer of green areas, a land-cover raster or both.</source>
        <translation>Lägger till tillgängliga grönområden på minst 0,5 ha, kvadratmeter grönyta per invånare samt andelen invånare med sådan grönyta inom 300 m, fågelvägen och längs gatorna, från ett lager med grönområden, ett marktäckeraster eller båda.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Areas that anybody may enter; those that touch count as one. Green outside the localities is near too.</source>
        <translation>Områden som alla har tillträde till; de som gränsar till varandra räknas som ett. Även grönområden utanför orterna kan vara nära.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>A land-cover raster in metres, whose green classes count as accessible; the computation then runs in its reference system.</source>
        <translation>Ett marktäckeraster i meter, vars gröna klasser räknas som tillgängliga; beräkningen görs då i rastrets koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Streets and paths, walked in both directions; a street within 25 m of a green area leads to it, our own choice. Empty: straight distances only.</source>
        <translation>Gator och gångvägar, där man går i båda riktningarna; en gata inom 25 m från ett grönområde leder till det, vårt eget val. Tomt: bara avstånd fågelvägen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Smaller areas do not count.</source>
        <translation>Mindre områden räknas inte.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>The localities with these fields added, the last one with streets:</source>
        <translation>Orterna med dessa fält tillagda, det sista med gator:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Near is within</source>
        <translation>Nära är inom</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Smallest green area (ha)</source>
        <translation>Minsta grönområde (ha)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Green areas</source>
        <translation>Grönområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Land cover</source>
        <translation>Marktäcke</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/greenaccess.py"/>
        <source>Localities with green</source>
        <translation>Orter med grönyta</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Housing indicators</source>
        <translation>Bostadsindikatorer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Adds dwellings by kind of building, tenure and building period, holiday homes among houses, completed dwellings per 1,000 inhabitants, housing pressure and household size to each locality, from a layer of buildings and, where there is one, of residents.</source>
        <translation>Lägger till bostäder efter hustyp, upplåtelseform och byggperiod, fritidshus bland småhus, färdigställda bostäder per 1 000 invånare, bostadstryck och hushållsstorlek för varje ort, från ett lager med byggnader och, om det finns, ett med boende.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Footprints or points; a building counts whole where its centre lies.</source>
        <translation>Byggnadsytor eller punkter; en byggnad räknas helt där dess mittpunkt ligger.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Purpose as Lantmäteriet writes it: Bostad;Småhus..., Bostad;Flerfamiljshus. In other homes, three dwellings or more make an apartment building.</source>
        <translation>Ändamål som Lantmäteriet skriver det: Bostad;Småhus..., Bostad;Flerfamiljshus. För övriga bostäder gäller att tre lägenheter eller fler är ett flerbostadshus.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>hyresrätt, bostadsrätt or äganderätt, or rental, cooperative or owned.</source>
        <translation>hyresrätt, bostadsrätt eller äganderätt, eller rental, cooperative eller owned.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>1 or yes for a holiday home; it counts only in the share of holiday homes.</source>
        <translation>1 eller ja för ett fritidshus; det räknas bara i andelen fritidshus.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Dwellings built in so many years up to the last one count as completed. For the housing pressure, the earlier number of inhabitants is from the start of these years.</source>
        <translation>Bostäder byggda under så många år, till och med det sista, räknas som färdigställda. För bostadstrycket gäller det tidigare antalet invånare vid början av dessa år.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Empty: the latest year of building in the layer.</source>
        <translation>Tomt: det senaste byggåret i lagret.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Inhabitants at the start of the years of building, for housing pressure.</source>
        <translation>Invånare när byggåren börjar, för bostadstrycket.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Years of building (years)</source>
        <translation>Byggår (antal år)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Number of inhabitants earlier</source>
        <translation>Antal invånare tidigare</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Year of building</source>
        <translation>Byggår</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Dwellings</source>
        <translation>Bostäder</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Purpose</source>
        <translation>Ändamål</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Tenure</source>
        <translation>Upplåtelseform</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Holiday home</source>
        <translation>Fritidshus</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Households</source>
        <translation>Hushåll</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Last of these years (year)</source>
        <translation>Sista byggåret (årtal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/housingindicators.py"/>
        <source>Localities with housing</source>
        <translation>Orter med bostäder</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Land-cover indicators</source>
        <translation>Marktäckeindikatorer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Adds built-up, green, farm, forest and water shares and the mix of land uses to each locality from a land-cover raster and, with an earlier raster, the land taken for building, in all and per new inhabitant and dwelling.</source>
        <translation>Lägger till andelar bebyggd mark, grön mark, jordbruksmark, skog och vatten samt markanvändningsmix för varje ort från ett marktäckeraster och, med ett tidigare raster, den mark som exploaterats, totalt och per ny invånare och bostad.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Land cover now: whole-number classes, in any reference system.</source>
        <translation>Marktäcke nu: klasser som heltal, i valfritt koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>centre: cells whose centres lie inside; area: cells on the border in part.</source>
        <translation>centre: celler vars mittpunkt ligger innanför; area: celler på gränsen räknas till den del som ligger innanför.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Land cover earlier, on the same grid, for the change.</source>
        <translation>Tidigare marktäcke, i samma rutnät, för förändringen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Inhabitants added between the two rasters, for land take per inhabitant.</source>
        <translation>Nya invånare mellan de två rastren, för exploatering per invånare.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Dwellings added between the two rasters, for land take per dwelling.</source>
        <translation>Nya bostäder mellan de två rastren, för exploatering per bostad.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>The localities with these fields added; the last ones with an earlier raster, those of groups as the class table has them:</source>
        <translation>Orterna med dessa fält tillagda; de sista med ett tidigare raster, gruppernas fält efter klasstabellen:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>A row per locality and class:</source>
        <translation>En rad per ort och klass:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>A row per locality and pair of groups, with an earlier raster:</source>
        <translation>En rad per ort och par av grupper, med ett tidigare raster:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>New inhabitants</source>
        <translation>Nya invånare</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Earlier land cover</source>
        <translation>Tidigare marktäcke</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Classes of the earlier raster</source>
        <translation>Klasser i det tidigare rastret</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Cells on the border</source>
        <translation>Celler på gränsen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>New dwellings</source>
        <translation>Nya bostäder</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Localities with land cover</source>
        <translation>Orter med marktäcke</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Land cover by class</source>
        <translation>Marktäcke per klass</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landcoverindicators.py"/>
        <source>Land-cover change</source>
        <translation>Förändring av marktäcket</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>Landscape metrics</source>
        <translation>Landskapsmått</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>Adds number, size, shape, edges and connectedness of patches, and diversity and contagion of classes, to each locality from a land-cover raster, as FRAGSTATS defines them. Without localities, the whole raster is one landscape and the result a table.</source>
        <translation>Lägger till fläckarnas antal, storlek, form, kanter och sammanhållning samt klassernas mångfald och hopklumpning för varje ort från ett marktäckeraster, så som FRAGSTATS definierar dem. Utan orter är hela rastret ett landskap och resultatet en tabell.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>Whole-number classes, in metres; cells without data are no landscape.</source>
        <translation>Klasser som heltal, i meter; celler utan data hör inte till landskapet.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>Landscapes: cells whose centres lie inside. All fields are kept.</source>
        <translation>Landskapen: celler vars mittpunkt ligger innanför. Alla fält behålls.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>What the values mean, for names and groups.</source>
        <translation>Vad värdena betyder, för namn och grupper.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>8: cells that touch at a corner are one patch; 4: only by sides.</source>
        <translation>8: celler som möts i ett hörn är samma fläck; 4: bara längs sidorna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>The localities with these fields added:</source>
        <translation>Orterna med dessa fält tillagda:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>Localities</source>
        <translation>Orter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>Neighbours of a cell</source>
        <translation>Cellens grannar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/landscapemetrics.py"/>
        <source>Metrics by class</source>
        <translation>Mått per klass</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Population indicators</source>
        <translation>Befolkningsindikatorer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Adds population, density per hectare of land, growth, age shares, dependency ratios, mean age and ageing index to each locality, from address points, grid cells or a table.</source>
        <translation>Lägger till folkmängd, täthet per hektar land, tillväxt, åldersandelar, försörjningskvoter, medelålder och åldrandeindex för varje ort, från adresspunkter, rutor eller en tabell.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Address points, grid cells (counted by the share of their area inside) or a table with one or more rows per locality.</source>
        <translation>Adresspunkter, rutor (räknas efter den andel av ytan som ligger innanför) eller en tabell med en eller flera rader per ort.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Inhabitants at each point, in each cell or row.</source>
        <translation>Invånare vid varje punkt, i varje ruta eller rad.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Inhabitants per age class, in fields named like p0_5, 65-79 or p80_. Empty: the fields with such names. A class that crosses a limit is split evenly.</source>
        <translation>Invånare per åldersklass, i fält med namn som p0_5, 65-79 eller p80_. Tomt: fälten med sådana namn. En klass som går över en gräns delas jämnt.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Inhabitants in an earlier year, for growth.</source>
        <translation>Invånare ett tidigare år, för tillväxten.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Years from the earlier count to the later one.</source>
        <translation>Antal år från den tidigare folkmängden till den senare.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Only for a table: the code of the locality that a row is about.</source>
        <translation>Bara för en tabell: koden för den ort som raden gäller.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Number of inhabitants</source>
        <translation>Antal invånare</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Locality code in the table</source>
        <translation>Ortskod i tabellen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Population</source>
        <translation>Befolkning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Age classes</source>
        <translation>Åldersklasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Years between (years)</source>
        <translation>År emellan (antal år)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>Localities with population</source>
        <translation>Orter med befolkning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/populationindicators.py"/>
        <source>{count} inhabitants live outside the localities.</source>
        <translation>{count} invånare bor utanför orterna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Service indicators</source>
        <translation>Serviceindikatorer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Adds service breadth and degree by a checklist, the list of missing services, centrality and level in the hierarchy of centres, and the number of outlets and the inhabitants' mean distance to the nearest of each type, straight or on the streets.</source>
        <translation>Lägger till servicebredd och servicegrad enligt en checklista, en lista över service som saknas, centralitet och nivå i centrumhierarkin samt antalet serviceställen och invånarnas medelavstånd till närmaste ställe av varje typ, fågelvägen eller längs gatorna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>A point per outlet. An export from Pipos becomes points by the tool 'Create points layer from table': X, Y, SWEREF 99 TM; Serviceform is the type.</source>
        <translation>En punkt per serviceställe. En export från Pipos blir punkter med verktyget 'Skapa punktlager från tabell': X, Y, SWEREF 99 TM; Serviceform är typen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Key, code or name of the service in the checklist, in Swedish or English.</source>
        <translation>Tjänstens nyckel, kod eller namn i checklistan, på svenska eller engelska.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Only where all outlets are of one type, as in a file from Pipos.</source>
        <translation>Bara när alla serviceställen är av samma typ, som i en fil från Pipos.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Outlets this near the locality count as its own.</source>
        <translation>Serviceställen så här nära orten räknas som ortens egna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Homes that distances are measured from. Empty: from within the locality.</source>
        <translation>Bostäder som avstånden mäts från. Tomt: från en plats inom orten.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>A CSV file like the plugin's processing/profiles/services.csv: key, code, weight, names and, if you like, also: other words for the type, and cap: outlets beyond which more add nothing to the depth. The plugin's types and weights are our own choice.</source>
        <translation>En CSV-fil som insticksprogrammets processing/profiles/services.csv: key, code, weight, namn och, om du vill, also: andra ord för typen, och cap: antal ställen utöver vilket fler inte ökar djupet. Insticksprogrammets typer och vikter är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Into so many levels the centres are parted where they differ the most.</source>
        <translation>Centrumen delas in i så många nivåer, med gränser där de skiljer sig mest åt.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>The localities with these fields added (n: outlets, d: distance):</source>
        <translation>Orterna med dessa fält tillagda (n: antal serviceställen, d: avstånd):</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Type of all outlets</source>
        <translation>Typ för alla serviceställen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Type of service</source>
        <translation>Typ av service</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Outlets counted outside</source>
        <translation>Avstånd utanför orten där serviceställen räknas</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Own checklist</source>
        <translation>Egen checklista</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Levels of centres (number)</source>
        <translation>Nivåer i centrumhierarkin (antal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/serviceindicators.py"/>
        <source>Localities with service</source>
        <translation>Orter med service</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Urban-form indicators</source>
        <translation>Indikatorer för bebyggelsestruktur</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Adds compactness of the outline, floor space and ground space index, storeys, open space and mix of building sizes, density gradient, distance to the centre and sparse living, how the streets connect, and land taken since an earlier delineation.</source>
        <translation>Lägger till ytans kompakthet, exploateringstal och byggnadsgrad, våningstal, friyta och blandning av byggnadsstorlekar, täthetsgradient, avstånd till centrum och glest boende, hur gatorna hänger samman samt mark som tagits i anspråk sedan en tidigare avgränsning.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Footprints; a building belongs where a point inside it lies.</source>
        <translation>Byggnadsytor; en byggnad hör till den ort där en punkt inom byggnaden ligger.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Storeys. A building without counts as one storey, our own choice.</source>
        <translation>Antal våningar. En byggnad utan uppgift räknas som en våning, vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>The first point inside a locality. Empty: the inhabitants' mean position.</source>
        <translation>Den första punkten inom en ort. Tomt: invånarnas genomsnittliga läge.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>An earlier delineation, matched by code, for the land taken.</source>
        <translation>En tidigare avgränsning, som paras ihop via koden, för den mark som tagits i anspråk.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>For land per new inhabitant; the later count is the residents.</source>
        <translation>För mark per ny invånare; det senare antalet är de boende.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>The default is the density of an urban centre by the degree of urbanisation.</source>
        <translation>Förvalt är tätheten i en stadskärna enligt urbaniseringsgraden (DEGURBA).</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Sparse below (inhabitants/ha)</source>
        <translation>Glest under (invånare/ha)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Storeys</source>
        <translation>Våningar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Lines that share vertices where they meet.</source>
        <translation>Linjer som delar brytpunkter där de möts.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Centres</source>
        <translation>Centrum</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Earlier localities</source>
        <translation>Tidigare orter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Code field</source>
        <translation>Fält med kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/indicators/urbanformindicators.py"/>
        <source>Localities with urban form</source>
        <translation>Orter med bebyggelsestruktur</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Degree of urbanisation</source>
        <translation>Urbaniseringsgrad</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Classifies cells of 1 km2 by Eurostat's degree of urbanisation, level 1 and 2, outlines urban centres, urban clusters and rural land with their inhabitants, and classifies local units such as municipalities by where their inhabitants live.</source>
        <translation>Klassar rutor på 1 km2 enligt Eurostats urbaniseringsgrad, nivå 1 och 2, avgränsar stadskärnor, tätortskluster och landsbygd med deras invånare och klassar lokala områden, till exempel kommuner, efter var invånarna bor.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Address points or cells of 1 km2; cells that are not there are empty.</source>
        <translation>Adresspunkter eller rutor på 1 km2; rutor som saknas är tomma.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Taken from the land of the cells, with a layer of the population.</source>
        <translation>Dras av från rutornas landyta, om befolkningen är ett lager.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Instead of a layer: inhabitants per cell of 1 km2.</source>
        <translation>I stället för ett lager: invånare per ruta på 1 km2.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Share (0-1) or square metres of permanent land per cell of the raster.</source>
        <translation>Andel (0-1) eller kvadratmeter permanent land per cell i rastret.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Share (0-1) or square metres of built-up land per cell of the raster.</source>
        <translation>Andel (0-1) eller kvadratmeter bebyggd mark per cell i rastret.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Municipalities, DeSO or other areas that together cover the land.</source>
        <translation>Kommuner, DeSO eller andra områden som tillsammans täcker landytan.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Rules of GHSL 2023 or 2022; they differ in the majority rule.</source>
        <translation>Regler enligt GHSL 2023 eller 2022; de skiljer sig i majoritetsregeln.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>area: a cell's inhabitants by its area in the unit; centre: whole cells.</source>
        <translation>area: en rutas invånare efter den del av ytan som ligger i området; centre: hela rutor.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>A JSON file with settings of your own, like the plugin's degurba.json.</source>
        <translation>En JSON-fil med egna inställningar, som insticksprogrammets degurba.json.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Contiguous areas of one class, level 1, with these fields:</source>
        <translation>Sammanhängande områden av en klass, nivå 1, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Contiguous areas of one class, level 2, with these fields:</source>
        <translation>Sammanhängande områden av en klass, nivå 2, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Cells with inhabitants or in urban clusters, with these fields:</source>
        <translation>Rutor med invånare eller i tätortskluster, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>The units with these fields added, by the rules of July 2024:</source>
        <translation>Områdena med dessa fält tillagda, enligt reglerna från juli 2024:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Cells on the border of units</source>
        <translation>Rutor på gränsen mellan områden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Areas, level 2</source>
        <translation>Områden, nivå 2</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Classified units</source>
        <translation>Klassade lokala områden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Inhabitants</source>
        <translation>Invånare</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Local units</source>
        <translation>Lokala områden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Population raster</source>
        <translation>Befolkningsraster</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Land raster</source>
        <translation>Landraster</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Built-up raster</source>
        <translation>Bebyggelseraster</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Own profile</source>
        <translation>Egen profil</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/degreeofurbanisation.py"/>
        <source>Cells</source>
        <translation>Rutor</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Largest gap between buildings (m)</source>
        <translation>Största avstånd mellan byggnader (m)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Smallest population (inhabitants)</source>
        <translation>Minsta folkmängd (invånare)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Largest share of holiday homes (%)</source>
        <translation>Största andel fritidshus (%)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Smallest building (m2)</source>
        <translation>Minsta byggnad (m2)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Ground kept around buildings (m)</source>
        <translation>Mark som behålls kring byggnader (m)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Holes smaller than this are filled (ha)</source>
        <translation>Hål mindre än så fylls (ha)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Largest gap across bridging land (m)</source>
        <translation>Största avstånd över sammanbindande mark (m)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Largest width of water that bridges (m)</source>
        <translation>Största bredd på vatten som binder samman (m)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Delineate localities</source>
        <translation>Avgränsa orter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Finds localities by the classic Swedish rule: buildings at most 200 m apart with at least 200 inhabitants, or by the rules for small localities, holiday-home areas or your own. A transparent approximation: Statistics Sweden has not published its method since 2015.</source>
        <translation>Hittar tätorter enligt den klassiska svenska regeln: byggnader med högst 200 m mellan sig och minst 200 invånare, eller enligt reglerna för småorter, fritidshusområden eller egna regler. En öppet redovisad uppskattning: SCB har inte publicerat sin metod sedan 2015.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Footprints, linked from edge to edge, or points.</source>
        <translation>Byggnadsytor, som länkas från kant till kant, eller punkter.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Purpose of each building; the profile says which purposes count.</source>
        <translation>Varje byggnads ändamål; profilen anger vilka ändamål som räknas.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>1 or yes for a holiday home.</source>
        <translation>1 eller ja för ett fritidshus.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Address points, or cells counted by the share of their area inside.</source>
        <translation>Adresspunkter, eller rutor som räknas efter den andel av ytan som ligger innanför.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>tatort: locality, gap 200 m, at least 200 inhabitants; smaort: small locality, 150 m, 50-199; holiday: holiday-home area, 150 m, at least 50 holiday homes.</source>
        <translation>tatort: tätort, avstånd 200 m, minst 200 invånare; smaort: småort, 150 m, 50–199; holiday: fritidshusområde, 150 m, minst 50 fritidshus.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>A JSON file with settings of your own, like the plugin's settlement.json.</source>
        <translation>En JSON-fil med egna inställningar, som insticksprogrammets settlement.json.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Taken from the land area; narrow water can bridge.</source>
        <translation>Dras av från landarealen; smalt vatten kan binda samman.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Parks, sports grounds, cemeteries and the like, which hold together what they part.</source>
        <translation>Parker, idrottsplatser, kyrkogårdar och liknande, som håller ihop den bebyggelse de skiljer åt.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>A locality belongs where most of its area is.</source>
        <translation>En ort hör till den kommun där störst del av dess yta ligger.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Place names; the one inside, else the nearest, names the locality.</source>
        <translation>Ortnamn; det som ligger inom orten, annars det närmaste, ger orten dess namn.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>An earlier delineation, from which localities keep their codes.</source>
        <translation>En tidigare avgränsning, från vilken orterna behåller sina koder.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Their buildings are left out: give the localities before small localities.</source>
        <translation>Deras byggnader tas inte med: ange tätorterna när du avgränsar småorter.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Empty, as in the settings below: the profile's.</source>
        <translation>Tomt, här och i inställningarna nedan: profilens värde.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Polygons with these fields:</source>
        <translation>Polygoner med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>All buildings, with the code of their locality:</source>
        <translation>Alla byggnader, med koden för sin ort:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Name field</source>
        <translation>Fält med namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Bridging land</source>
        <translation>Sammanbindande mark</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Rank of the name</source>
        <translation>Namnets rang</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Localities already found</source>
        <translation>Redan avgränsade orter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>Buildings with locality</source>
        <translation>Byggnader med ort</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/delineatelocalities.py"/>
        <source>No group of buildings meets the rule.</source>
        <translation>Ingen grupp av byggnader uppfyller regeln.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Functional localities</source>
        <translation>Funktionella orter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Unites localities, small localities, holiday-home areas and facility areas whose surroundings meet, such as a place that a river splits. Name and class come from the member of the highest rank, then the largest; codes stay from one time to the next.</source>
        <translation>Förenar tätorter, småorter, fritidshusområden och verksamhetsområden vars omgivningar möts, till exempel en ort som en å delar. Namn och klass kommer från medlemmen med högst rang, därefter den största; koderna består från gång till gång.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Settlements of the highest rank (tätorter).</source>
        <translation>Bebyggelseområden av högsta rang (tätorter).</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Second rank (småorter); fields of the same names as in the first layer.</source>
        <translation>Andra rangen (småorter); fält med samma namn som i det första lagret.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Third rank; fields of the same names as in the first layer.</source>
        <translation>Tredje rangen; fält med samma namn som i det första lagret.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Lowest rank; fields of the same names as in the first layer.</source>
        <translation>Lägsta rangen; fält med samma namn som i det första lagret.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Ground around each settlement; settlements whose grounds meet are united.</source>
        <translation>Mark kring varje bebyggelseområde; områden vars mark möts förenas.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>A row per pair of settlements to join, however far, or to keep apart. A code that is in several layers is followed by the kind in the later ones: 0580L001-smaort.</source>
        <translation>En rad per par av bebyggelseområden som ska förenas, hur långt ifrån varandra de än ligger, eller hållas isär. En kod som finns i flera lager följs i de senare av typen: 0580L001-smaort.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>join (or ihop) and apart (or isär).</source>
        <translation>join (eller ihop) och apart (eller isär).</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Members from an earlier run: a place keeps the code that most of its inhabitants had.</source>
        <translation>Medlemmar från en tidigare körning: en ort behåller den kod som flest av dess invånare hade.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>A row per settlement, with the code of its functional locality:</source>
        <translation>En rad per bebyggelseområde, med koden för dess funktionella ort:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Code of a settlement</source>
        <translation>Bebyggelseområdets kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Code of the other settlement</source>
        <translation>Det andra bebyggelseområdets kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Earlier members</source>
        <translation>Tidigare medlemmar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Buffer</source>
        <translation>Buffert</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Small localities</source>
        <translation>Småorter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Holiday-home areas</source>
        <translation>Fritidshusområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Facility areas</source>
        <translation>Verksamhetsområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Pairs to join or part</source>
        <translation>Par att förena eller hålla isär</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Join or apart</source>
        <translation>Förena eller hålla isär</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/localities/functionallocalities.py"/>
        <source>Members</source>
        <translation>Medlemmar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Planning project and map</source>
        <translation>Planeringsprojekt och karta</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Gathers results and background in a QGIS project with named groups, the layers' own styles and a print layout with title, legend, scale bar and sources, and saves the map as a picture.</source>
        <translation>Samlar resultat och bakgrund i ett QGIS-projekt med namngivna grupper, lagrens egna stilar och en utskriftslayout med rubrik, teckenförklaring, skalstock och källor, och sparar kartan som bild.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Stored layers. Results of Samplan's tools come on top, grouped by tool; other layers become the background.</source>
        <translation>Lagrade lager. Resultat från Samplans verktyg läggs överst, grupperade efter verktyg; övriga lager blir bakgrund.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Title of the project and of the map.</source>
        <translation>Rubrik för projektet och kartan.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>150 suits a screen, 300 print on A3.</source>
        <translation>150 räcker för skärmen, 300 för tryck i A3.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Project file; it finds the layers by paths relative to itself.</source>
        <translation>Projektfil; den hittar lagren med sökvägar i förhållande till sig själv.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>The print layout's page.</source>
        <translation>Utskriftslayoutens sida.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Resolution of the picture (dots per inch)</source>
        <translation>Bildens upplösning (punkter per tum)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Map as a picture</source>
        <translation>Karta som bild</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Layers</source>
        <translation>Lager</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>Localities and their types</source>
        <translation>Orterna och deras typer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/maps/planningproject.py"/>
        <source>QGIS project</source>
        <translation>QGIS-projekt</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Accessibility</source>
        <translation>Tillgänglighet</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Adds to places what can be reached from them, and how soon: jobs, dwellings, shops or services within given times, weighted by time, the nearest ones, the time to reach a number, supply per person, and a score of 0 to 5; also there and back, and how evenly it is spread over people.</source>
        <translation>Lägger till vad som nås från platser, och hur snabbt: arbetstillfällen, bostäder, handel eller service inom givna tider, vägt med restiden, de närmaste, tiden för att nå ett antal, utbud per person och en poäng från 0 till 5; även tur och retur, och hur jämnt det är fördelat mellan människor.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Modes that may be used, with commas between; of several the fastest counts. Only where the table has a field of modes.</source>
        <translation>Färdsätt som får användas, med kommatecken emellan; av flera räknas det snabbaste. Bara om tabellen har ett fält med färdsätt.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>The way home, with fields of the same names: from the destinations to the places. What is reached must then be reached within the time, and home again: the longer of the two counts, such as arriving by 08:00 and returning after 17:00.</source>
        <translation>Vägen hem, med fält med samma namn: från målpunkterna till platserna. Det som nås ska då nås inom tiden, och hemmet likaså: den längre av de två räknas, till exempel framme före 08:00 och hem efter 17:00.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Localities, cells or points that get the fields; all others are kept.</source>
        <translation>Orter, rutor eller punkter som får fälten; alla andra fält behålls.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>The same codes as in the travel times. Empty: loc_code or id.</source>
        <translation>Samma koder som i restiderna. Tomt: loc_code eller id.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Who reaches: for supply per person, and for the tables.</source>
        <translation>De som ska nå målpunkterna: för utbud per person och för tabellerna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>What is reached: a layer, or a table with codes. Empty: the places themselves, with their fields jobs, pop, dwellings and serv_n, as far as they have them. A place counts for itself where the travel times have that pair.</source>
        <translation>Det som nås: ett lager, eller en tabell med koder. Tomt: platserna själva, med sina fält jobs, pop, dwellings och serv_n i den mån de finns. En plats räknas för sig själv om restiderna har det paret.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>The same codes as in the travel times; rows with the same code are summed. Empty: each destination counts at the place it lies in, or at the nearest one.</source>
        <translation>Samma koder som i restiderna; rader med samma kod summeras. Tomt: varje målpunkt räknas på den plats den ligger i, eller på den närmaste.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Jobs, dwellings, floor space... Empty: each destination counts one.</source>
        <translation>Arbetstillfällen, bostäder, lokalyta ... Tomt: varje målpunkt räknas som en.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Each kind, such as school and shop, is measured by itself.</source>
        <translation>Varje slag, som skola och butik, mäts för sig.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>cumulative: how many within the times; gravity: each counts less with time, by the decay; nearest: time to the nearest; dual: time to reach numbers of them; fca: supply per person, shared with all who reach it (floating catchment areas); score: 0 to 5 by time and choice.</source>
        <translation>cumulative: hur många inom tiderna; gravity: var och en räknas mindre med tiden, enligt avtagandet; nearest: restid till närmaste; dual: restid för att nå antal av dem; fca: utbud per person, delat med alla som når det (flytande upptagningsområden); score: 0 till 5 efter tid och urval.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>For gravity and fca. binary with fca is the two-step method (2SFCA).</source>
        <translation>För gravity och fca. binary med fca är tvåstegsmetoden (2SFCA).</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>exponential: rate per minute (0.05); power: exponent (1); gaussian: standard deviation in minutes (20); logistic: middle in minutes (30); binary: minutes (30). Empty: the number in brackets, our own choice.</source>
        <translation>exponential: avtagande per minut (0,05); power: exponent (1); gaussian: standardavvikelse i minuter (20); logistic: mitt i minuter (30); binary: minuter (30). Tomt: talet inom parentes, vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>For nearest: 1 is the nearest, 2 the second nearest.</source>
        <translation>För nearest: 1 är den närmaste, 2 den näst närmaste.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>For dual, with commas between.</source>
        <translation>För dual, med kommatecken emellan.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>For cumulative; longer than the last is too long in the tables.</source>
        <translation>För cumulative; längre än den sista är för långt i tabellerna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>balanced: neither demand nor supply grows with the number of places.</source>
        <translation>balanced: varken efterfrågan eller utbud växer med antalet platser.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>A changed copy of the plugin's processing/profiles/accessibility.json, with the rules and weights of the score for each kind. The scale is Göteborg's; its thresholds are our own choice.</source>
        <translation>En ändrad kopia av insticksprogrammets processing/profiles/accessibility.json, med poängens regler och vikter för varje slag. Skalan är Göteborgs; gränserna är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>For the tables, such as the municipality.</source>
        <translation>För tabellerna, till exempel kommunen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Number of persons in each, such as ages. For the table of equity.</source>
        <translation>Antal personer i varje, till exempel åldrar. För tabellen Fördelning mellan grupper.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Class of the place, such as its type or income decile. For the same table.</source>
        <translation>Platsens klass, till exempel dess typ eller inkomstdecil. För samma tabell.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Who reaches less than this share of everyone's median has too little, or for whom it takes longer than the last of the times. Our own choice.</source>
        <translation>Den som når mindre än denna andel av allas median har för lite, liksom den för vilken det tar längre tid än den sista av tiderna. Vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>The places with fields such as c30_jobs: a letter, a number, and the first letters of the kind or field. c and the minutes: within reach; g: weighted by time; n and 1, 2, ...: time to the nearest, the second nearest; to: code of the nearest; d and the place in the list of numbers: time to reach the number; f: per person; s: score; k: choices within the score's longest time. Names that would be alike get a number.</source>
        <translation>Platserna med fält som c30_jobs: en bokstav, ett tal och de första bokstäverna i slaget eller fältet. c och minuterna: inom räckhåll; g: vägt med restiden; n och 1, 2, ...: restid till närmaste, näst närmaste; to: kod för den närmaste; d och platsen i listan över antal: restid för att nå antalet; f: per person; s: poäng; k: urval inom poängens längsta tid. Namn som skulle bli lika får ett nummer.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>A row for each area and field; without an area: all places.</source>
        <translation>En rad för varje område och fält; utan område: alla platser.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>A row for each area, group of people and field:</source>
        <translation>En rad för varje område, grupp av människor och fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>JSON files (*.json)</source>
        <translation>JSON-filer (*.json)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Too little (% of the median)</source>
        <translation>För lite (% av medianen)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Accessibility by area</source>
        <translation>Tillgänglighet per område</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Lies near a place within</source>
        <translation>Ligger nära en plats inom</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Spread of the logistic decay (min)</source>
        <translation>Det logistiska avtagandets spridning (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Parameter of the decay (per min, or min)</source>
        <translation>Avtagandets parameter (per min, eller min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Longest time that counts (min)</source>
        <translation>Längsta tid som räknas (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Travel times back</source>
        <translation>Restider tillbaka</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Code of the place</source>
        <translation>Platsens kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Modes that count</source>
        <translation>Färdsätt som räknas</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Measures</source>
        <translation>Mått</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Within times (min)</source>
        <translation>Inom tiderna (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Destinations</source>
        <translation>Målpunkter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Code of the destination</source>
        <translation>Målpunktens kod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Opportunities</source>
        <translation>Antal vid målpunkten</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Kind of destination</source>
        <translation>Slag av målpunkt</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Nearest, second nearest ...</source>
        <translation>Närmaste, näst närmaste ...</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Numbers to reach</source>
        <translation>Antal att nå</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Decay with time</source>
        <translation>Avtagande med tiden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Floating catchment</source>
        <translation>Flytande upptagningsområde</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Groups of people</source>
        <translation>Grupper av människor</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Class of the place</source>
        <translation>Platsens klass</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Places with accessibility</source>
        <translation>Platser med tillgänglighet</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/accessibility.py"/>
        <source>Equity</source>
        <translation>Fördelning mellan grupper</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Check timetable (GTFS)</source>
        <translation>Kontrollera tidtabell (GTFS)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Looks a timetable over before it is used: what is wrong or doubtful and what to do about it, the trips of each day as a calendar, and which dates have normal traffic.</source>
        <translation>Granskar en tidtabell innan den används: vad som är fel eller tveksamt och vad man gör åt det, turerna varje dag som en kalender och vilka datum som har normal trafik.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Stops outside are pointed out. Empty: the feed is looked at by itself.</source>
        <translation>Hållplatser utanför pekas ut. Tomt: tidtabellen granskas för sig.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Stops more than 100 m from all of them are pointed out; our own choice.</source>
        <translation>Hållplatser mer än 100 m från alla dessa pekas ut; vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>A page with all that was found; it can be printed.</source>
        <translation>En sida med allt som hittades; den kan skrivas ut.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>A row per finding, the gravest first:</source>
        <translation>En rad per iakttagelse, den allvarligaste först:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>A row per day of the timetable:</source>
        <translation>En rad per dag i tidtabellen:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-filer (*.html)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Streets and paths</source>
        <translation>Gator och gångvägar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Trips per day</source>
        <translation>Turer per dag</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Area of interest</source>
        <translation>Intresseområde</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Timetable check</source>
        <translation>Tidtabellskontroll</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Findings</source>
        <translation>Iakttagelser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Errors</source>
        <translation>Fel</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Warnings</source>
        <translation>Varningar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Normal weekday</source>
        <translation>Normal vardag</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Normal Saturday</source>
        <translation>Normal lördag</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/checkgtfs.py"/>
        <source>Normal Sunday</source>
        <translation>Normal söndag</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Comparison of scenarios</source>
        <translation>Jämförelse av scenarier</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Compares two or more runs of the same tool, one of them the base: differences by place and between places, how many residents and jobs win and lose, and which scenario does most for each added vehicle-hour. Runs whose settings differ are refused, and the settings named.</source>
        <translation>Jämför två eller flera körningar av samma verktyg, varav en är basen: skillnader per plats och mellan platser, hur många invånare och arbetstillfällen som vinner och förlorar, och vilket scenario som ger mest för varje tillkommen fordonstimme. Körningar vars inställningar skiljer sig avvisas, och inställningarna anges.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>A result of this plugin, such as localities with their public transport, or a table of travel times with from_id, to_id and a time. Example: run the tool Public transport of localities with today's timetable, then with one that the tool Timetable scenario made, and compare the two results.</source>
        <translation>Ett resultat av detta insticksprogram, t.ex. orter med deras kollektivtrafik, eller en tabell med restider med from_id, to_id och en tid. Exempel: kör verktyget Kollektivtrafik för orter med dagens tidtabell, sedan med en som verktyget Tidtabellsscenario har gjort, och jämför de två resultaten.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>The same tool's results for other timetables or another land use.</source>
        <translation>Samma verktygs resultat för andra tidtabeller eller en annan markanvändning.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>With commas between, in the order of the scenarios. Empty: the layers'.</source>
        <translation>Med kommatecken emellan, i scenariernas ordning. Tomt: lagrens namn.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Field that is the same in all; for layers of places.</source>
        <translation>Fält som är detsamma i alla; för lager med platser.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Empty: all that the tool has added and of which more or less is better.</source>
        <translation>Tomt: alla som verktyget har lagt till och där mer eller mindre är bättre.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>In each field's own unit; what differs less does not count. 1, ctr_min=5: 1 for all but ctr_min, where 5 min matter.</source>
        <translation>I varje fälts egen enhet; vad som skiljer mindre räknas inte. 1, ctr_min=5: 1 för alla utom ctr_min, där 5 min betyder något.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Fields of the base, or of the places: who wins or loses. Without any, places are counted.</source>
        <translation>Fält i basen, eller i platserna: vem som vinner eller förlorar. Utan något räknas platser.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Places of a table of travel times: their geometry and people. How many of each can be reached within the times is then compared.</source>
        <translation>Platser för en tabell med restider: deras geometri och människor. Hur många av vardera som kan nås inom tiderna jämförs då.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>The same codes as in the runs.</source>
        <translation>Samma koder som i körningarna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>For tables of travel times.</source>
        <translation>För tabeller med restider.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>For tables of travel times with several modes.</source>
        <translation>För tabeller med restider med flera färdsätt.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>What scenarios add to the places: rows with the place's code, numbers in fields of the same names as those of people, or dwellings, and perhaps scenario; a row without one is for all. Those who come neither win nor lose, but count in the mean after; with tables of travel times they can also be reached. Fields of places that were made before must be made again with the new land use.</source>
        <translation>Vad scenarier lägger till platserna: rader med platsens kod, antal i fält med samma namn som människornas, eller dwellings, och kanske scenario; en rad utan scenario gäller alla. De som tillkommer varken vinner eller förlorar, men räknas i medelvärdet efter; med tabeller med restider kan de också nås. Fält för platser som gjordes tidigare måste göras om med den nya markanvändningen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>For added dwellings; our own choice.</source>
        <translation>För tillkomna bostäder; vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Tables of the tool Timetable scenario, with the scenarios' names.</source>
        <translation>Tabeller från verktyget Tidtabellsscenario, med scenariernas namn.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Names of settings with commas between, such as DATES or version, that may differ between the runs. Layers, tables and timetables always may.</source>
        <translation>Namn på inställningar med kommatecken emellan, t.ex. DATES eller version, som får skilja sig mellan körningarna. Lager, tabeller och tidtabeller får alltid det.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>The places with the scenario that is best for each, and fields such as d1_dep_wd: the difference in the first scenario, later less earlier. Where less is better, a place that gets a value counts as better and one that loses it as worse.</source>
        <translation>Platserna med det scenario som är bäst för var och en, och fält som d1_dep_wd: skillnaden i det första scenariot, efter minus före. Där mindre är bättre räknas en plats som får ett värde som bättre och en som förlorar det som sämre.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>A row for each measure, field of people and scenario. Rank 1 is best: first what helps more people than it harms without more vehicle-hours, then by people for each added vehicle-hour, last what harms more:</source>
        <translation>En rad för varje mått, fält med människor och scenario. Rang 1 är bäst: först det som hjälper fler än det skadar utan fler fordonstimmar, sedan efter människor för varje tillkommen fordonstimme, sist det som skadar fler:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Pairs of places whose travel time changes, or that are connected or not:</source>
        <translation>Par av platser vars restid ändras, eller som får eller mister förbindelse:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>A page to print: winners and losers, ranking, before and after, maps.</source>
        <translation>En sida att skriva ut: vinnare och förlorare, rangordning, före och efter, kartor.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Smallest difference that matters</source>
        <translation>Minsta skillnad av betydelse</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>People (fields)</source>
        <translation>Människor (fält)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Differences between places</source>
        <translation>Skillnader mellan platser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Fields to compare</source>
        <translation>Fält att jämföra</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Winners, losers and ranking</source>
        <translation>Vinnare, förlorare och rangordning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Residents in a dwelling (persons)</source>
        <translation>Boende per bostad (personer)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Code of the place in the added land use</source>
        <translation>Platsens kod i den tillkommande markanvändningen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Base</source>
        <translation>Basalternativ</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Scenarios</source>
        <translation>Scenarier</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Names of the scenarios</source>
        <translation>Scenariernas namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Code of the place in the base</source>
        <translation>Platsens kod i basalternativet</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Supply of the scenarios</source>
        <translation>Scenariernas utbud</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Day type of the supply</source>
        <translation>Utbudets dagtyp</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Mode that counts</source>
        <translation>Färdsätt som räknas</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>From (code)</source>
        <translation>Från (kod)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>To (code)</source>
        <translation>Till (kod)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Travel time (min)</source>
        <translation>Restid (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Added land use</source>
        <translation>Tillkommen markanvändning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Settings that may differ</source>
        <translation>Inställningar som får skilja sig</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Differences</source>
        <translation>Skillnader</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/comparescenarios.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Timetable scenario (edit GTFS)</source>
        <translation>Tidtabellsscenario (ändra GTFS)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Makes another timetable of one: new lines, drawn or by their stops; other headways, longer spans, faster lines; new, moved and removed stops; other ways; fewer lines. All else of the feed stays as it is, and what changed is listed trip by trip.</source>
        <translation>Gör en annan tidtabell av en tidtabell: nya linjer, ritade eller genom sina hållplatser; annan turtäthet, längre trafikdygn, snabbare linjer; nya, flyttade och borttagna hållplatser; andra körvägar; färre linjer. Allt annat i tidtabellen förblir som det är, och det som ändrats listas tur för tur.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>GTFS as a zip archive, or stops.txt of an unpacked one; one at a time.</source>
        <translation>GTFS som zip-arkiv, eller stops.txt i ett uppackat; ett i taget.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Each line drawn is a new line; its fields are the columns of new_line. Without stops it calls at every stop along it, direction 0 as it is drawn. Shapefile may cut the names at ten characters.</source>
        <translation>Varje ritad linje är en ny linje; dess fält är kolumnerna för new_line. Utan stops stannar den vid varje hållplats längs sig, riktning 0 som den är ritad. Shapefile får kapa namnen vid tio tecken.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Points with stop_id and stop_name. A stop of the timetable is moved to its point, others are new; they are there before lines and edits are read.</source>
        <translation>Punkter med stop_id och stop_name. En hållplats i tidtabellen flyttas till sin punkt, andra är nya; de finns innan linjer och ändringar läses.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Dates that the edits are for, such as 2026-10-01/2026-12-11; on others all runs as before. Empty: all dates of the timetable.</source>
        <translation>Datum som ändringarna gäller, till exempel 2026-10-01/2026-12-11; andra dagar går allt som förut. Tomt: alla tidtabellens datum.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Stands in the version of the feed and in the table of supply.</source>
        <translation>Står i tidtabellens version och i tabellen över utbudet.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Stops so near to a drawn line are called at; of one name the nearest.</source>
        <translation>Vid hållplatser så nära en ritad linje stannar den; av flera med samma namn vid den närmaste.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>For run times, and kilometres without a shape; our own choice.</source>
        <translation>För körtider, och kilometer där körvägen saknas; vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Files and rows that are not edited keep their bytes.</source>
        <translation>Filer och rader som inte ändras behåller varje byte.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>A row for each trip, stop or line that changed:</source>
        <translation>En rad för varje tur, hållplats eller linje som ändrats:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>By line and day type, on days with normal traffic; time from the first departure to the last arrival of each trip:</source>
        <translation>Per linje och dagtyp, dagar med normal trafik; tid från varje turs första avgång till sista ankomst:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>New and changed lines as they run in the scenario:</source>
        <translation>Nya och ändrade linjer som de går i scenariot:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Table of edits</source>
        <translation>Tabell med ändringar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>New lines, drawn</source>
        <translation>Nya linjer, ritade</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>New and moved stops</source>
        <translation>Nya och flyttade hållplatser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Name of the scenario</source>
        <translation>Scenariots namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Distance from stops to a drawn line (m)</source>
        <translation>Avstånd från hållplatser till en ritad linje (m)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Detour factor (times the straight line)</source>
        <translation>Omvägsfaktor (gånger fågelvägen)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Timetable scenario (GTFS)</source>
        <translation>Tidtabellsscenario (GTFS)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Changes</source>
        <translation>Ändringar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Supply before and after</source>
        <translation>Utbud före och efter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>New and changed lines</source>
        <translation>Nya och ändrade linjer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>New findings of the check</source>
        <translation>Nya iakttagelser vid kontrollen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/editgtfs.py"/>
        <source>Nothing is to be edited: the scenario is a copy of the timetable.</source>
        <translation>Inget ska ändras: scenariot blir en kopia av tidtabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Timetable to layers (GTFS)</source>
        <translation>Tidtabell till lager (GTFS)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Makes map layers of a timetable: stops and stop areas with their departures and lines, each line and direction by its most common way, and the segments between stops with trips per hour.</source>
        <translation>Gör kartlager av en tidtabell: hållplatslägen och hållplatsområden med avgångar och linjer, varje linje och riktning längs dess vanligaste väg samt sträckorna mellan hållplatserna med turer per timme.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Only trips that call inside, from end to end. Empty: the whole timetable.</source>
        <translation>Bara turer som stannar inom området, från början till slut. Tomt: hela tidtabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>For the trips per hour of the segments; 24-26 is the night after.</source>
        <translation>För sträckornas turer per timme; 24-26 är natten efter.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>area: the platforms of a stop area are one end, and what runs between them is not drawn; stop: each is.</source>
        <translation>area: hållplatsområdets lägen är en och samma ände, och det som går mellan dem ritas inte; stop: vart och ett är det.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>A CSV file like the plugin's processing/profiles/line_classes.csv: a class and a rule per line, the first that fits decides. The classes of the plugin's own list are our own choice.</source>
        <translation>En CSV-fil som insticksprogrammets processing/profiles/line_classes.csv: en klass och en regel per rad, den första som passar avgör. Klasserna i den medföljande listan är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>A point for each stop, with what departs on the date:</source>
        <translation>En punkt för varje hållplatsläge, med det som avgår under dagen:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>A point amid the stops of each stop area:</source>
        <translation>En punkt mitt bland hållplatslägena i varje hållplatsområde:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>A line for each line and direction that runs on the date:</source>
        <translation>En linje för varje linje och riktning som går under dagen:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>A line from each stop to the next:</source>
        <translation>En linje från varje hållplats till nästa:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Segments between</source>
        <translation>Sträckor mellan</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>CSV files (*.csv)</source>
        <translation>CSV-filer (*.csv)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Own line classes</source>
        <translation>Egna linjeklasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Stops</source>
        <translation>Hållplatslägen</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Lines and directions</source>
        <translation>Linjer och riktningar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Stop areas</source>
        <translation>Hållplatsområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Segments</source>
        <translation>Sträckor</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/gtfstolayers.py"/>
        <source>Time window</source>
        <translation>Tidsfönster</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Public transport of localities</source>
        <translation>Kollektivtrafik i orterna</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Adds unique departures on weekdays, Saturdays and Sundays to each locality - a trip that calls at five of its stops counts once - with span, evening and weekend service, lines, direct destinations, trips and fastest direct ride to named centres, and whether it is a node of public transport.</source>
        <translation>Lägger till unika avgångar på vardagar, lördagar och söndagar för varje ort - en tur som stannar vid fem av ortens hållplatser räknas en gång - med trafikdygnets längd, kvälls- och helgtrafik, linjer, direkta resmål, turer och snabbaste direkta resa till namngivna centralorter samt om orten är en kollektivtrafiknod.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Names or codes of localities, with commas between. Empty: the locality with most calls at stops.</source>
        <translation>Namn eller koder för orter, med kommatecken emellan. Tomt: orten med flest uppehåll vid hållplatser.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>A stop this near belongs to the nearest locality. The distance is our own choice: stops often lie on the main road beside the houses.</source>
        <translation>En hållplats så här nära hör till närmaste ort. Avståndet är vårt eget val: hållplatser ligger ofta vid stora vägen intill bebyggelsen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>For the tables; the fields have their own: the whole day, 06-20 for the interval and from 18 for the evening.</source>
        <translation>För tabellerna; fälten har sina egna: hela dygnet, 06-20 för turintervallet och från 18 för kvällen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>The localities with these fields added. Averages where a day type has several dates; hours past 24 are of the night after:</source>
        <translation>Orterna med dessa fält tillagda. Medelvärden där en dagtyp har flera datum; klockslag över 24 gäller natten efter:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>A row per locality, day type and time window:</source>
        <translation>En rad per ort, dagtyp och tidsfönster:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>A row per locality, centre, day type and time window:</source>
        <translation>En rad per ort, centralort, dagtyp och tidsfönster:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Locality name</source>
        <translation>Ortens namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Localities with public transport</source>
        <translation>Orter med kollektivtrafik</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Stops counted outside</source>
        <translation>Avstånd utanför orten där hållplatser räknas</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Locality code</source>
        <translation>Ortskod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Service by window</source>
        <translation>Trafik per tidsfönster</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/localityservice.py"/>
        <source>Service to centres</source>
        <translation>Trafik till centralorter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Service standard of localities</source>
        <translation>Trafikstandard för orter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Checks for each locality an editable table of requirements - from localities of a kind to a centre at least so many journeys, with at most so many changes, in at most so many minutes, in a time window on a day type, and back - and says which are met and what is wrong with the others.</source>
        <translation>Kontrollerar för varje ort en redigerbar tabell med krav – från orter av ett slag till ett centrum minst så många resor, med högst så många byten, på högst så många minuter, i ett tidsfönster på en dagtyp, och åter – och säger vilka som är uppfyllda och vad som brister i de andra.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>The municipality's centre is its locality with most inhabitants.</source>
        <translation>Kommunens centralort är dess ort med flest invånare.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Names or codes of localities, with commas between: where 'region' leads. Empty: the locality with most calls at stops.</source>
        <translation>Orters namn eller koder, med kommatecken emellan: dit 'region' leder. Tomt: orten med flest stopp vid hållplatser.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>CSV. Empty: the plugin's processing/profiles/service_standard.csv, to be copied and changed. A line says: id; name_sv, name_en; from: an expression such as "pop" &gt;= 1000, or all; to: region, municipality, nearest, any, or a locality's name; to_where: for nearest and any, which localities count; journeys: the fewest; transfers: the most changes; minutes: the longest journey, empty for any; window: 06-09; by: departure or arrival; day: weekday saturday sunday; back: yes, no or a window of its own; source. Each line is checked before the run. Example: W1, "pop" &gt;= 1000, region, 1 journey, 1 change, window 06-09, weekday, back 15-18: one can get to the region's centre in the morning and home in the afternoon. Which lines are our own choice, the file says.</source>
        <translation>CSV. Tomt: insticksprogrammets processing/profiles/service_standard.csv, att kopiera och ändra. En rad anger: id; name_sv, name_en; from: ett uttryck som "pop" &gt;= 1000, eller all; to: region, municipality, nearest, any eller en orts namn; to_where: för nearest och any, vilka orter som räknas; journeys: minsta antal resor; transfers: flest byten; minutes: längsta resa, tomt för obegränsad; window: 06-09; by: departure eller arrival; day: weekday saturday sunday; back: yes, no eller ett eget tidsfönster; source. Varje rad kontrolleras före körningen. Exempel: W1, "pop" &gt;= 1000, region, 1 resa, 1 byte, tidsfönster 06-09, weekday, åter 15-18: man kommer till regionens centrum på morgonen och hem på eftermiddagen. Vilka rader som är vårt eget val framgår av filen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Requirements on other day types are left open.</source>
        <translation>Krav på andra dagtyper lämnas öppna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>A stop this near belongs to the nearest locality. The distance is our own choice.</source>
        <translation>En hållplats så nära hör till närmaste ort. Avståndet är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>From one vehicle to the next, unless the timetable says otherwise. Our own choice.</source>
        <translation>Från ett fordon till nästa, om tidtabellen inte säger annat. Vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Longest way between the stops of a change, straight times 1.3.</source>
        <translation>Längsta väg mellan hållplatserna vid ett byte, fågelvägen gånger 1,3.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Whether journeys count that run only when booked.</source>
        <translation>Om resor räknas som bara går om de beställs.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>A row per requirement and locality: the way and day type that decide. A journey lasts from the last boarding in the one locality to the first alighting in the other. Each direct trip counts; of journeys with changes those that no other betters in departure, arrival and changes together.</source>
        <translation>En rad per krav och ort: den riktning och dagtyp som avgör. En resa varar från sista påstigning i den ena orten till första avstigning i den andra. Varje direkttur räknas; av resor med byten de som ingen annan överträffar i avgång, ankomst och antal byten tillsammans.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>A page to print: what is required, the matrix and what fails.</source>
        <translation>En sida att skriva ut: vad som krävs, matrisen och vad som brister.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Table of requirements of your own</source>
        <translation>Egen tabell med krav</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Requirements by locality</source>
        <translation>Krav per ort</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Municipality</source>
        <translation>Kommun</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Centre of the region</source>
        <translation>Regionens centrum</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Time for a change (min)</source>
        <translation>Tid för ett byte (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Walk in a change</source>
        <translation>Gångväg vid byte</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Count trips on demand</source>
        <translation>Räkna anropsstyrda turer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/servicestandard.py"/>
        <source>Localities with service standard</source>
        <translation>Orter med trafikstandard</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Quality classes of public transport</source>
        <translation>Kollektivtrafikens kvalitetsklasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Rates each stop area by its departures, draws the classes around the stops without overlap, and counts residents, dwellings and jobs in each class, in all and per locality, and what is planned in each. The rules are Swedish (near public transport), Swiss, German, Austrian, London's or your own; distances are straight, or on the streets.</source>
        <translation>Klassar varje hållplatsområde efter dess avgångar, ritar klasserna runt hållplatserna utan överlapp och räknar invånare, bostäder och arbetstillfällen i varje klass, totalt och per ort, samt vad som planeras i var och en. Reglerna är svenska (kollektivtrafiknära läge), schweiziska, tyska, österrikiska, Londons eller dina egna; avstånden är fågelvägen eller längs gatorna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>kollektivtrafiknara: a departure an hour 06-20 on average, in each clock hour with kollektivtrafiknara_strict; are, goat, orok: ÖV-Güteklassen of Switzerland, Germany and, unverified, Austria; ptal: London's level, drawn in cells of 100 m, without streets by straight distances times 1.3, which is our own choice.</source>
        <translation>kollektivtrafiknara: en avgång i timmen kl. 06–20 i genomsnitt, i varje klocktimme med kollektivtrafiknara_strict; are, goat, orok: ÖV-Güteklassen i Schweiz, Tyskland och, oprövat, Österrike; ptal: Londons nivå, ritad i celler om 100 m, utan gator med fågelvägen gånger 1,3, vilket är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>A changed copy of the plugin's processing/profiles/stop_quality.json, which also tells what in each profile is our own choice.</source>
        <translation>En ändrad kopia av insticksprogrammets processing/profiles/stop_quality.json, som också anger vad i varje profil som är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Localities to describe; residents are needed too.</source>
        <translation>Orter att beskriva; då behövs också boende.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Buildings whose dwellings are counted, each at its centre.</source>
        <translation>Byggnader vars bostäder räknas, var och en vid sin mittpunkt.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Workplaces whose employees are counted.</source>
        <translation>Arbetsställen vars anställda räknas.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Areas planned for building, such as those of a comprehensive plan. Where their streets are not built yet, leave the streets out.</source>
        <translation>Ytor som planeras för bebyggelse, såsom översiktsplanens. Där deras gator inte är byggda än, utelämna gatorna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>All stop areas, as points with these fields:</source>
        <translation>Alla hållplatsområden, som punkter med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>An area per class, the best class first:</source>
        <translation>En yta per klass, den bästa klassen först:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>The localities with these fields added, as many as the profile has classes:</source>
        <translation>Orterna med dessa fält tillagda, så många som profilen har klasser:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>A row per locality and class; without a class: what lies in none.</source>
        <translation>En rad per ort och klass; utan klass: det som inte ligger i någon.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>The planned areas with these fields added: the best class that, with those better, holds half of the area, our own choice, and the shares of the area:</source>
        <translation>Planområdena med dessa fält tillagda: den bästa klass som tillsammans med de bättre rymmer halva området, vårt eget val, och andelarna av området:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>A row per class, and one without for the rest. Dwellings are spread evenly over their area; areas that overlap are counted each by itself:</source>
        <translation>En rad per klass, och en utan för resten. Bostäderna sprids jämnt över sin yta; ytor som överlappar räknas var för sig:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Rated stops</source>
        <translation>Klassade hållplatser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Quality classes</source>
        <translation>Kvalitetsklasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Localities with quality classes</source>
        <translation>Orter med kvalitetsklasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Classes per locality</source>
        <translation>Klasser per ort</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Planned dwellings</source>
        <translation>Planerade bostäder</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Planned areas with classes</source>
        <translation>Planerade ytor med klasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopquality.py"/>
        <source>Planned areas per class</source>
        <translation>Planerade ytor per klass</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>Service of stops (GTFS)</source>
        <translation>Hållplatsers utbud (GTFS)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>Counts and times the departures of each stop or stop area, for several time windows and day types at once: departures, lines, mean interval by both definitions, gaps, first and last departure and hours served; also by line, direction and mode.</source>
        <translation>Räknar och tidsbestämmer avgångarna från varje hållplatsläge eller hållplatsområde, för flera tidsfönster och dagtyper på en gång: avgångar, linjer, medelintervall enligt båda definitionerna, luckor, första och sista avgång och trafikerade timmar; även per linje, riktning och trafikslag.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>area: the stops of a stop area together; stop: each by itself.</source>
        <translation>area: hållplatsområdets lägen tillsammans; stop: vart och ett för sig.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>What the table counts by itself at each stop.</source>
        <translation>Vad tabellen räknar för sig vid varje hållplats.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>departure: calls where one can board; arrival: calls where one can alight; call: all.</source>
        <translation>departure: uppehåll där man kan stiga på; arrival: uppehåll där man kan stiga av; call: alla.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>wait: twice the mean wait of one who comes at any time; oevgk18: as the generator of the ÖV-Güteklassen 2018 reckons it.</source>
        <translation>wait: dubbla medelväntan för den som kommer när som helst; oevgk18: som generatorn för ÖV-Güteklassen 2018 räknar.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>A point for each stop or stop area, with fields for each day type and time window: wd, sa or su for weekday, Saturday and Sunday, the window's number, and dep, dem, line, int, sqi, gap, first, last or hours for the measures below, such as wd1_dep. With dates of one's own only day types among them have fields.</source>
        <translation>En punkt för varje hållplatsläge eller hållplatsområde, med fält för varje dagtyp och tidsfönster: wd, sa eller su för vardag, lördag och söndag, fönstrets nummer och dep, dem, line, int, sqi, gap, first, last eller hours för måtten nedan, som wd1_dep. Med egna datum har bara dagtyper bland dem fält.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>A row for each stop, split, day type and time window:</source>
        <translation>En rad för varje hållplats, uppdelning, dagtyp och tidsfönster:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>Table by</source>
        <translation>Tabell per</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>Rule of the squared interval</source>
        <translation>Regel för det kvadrerade intervallet</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>Stops with service</source>
        <translation>Hållplatser med utbud</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>Service by line and direction</source>
        <translation>Utbud per linje och riktning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>Stops or stop areas</source>
        <translation>Hållplatslägen eller hållplatsområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/stopservice.py"/>
        <source>What is counted</source>
        <translation>Vad som räknas</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Catchments of stops</source>
        <translation>Hållplatsers upptagningsområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Draws what lies within walking distance or time of stops, on the streets or straight, as polygons and as the streets that are reached, and counts residents, dwellings and jobs: for each stop by itself, each place at its nearest or best stop, or for all stops together.</source>
        <translation>Ritar det som ligger inom gångavstånd eller gångtid från hållplatser, längs gatorna eller fågelvägen, som ytor och som de gator som nås, och räknar invånare, bostäder och arbetstillfällen: för varje hållplats för sig, varje plats hos sin närmaste eller bästa hållplats, eller för alla hållplatser tillsammans.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Stops or stop areas, such as the rated stops of the quality classes.</source>
        <translation>Hållplatslägen eller hållplatser, till exempel de klassade hållplatserna från kvalitetsklasserna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Rising limits with commas between; a band holds those before it.</source>
        <translation>Stigande gränser med komma mellan; ett band rymmer dem före.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>metres: distances; minutes: walking times at the speed.</source>
        <translation>metres: avstånd; minutes: gångtider vid gånghastigheten.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>each: catchments of the stops, which overlap; nearest: each place belongs to the stop nearest to it; best: to the stop of the best rank that reaches it, and of those to the nearest; together: what any of the stops reaches.</source>
        <translation>each: hållplatsernas upptagningsområden, som överlappar; nearest: varje plats hör till sin närmaste hållplats; best: till hållplatsen med bäst rang som når den, och av dem till den närmaste; together: det som någon av hållplatserna når.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>How far each stop reaches at most: a number in the unit of the bands, or a kind that is listed below, such as the modes from Timetable to layers. Empty, or not listed: the widest band.</source>
        <translation>Hur långt varje hållplats når som mest: ett tal i bandens enhet, eller en sort som listas nedan, såsom trafikslagen från Tidtabell till lager. Tomt, eller ej listat: det vidaste bandet.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Such as rail 1000, bus 400, in the unit of the bands; of several kinds at a stop the widest limit counts.</source>
        <translation>Till exempel rail 1000, bus 400, i bandens enhet; har en hållplats flera sorter gäller den vidaste gränsen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>For best: the least number, or the first in the alphabet, is the best, such as qual_rank or stop_cat.</source>
        <translation>För best: det minsta talet, eller det första i alfabetet, är bäst, såsom qual_rank eller stop_cat.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>4.8 km/h, 80 m a minute, is usual in accessibility studies.</source>
        <translation>4,8 km/h, 80 m i minuten, är vanligt i tillgänglighetsstudier.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Lines that share vertices where one can turn; walked in both directions. The polygons hold the ground within 50 m of the streets that are reached, and smaller holes than 2 ha, our own choice. Empty: straight distances.</source>
        <translation>Linjer som delar brytpunkter där man kan svänga; gås i båda riktningarna. Ytorna rymmer marken inom 50 m från de gator som nås, och hål mindre än 2 ha, vårt eget val. Tomt: fågelvägen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>An area per stop and band, the widest first, with these fields. Barriers show as a small share of the circle, and as a large detour factor:</source>
        <translation>En yta per hållplats och band, det vidaste först, med dessa fält. Barriärer syns som en liten andel av cirkeln och som en stor omvägsfaktor:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Parts of the streets with the stop and the narrowest band that reach them:</source>
        <translation>Delar av gatorna med hållplatsen och det snävaste bandet som når dem:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Unit of the bands</source>
        <translation>Bandens enhet</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Whose catchments</source>
        <translation>Vems upptagningsområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Walking speed (km/h)</source>
        <translation>Gånghastighet (km/h)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Bands</source>
        <translation>Band</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Stop id</source>
        <translation>Hållplatsens id</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Stop name</source>
        <translation>Hållplatsens namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Streets reached</source>
        <translation>Gator som nås</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Limit or kind of the stop</source>
        <translation>Hållplatsens gräns eller sort</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Limits by kind</source>
        <translation>Gränser per sort</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Rank of the stop</source>
        <translation>Hållplatsens rang</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/transitcatchments.py"/>
        <source>Catchments</source>
        <translation>Upptagningsområden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Travel-time map (isochrones)</source>
        <translation>Restidskarta (isokroner)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Draws the ground that is reached by public transport and on foot within bands of travel time, from one or more places for every minute of a time window, or to them by given times, and counts who lives there. The bands do not overlap.</source>
        <translation>Ritar den mark som nås med kollektivtrafik och till fots inom band av restid, från en eller flera platser för varje minut i ett tidsfönster, eller till dem senast vid givna tider, och räknar vilka som bor där. Banden överlappar inte.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Points, or areas that count at their centre.</source>
        <translation>Punkter, eller ytor som räknas i sin mittpunkt.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Empty: loc_code or id where there is such a field, else the row.</source>
        <translation>Tomt: loc_code eller id där ett sådant fält finns, annars raden.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>The time from the nearest place, instead of a map for each.</source>
        <translation>Tiden från den närmaste platsen, i stället för en karta för var och en.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>from: the times of the window are those of leaving; to: those by which one must be at the place.</source>
        <translation>from: fönstrets tider är de då man ger sig av; to: de då man senast måste vara framme vid platsen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Rising limits in whole minutes with commas between.</source>
        <translation>Stigande gränser i hela minuter med komma emellan.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Lines that share vertices where one can turn; walked in both directions. Only ground near streets is reached. Empty: straight distances times the detour factor.</source>
        <translation>Linjer med gemensamma brytpunkter där man kan svänga; man går i båda riktningarna. Bara mark nära gator nås. Tomt: fågelvägen gånger omvägsfaktorn.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Only this ground is mapped. Empty: all that is reached.</source>
        <translation>Bara den här marken kartläggs. Tomt: allt som nås.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>The map follows square cells; their middle decides. Empty: a size that gives about {count} cells at most.</source>
        <translation>Kartan följer kvadratiska rutor; deras mittpunkt avgör. Tomt: en storlek som ger högst omkring {count} rutor.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Address points, or cells that count at their centre, to count per band.</source>
        <translation>Adresspunkter, eller rutor som räknas i sin mittpunkt, att räkna per band.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>An area per place, percentile and band, the widest first, with these fields:</source>
        <translation>En yta per plats, percentil och band, det vidaste först, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>The cells that are reached, with these fields:</source>
        <translation>De rutor som nås, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>The stops that vehicles reach, by the time of arrival, with these fields:</source>
        <translation>Hållplatserna som fordon når, efter ankomsttid, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Id of the places</source>
        <translation>Platsernas id</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>All places together</source>
        <translation>Alla platser tillsammans</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Direction</source>
        <translation>Riktning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Bands (min)</source>
        <translation>Band (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Cell size</source>
        <translation>Rutstorlek</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Travel time of cells</source>
        <translation>Rutornas restid</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Travel time of stops</source>
        <translation>Restid till hållplatser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimemap.py"/>
        <source>Isochrones</source>
        <translation>Isokroner</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Travel-time matrix</source>
        <translation>Restidsmatris</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Computes door-to-door travel times from each origin to each destination by public transport for every minute of a time window, on foot, by bicycle and by car, on the streets or straight. Public transport counts the walks, the wait for the first vehicle and the changes.</source>
        <translation>Beräknar restider från dörr till dörr från varje startpunkt till varje målpunkt med kollektivtrafik för varje minut i ett tidsfönster, till fots, med cykel och med bil, längs gator eller fågelvägen. För kollektivtrafiken räknas gång, väntan på det första fordonet och byten in.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Points, or areas that count at their centre. Empty: the origins.</source>
        <translation>Punkter, eller ytor som räknas i sin mittpunkt. Tomt: startpunkterna.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>transit walks too, or all the way; car needs streets.</source>
        <translation>transit går även till fots, eller hela vägen; car behöver gator.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Lines that share vertices where one can turn; walked and cycled in both directions. Empty: straight distances times the detour factor, and no cars.</source>
        <translation>Linjer med gemensamma brytpunkter där man kan svänga; man går och cyklar i båda riktningarna. Tomt: fågelvägen gånger omvägsfaktorn, och inga bilar.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>departures: one may leave at the times of the window; arrivals: one must be there at those times, and the travel time runs from the latest possible departure.</source>
        <translation>departures: man kan ge sig av vid fönstrets tider; arrivals: man måste vara framme vid de tiderna, och restiden räknas från senast möjliga avfärd.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Added to each drive, for walking to the car, parking and walking on.</source>
        <translation>Läggs till varje bilresa, för gång till bilen, parkering och gång vidare.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Where a street has no speed; our own choice.</source>
        <translation>Där en gata saknar hastighet; vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Our own choice.</source>
        <translation>Vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>For cars: 1 or yes along the line, -1 against it, all else both ways.</source>
        <translation>För bilar: 1 eller yes längs linjen, -1 mot den, allt annat åt båda hållen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Adds what the fastest journey consists of; takes several times longer.</source>
        <translation>Lägger till vad den snabbaste resan består av; tar flera gånger så lång tid.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>A run that needs more is cut into parts.</source>
        <translation>En körning som behöver mer delas upp.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>0: as many as the machine has.</source>
        <translation>0: så många som datorn har.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Such as tcp://10.0.0.5:8786: the parts are computed by its workers.</source>
        <translation>Till exempel tcp://10.0.0.5:8786: delarna beräknas av dess arbetare.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>A row per origin, destination and mode that are in reach, with these fields:</source>
        <translation>En rad per startpunkt, målpunkt och färdsätt inom räckhåll, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>The same rows as straight lines, without those from a place to itself; the map shows the first of the modes:</source>
        <translation>Samma rader som raka linjer, utan dem från en plats till sig själv; kartan visar det första av färdsätten:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>How far the places lie from streets and stops, with these fields:</source>
        <translation>Hur långt platserna ligger från gator och hållplatser, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Origins</source>
        <translation>Startpunkter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Id of the origins</source>
        <translation>Startpunkternas id</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Id of the destinations</source>
        <translation>Målpunkternas id</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Modes</source>
        <translation>Färdsätt</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Parking (min)</source>
        <translation>Parkering (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Usual speed of cars (km/h)</source>
        <translation>Vanlig bilhastighet (km/h)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Speed of bicycles (km/h)</source>
        <translation>Cykelhastighet (km/h)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Memory that may be used (MB)</source>
        <translation>Minne som får användas (MB)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Parts of the fastest journey</source>
        <translation>Ta med den snabbaste resans delar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Processor threads (0: all)</source>
        <translation>Processortrådar (0: alla)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Address of a Dask scheduler</source>
        <translation>Adress till en Dask-schemaläggare</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Travel times</source>
        <translation>Restider</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Flow lines</source>
        <translation>Flödeslinjer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Reach of the places</source>
        <translation>Platsernas avstånd till gator och hållplatser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Speed of cars (km/h)</source>
        <translation>Fält med gatans bilhastighet (km/h)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>One-way streets</source>
        <translation>Fält med enkelriktat</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimematrix.py"/>
        <source>Times of the window</source>
        <translation>Tidsfönstret gäller</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Travel time ratio</source>
        <translation>Restidskvot</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Compares public transport with the car from door to door: the ratio of the times for each pair of places, its class, the minutes by each, and for each locality to its centres, weighted by travellers where they are known.</source>
        <translation>Jämför kollektivtrafiken med bilen dörr till dörr: restidskvoten för varje par av platser, dess klass, minuterna med vardera, och för varje ort till dess centrum, vägt med resenärer när de är kända.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Mode or modes in the table, with commas between; the fastest counts.</source>
        <translation>Färdsätt i tabellen, med kommatecken emellan; det snabbaste räknas.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Mode in the table.</source>
        <translation>Färdsätt i tabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>With fields of the same names. Empty: the rows by car of the travel times.</source>
        <translation>Med fält med samma namn. Tomt: restidernas rader med bil.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Added to each time by car, where the table lacks parking and the walk to it.</source>
        <translation>Läggs till varje restid med bil om tabellen saknar parkering och gång till den.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Upper limits, as 1.2, 1.5 or 1,2; 1,5. At most 1.5 is competitive in Stockholm's and Göteborg's plans, 1.2 for longer commuting; 2 is our own choice.</source>
        <translation>Övre gränser, som 1.2, 1.5 eller 1,2; 1,5. Högst 1,5 är konkurrenskraftigt i Stockholms och Göteborgs planer, 1,2 för längre pendling; 2 är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Shorter times by car give no ratio. Our own choice.</source>
        <translation>Kortare restider med bil ger ingen kvot. Vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Names or codes, with commas between. Empty: the largest.</source>
        <translation>Namn eller koder, med kommatecken emellan. Tomt: de största.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>By which the largest are chosen.</source>
        <translation>Efter vilken de största väljs.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>A row for each origin and destination, such as commuting. Without it all centres count alike.</source>
        <translation>En rad för varje start och mål, till exempel pendling. Utan den räknas alla centrum lika.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>The localities with these fields: mean times to the centres, and the ratio of the means. A centre's way to itself does not count.</source>
        <translation>Orterna med dessa fält: medelrestider till centrumen och medelvärdenas kvot. Ett centrums väg till sig självt räknas inte.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>A row for each pair of localities with a time by either:</source>
        <translation>En rad för varje par av orter med en restid med någotdera:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>A line for each pair with a ratio; with a flow table, with travellers.</source>
        <translation>En linje för varje par med en kvot; med en flödestabell bara de som har resenärer.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Localities with travel time ratio</source>
        <translation>Orter med restidskvot</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Limits of the classes</source>
        <translation>Klassernas gränser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Added by car (min)</source>
        <translation>Tillägg för bil (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Shortest time by car (min)</source>
        <translation>Kortaste restid med bil (min)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Largest as centres (number)</source>
        <translation>Största som centrum (antal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Times by car</source>
        <translation>Restider med bil</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Mode that is public transport</source>
        <translation>Färdsätt som är kollektivtrafik</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Mode that is car</source>
        <translation>Färdsätt som är bil</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Table of travellers</source>
        <translation>Tabell med resenärer</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Travellers from (code)</source>
        <translation>Resenärer från (kod)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Travellers to (code)</source>
        <translation>Resenärer till (kod)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Travellers (number)</source>
        <translation>Resenärer (antal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Pairs</source>
        <translation>Par</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/transit/traveltimeratio.py"/>
        <source>Lines by class</source>
        <translation>Linjer efter klass</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Alike but different</source>
        <translation>Lika men olika</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Finds pairs of localities that look alike (size, density, form, position) and work differently (commuting, jobs, ages, service), the reverse, or the localities that are most like a chosen one; and names the three fields that tell most about each pair.</source>
        <translation>Hittar par av orter som ser lika ut (storlek, täthet, form, läge) men fungerar olika (pendling, arbetstillfällen, åldrar, service), det omvända, eller de orter som är mest lika en vald ort, och nämner de tre fält som säger mest om varje par.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Empty: those of these that are there: {fields}.</source>
        <translation>Tomt: de av dessa som finns: {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Sizes that span several powers of ten.</source>
        <translation>Storlekar som spänner över flera tiopotenser.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Name or code of the locality to which the straight distance is one of the looks. Empty: distance is not compared.</source>
        <translation>Namn eller kod för den ort som avståndet fågelvägen räknas till som en del av utseendet. Tomt: avstånd jämförs inte.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>alike_but_different: look alike, work differently; different_but_alike: the reverse; most_like: the localities most like the chosen one.</source>
        <translation>alike_but_different: ser lika ut men fungerar olika; different_but_alike: det omvända; most_like: de orter som är mest lika den valda.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Only pairs with this locality; needed to find those most like it.</source>
        <translation>Bara par med denna ort; behövs för att hitta de orter som är mest lika den.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>So large a part of all pairs counts as alike (or different) in looks.</source>
        <translation>En så stor del av alla par räknas som lika (eller olika) till utseendet.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>drop: a locality that lacks a value is not compared; median: the median stands in.</source>
        <translation>drop: en ort där ett värde saknas jämförs inte; median: medianen sätts in i stället.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>A line between the localities of each pair, with these fields:</source>
        <translation>En linje mellan orterna i varje par, med dessa fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>A row per pair and field:</source>
        <translation>En rad per par och fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>A page with the first pairs side by side; it can be printed.</source>
        <translation>En sida med de första paren sida vid sida; den kan skrivas ut.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>What localities look like</source>
        <translation>Hur orterna ser ut</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Fields to take the logarithm of</source>
        <translation>Fält att logaritmera</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Locality (name or code)</source>
        <translation>Ort (namn eller kod)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>What they do</source>
        <translation>Hur de fungerar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Find</source>
        <translation>Sök</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Centre (name or code)</source>
        <translation>Centralort (namn eller kod)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Share of pairs (%)</source>
        <translation>Andel av paren (%)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Pairs to list (number)</source>
        <translation>Par i listan (antal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Pairs with one locality (number)</source>
        <translation>Par med samma ort (antal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Missing values</source>
        <translation>Saknade värden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Values of the pairs</source>
        <translation>Parens värden</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/alikebutdifferent.py"/>
        <source>Pairs side by side</source>
        <translation>Par sida vid sida</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Typology by clustering</source>
        <translation>Ortstypologi genom klustring</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Puts localities with similar values into classes, by k-means or Ward's method, and tells how typical each locality is of its class and which other class is nearest. Classes are numbered by size and are the same on every machine and in every order of the localities.</source>
        <translation>Delar in orter med liknande värden i klasser, med k-means eller Wards metod, och anger hur typisk varje ort är för sin klass och vilken annan klass som ligger närmast. Klasserna numreras efter storlek och blir desamma på alla datorer och oavsett orternas ordning.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Sizes that span several powers of ten, so that the largest place does not become a class of its own for its size alone.</source>
        <translation>Storlekar som spänner över flera tiopotenser, så att den största orten inte blir en egen klass bara för sin storleks skull.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Empty: the number from 2 to 10 with the largest mean silhouette.</source>
        <translation>Tomt: det antal från 2 till 10 som ger störst genomsnittlig siluett.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>kmeans: k-means with 50 starts; ward: Ward's hierarchy.</source>
        <translation>kmeans: k-means med 50 starter; ward: Wards hierarki.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>z: mean 0, standard deviation 1; robust: by median and median absolute deviation; minmax: from 0 to 1.</source>
        <translation>z: medelvärde 0, standardavvikelse 1; robust: med median och absolut medianavvikelse; minmax: från 0 till 1.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>drop: a locality that lacks a value is not classed; median: the median stands in and the locality is flagged.</source>
        <translation>drop: en ort där ett värde saknas klassas inte; median: medianen sätts in i stället och orten märks.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Another seed tries other starts of k-means.</source>
        <translation>Ett annat slumpfrö prövar andra starter för k-means.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>none: the fields themselves; share: the first components that hold 80 % of the variance; eigenvalue: components with more variance than a field.</source>
        <translation>none: fälten själva; share: de första komponenterna som tillsammans har 80 % av variansen; eigenvalue: komponenter med större varians än ett fält.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Set aside what lies farther from the median; 3.5 is usual. Empty: none.</source>
        <translation>Ställ åt sidan det som ligger längre från medianen än så; 3,5 är vanligt. Tomt: ingenting.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Runs that tell how often a locality keeps its class; 0: none.</source>
        <translation>Körningar som visar hur ofta en ort behåller sin klass; 0: inga.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Another division to compare with, such as rule_class.</source>
        <translation>En annan indelning att jämföra med, till exempel rule_class.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>A row per class and field:</source>
        <translation>En rad per klass och fält:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>A row per number of classes tried:</source>
        <translation>En rad per prövat antal klasser:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>A row per field and component, where components are compared:</source>
        <translation>En rad per fält och komponent, när komponenter jämförs:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>A row per class and class of the other division:</source>
        <translation>En rad per klass och klass i den andra indelningen:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>A page on how the classes came about and how far they can be trusted.</source>
        <translation>En sida om hur klasserna kommit till och hur långt man kan lita på dem.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Number of classes (2 or more)</source>
        <translation>Antal klasser (minst 2)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Other division</source>
        <translation>Annan indelning</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Outliers (robust standard deviations)</source>
        <translation>Avvikare (robusta standardavvikelser)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Bootstrap runs (number)</source>
        <translation>Bootstrap-körningar (antal)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Method</source>
        <translation>Metod</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Standardisation</source>
        <translation>Standardisering</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Typology</source>
        <translation>Ortstypologi</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Class profiles</source>
        <translation>Klassprofiler</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Numbers of classes</source>
        <translation>Prövade antal klasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Number of classes</source>
        <translation>Antal klasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Principal components</source>
        <translation>Huvudkomponenter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Gap statistic</source>
        <translation>Gap-statistik</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Loadings</source>
        <translation>Laddningar</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/clustertypology.py"/>
        <source>Agreement</source>
        <translation>Överensstämmelse</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Typology by rules</source>
        <translation>Ortstypologi enligt regler</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Puts each locality into the class of the first rule that it fulfils in a decision table, and says why: the rule in words, the values it looked at, the class that is next nearest and whether the locality lies near the border to it. The table is a CSV file that you can copy and change.</source>
        <translation>Placerar varje ort i klassen för den första regel som den uppfyller i en beslutstabell och anger varför: regeln i ord, värdena som den använde, den klass som är näst närmast och om orten ligger nära gränsen till den. Tabellen är en CSV-fil som du kan kopiera och ändra.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>localities: our own classes of localities; nodes: a hierarchy of nodes by services; transit_nodes: nodes of public transport; skr2023: the municipality groups of SKR, for municipalities with the population of their largest locality in loc_pop; degurba: degree of urbanisation. Each line of the files tells its source.</source>
        <translation>localities: våra egna ortsklasser; nodes: en nodhierarki efter service; transit_nodes: kollektivtrafiknoder; skr2023: SKR:s kommungrupper, för kommuner med största tätortens folkmängd i loc_pop; degurba: urbaniseringsgrad. Varje rad i filerna anger sin källa.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Your own table: a changed copy of one of the plugin's processing/profiles/rules_*.csv, with the columns class, rule (a QGIS expression over fields), name_sv, name_en, color, description_sv, description_en and optional (yes: the layer may lack the rule's fields). The first rule that fits decides; ELSE in the last line takes the rest.</source>
        <translation>Din egen tabell: en ändrad kopia av någon av insticksprogrammets processing/profiles/rules_*.csv, med kolumnerna class, rule (ett QGIS-uttryck över fält), name_sv, name_en, color, description_sv, description_en och optional (yes: lagret får sakna regelns fält). Den första regel som stämmer avgör; ELSE på sista raden tar resten.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Nearer than this to a threshold counts as near the border.</source>
        <translation>Närmare ett gränsvärde än så räknas som nära gränsen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>refuse: stop where the layer lacks a field of a rule, unless the table calls the rule optional; unknown: go on, and let no rule fit for a value that is not there.</source>
        <translation>refuse: stanna om lagret saknar ett fält i en regel, om inte tabellen kallar regeln valfri (optional); unknown: fortsätt, och låt ingen regel stämma för ett värde som inte finns.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>A row per class of the table:</source>
        <translation>En rad per klass i tabellen:</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Decision table</source>
        <translation>Beslutstabell</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Decision table of your own</source>
        <translation>Egen beslutstabell</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Near the border (%)</source>
        <translation>Nära gränsen (%)</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Fields that are not there</source>
        <translation>Fält som saknas</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/ruletypology.py"/>
        <source>Classes</source>
        <translation>Klasser</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Class cards</source>
        <translation>Klasskort</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Describes each class of a typology on a card: its localities, what marks it, means, medians and ranges, and a profile beside all localities; suggests a name for each class that you can overrule; and puts any two classes side by side.</source>
        <translation>Beskriver varje klass i en ortstypologi på ett kort: dess orter, vad som kännetecknar den, medelvärden, medianer och spann samt en profil bredvid alla orter; föreslår ett namn på varje klass, som du kan ändra; och ställer två valfria klasser sida vid sida.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>The class of each locality, from any of the typology tools or your own.</source>
        <translation>Varje orts klass, från något av verktygen för ortstypologi eller din egen.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Names of the classes, such as rule_name. Empty: names are suggested.</source>
        <translation>Klassernas namn, till exempel rule_name. Tomt: namn föreslås.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Your own names, a line for each class, such as: 1 = Service localities</source>
        <translation>Egna namn, en rad för varje klass, till exempel: 1 = Serviceorter</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Two classes for the comparison, such as: 1, 2. Empty: the two largest.</source>
        <translation>Två klasser att jämföra, till exempel: 1, 2. Tomt: de två största.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>A page with a card for each class; it can be printed.</source>
        <translation>En sida med ett kort för varje klass; den kan skrivas ut.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>A page that puts two classes side by side.</source>
        <translation>En sida som ställer två klasser sida vid sida.</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Fields to describe</source>
        <translation>Fält att beskriva</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Names of your own</source>
        <translation>Egna namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Classes to compare</source>
        <translation>Klasser att jämföra</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Localities with class names</source>
        <translation>Orter med klassnamn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Class</source>
        <translation>Klass</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Name of the class</source>
        <translation>Klassens namn</translation>
    </message>
    <message>
        <location filename="../../processing/algorithms/typology/typologyprofile.py"/>
        <source>Two classes</source>
        <translation>Två klasser</translation>
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
        <location filename="../../processing/demo/region.py"/>
        <source>The size '{size}' is not known: choose tiny or region.</source>
        <translation>Storleken '{size}' är okänd: välj tiny eller region.</translation>
    </message>
    <message>
        <location filename="../../processing/demo/timetable/__init__.py"/>
        <source>A timetable needs at least two places to run between.</source>
        <translation>En tidtabell behöver minst två platser att trafikera.</translation>
    </message>
    <message>
        <location filename="../../processing/feeds.py"/>
        <source>Reading '{layer}'</source>
        <translation>Läser '{layer}'</translation>
    </message>
    <message>
        <location filename="../../processing/feeds.py"/>
        <source>, line {row}</source>
        <translation>, rad {row}</translation>
    </message>
    <message>
        <location filename="../../processing/feeds.py"/>
        <source>The feed is not kept for the next time: {reason}</source>
        <translation>GTFS-data sparas inte till nästa gång: {reason}</translation>
    </message>
    <message>
        <location filename="../../processing/frames.py"/>
        <source>{count} features of '{layer}' are of another kind and were left out.</source>
        <translation>{count} objekt i '{layer}' är av annan geometrityp och togs inte med.</translation>
    </message>
    <message>
        <location filename="../../processing/frames.py"/>
        <source>The layer '{layer}' has {count} invalid geometries, the first in row {row} ({reason}). Mend them with the tool 'Fix geometries', or let QGIS ignore them under Settings &gt; Options &gt; Processing &gt; General.</source>
        <translation>Lagret '{layer}' har {count} ogiltiga geometrier, den första på rad {row} ({reason}). Laga dem med verktyget 'Laga geometrier', eller låt QGIS ignorera dem under Inställningar &gt; Alternativ &gt; Geobearbetning &gt; Allmänt.</translation>
    </message>
    <message>
        <location filename="../../processing/frames.py"/>
        <source>{count} invalid geometries of '{layer}' are ignored.</source>
        <translation>{count} ogiltiga geometrier i '{layer}' ignoreras.</translation>
    </message>
    <message>
        <location filename="../../processing/frames.py"/>
        <source>{count} invalid geometries of '{layer}' are mended for the computation.</source>
        <translation>{count} ogiltiga geometrier i '{layer}' lagas inför beräkningen.</translation>
    </message>
    <message>
        <location filename="../../processing/frames.py"/>
        <source>{count} features of '{layer}' have no geometry and were left out.</source>
        <translation>{count} objekt i '{layer}' saknar geometri och togs inte med.</translation>
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
        <source>Choose '{parameter}': it is needed with these inputs.</source>
        <translation>Välj '{parameter}': det behövs med dessa indata.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>The layer given as '{parameter}' cannot be opened. Check that the file exists, is complete and is a vector layer or table.</source>
        <translation>Lagret som angetts som '{parameter}' kan inte öppnas. Kontrollera att filen finns, är hel och är ett vektorlager eller en tabell.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>The layer '{layer}' holds {found}, but '{parameter}' needs {wanted}.</source>
        <translation>Lagret '{layer}' innehåller {found}, men '{parameter}' behöver {wanted}.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>A layer given as '{parameter}' could not be opened. Check that each file exists and is complete.</source>
        <translation>Ett lager som angetts som '{parameter}' kunde inte öppnas. Kontrollera att varje fil finns och är hel.</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>The raster given as '{parameter}' cannot be opened. Check that the file exists and is complete.</source>
        <translation>Rastret som angetts som '{parameter}' kan inte öppnas. Kontrollera att filen finns och är hel.</translation>
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
        <source>points</source>
        <translation>punkter</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>lines</source>
        <translation>linjer</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>polygons</source>
        <translation>polygoner</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>geometry</source>
        <translation>geometri</translation>
    </message>
    <message>
        <location filename="../../processing/inputs.py"/>
        <source>no geometry</source>
        <translation>ingen geometri</translation>
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
        <location filename="../../processing/methods/accessibility/decay.py"/>
        <source>There is no decay function '{name}'; choose one of {known}.</source>
        <translation>Det finns ingen avståndsfunktion '{name}'; välj en av {known}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/decay.py"/>
        <source>The parameter of the decay function '{name}', its spread and its limit must be above 0.</source>
        <translation>Avståndsfunktionen '{name}' måste ha en parameter, en spridning och en gräns som är större än 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/opportunities.py"/>
        <source>Give at least one time, in minutes, and none below 0.</source>
        <translation>Ange minst en tid i minuter, och ingen under 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/opportunities.py"/>
        <source>Give at least one number of opportunities to reach, each above 0.</source>
        <translation>Ange minst ett antal målpunkter att nå, vart och ett större än 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/ratio.py"/>
        <source>The limits of the classes must rise and begin above 0, such as 1.2, 1.5, 2.</source>
        <translation>Klassernas gränser ska stiga och börja över 0, till exempel 1.2, 1.5, 2.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/ratio.py"/>
        <source>The times by public transport and car must be between the same places.</source>
        <translation>Restiderna med kollektivtrafik och bil ska gälla samma platser.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/ratio.py"/>
        <source>The minutes added to the time by car cannot be fewer than 0.</source>
        <translation>Minuterna som läggs till restiden med bil kan inte vara färre än 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/ratio.py"/>
        <source>The number of travellers between two places cannot be negative.</source>
        <translation>Antalet resenärer mellan två platser kan inte vara negativt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/score.py"/>
        <source>The profile of the accessibility score needs 'minutes', 'choices' and 'scores' with a row for each time and a column for each number of choices; 'weight' is a number and 'types' a list of words ({reason}).</source>
        <translation>Profilen för tillgänglighetspoängen behöver 'minutes', 'choices' och 'scores' med en rad för varje tid och en kolumn för varje antal val; 'weight' är ett tal och 'types' en lista med ord ({reason}).</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/score.py"/>
        <source>Give one weight of 0 or more for each of the {count} destination types, and at least one above 0.</source>
        <translation>Ange en vikt, minst 0, för var och en av de {count} typerna av målpunkter, och minst en som är större än 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/score.py"/>
        <source>The profile of the accessibility score needs a row of scores for each of its times, and in each row a score for each number of choices.</source>
        <translation>Profilen för tillgänglighetspoäng behöver en rad med poäng för varje tid, och i varje rad en poäng för varje antal valmöjligheter.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/score.py"/>
        <source>The times and the numbers of choices of the accessibility score must rise, and begin above 0.</source>
        <translation>Tiderna och antalen valmöjligheter för tillgänglighetspoängen måste vara stigande och börja över 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/score.py"/>
        <source>The scores of the profile must be whole numbers from 0 to 5.</source>
        <translation>Poängen i profilen måste vara heltal från 0 till 5.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/times.py"/>
        <source>No row of the travel time table has both ends among the places; check that the fields with the codes are the right ones.</source>
        <translation>Ingen rad i restidstabellen har båda ändpunkterna bland platserna; kontrollera att rätt fält med koder är valda.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/times.py"/>
        <source>The times there and the times back must be between the same places, the origins of the one the destinations of the other.</source>
        <translation>Tiderna dit och tiderna tillbaka måste gälla samma platser, så att den enas startpunkter är den andras målpunkter.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/times.py"/>
        <source>Give one number for each of the {count} places.</source>
        <translation>Ange ett tal för var och en av de {count} platserna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/times.py"/>
        <source>What is reached, or who reaches it, must be counted in numbers of 0 or more; place number {place} has {value}.</source>
        <translation>Det som nås, eller de som når det, måste anges som tal som är minst 0; plats nummer {place} har {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/times.py"/>
        <source>A travel time cannot be negative, as {minutes} is; correct the travel time table.</source>
        <translation>En restid kan inte vara negativ, som {minutes} är; rätta restidstabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/accessibility/times.py"/>
        <source>The code '{code}' belongs to more than one place; each needs its own.</source>
        <translation>Koden '{code}' hör till mer än en plats; varje plats behöver en egen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/allocation.py"/>
        <source>Counts must be points or polygons, one kind in a layer.</source>
        <translation>Antal måste finnas på punkter eller polygoner, en sort per lager.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/allocation.py"/>
        <source>None of the table's codes (such as '{table}') is the code of a locality (such as '{locality}'). Choose the fields that hold the same codes; a code such as 0580 that has become 580 must be imported as text.</source>
        <translation>Ingen av tabellens koder (till exempel '{table}') är kod för en ort (till exempel '{locality}'). Välj fält som innehåller samma koder; en kod som 0580 som blivit 580 måste importeras som text.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/allocation.py"/>
        <source>The field '{field}' does not hold numbers; choose fields that do.</source>
        <translation>Fältet '{field}' innehåller inte tal; välj fält som gör det.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/catchment/bands.py"/>
        <source>The bands of a catchment must rise from above 0, such as 300, 500, 800.</source>
        <translation>Avståndsbanden i ett upptagningsområde måste vara stigande och större än 0, till exempel 300, 500, 800.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/catchment/bands.py"/>
        <source>The own limit of a stop must be above 0, not {limit}.</source>
        <translation>En hållplats egen gräns måste vara över 0, inte {limit}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/catchment/polygons.py"/>
        <source>The buffer must be above 0 m, not {buffer}.</source>
        <translation>Bufferten måste vara större än 0 m, inte {buffer}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/catchment/totals.py"/>
        <source>There must be one number of residents or jobs for each of the {places} places.</source>
        <translation>Det måste finnas ett antal boende eller arbetstillfällen för var och en av de {places} platserna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/comparison.py"/>
        <source>A measure gets better by more or less of it, by a smallest difference of 0 or more, not by '{direction}' and {smallest}.</source>
        <translation>Ett mått blir bättre av mer eller mindre av det, med en minsta skillnad på 0 eller mer, inte av '{direction}' och {smallest}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/comparison.py"/>
        <source>Numbers of persons must be 0 or more, also with those added or taken away.</source>
        <translation>Antal personer måste vara 0 eller mer, även med dem som läggs till eller dras ifrån.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/grid.py"/>
        <source>A cell has {value} inhabitants. Correct it.</source>
        <translation>En ruta har {value} invånare. Rätta den.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/grid.py"/>
        <source>The {name} grid must have rows and columns.</source>
        <translation>Rutnätet '{name}' måste ha rader och kolumner.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/grid.py"/>
        <source>The {name} grid has {rows} x {columns} cells, the population grid another number. Cut both to the same extent.</source>
        <translation>Rutnätet '{name}' har {rows} x {columns} rutor, befolkningens rutnät ett annat antal. Klipp båda till samma utbredning.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/grid.py"/>
        <source>The {name} grid must hold shares between 0 and 1; it holds {value}.</source>
        <translation>Rutnätet '{name}' måste innehålla andelar mellan 0 och 1; det innehåller {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/profile.py"/>
        <source>'majority' of the profile is 'all' or 'valid', not '{value}'.</source>
        <translation>'majority' i profilen ska vara 'all' eller 'valid', inte '{value}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/profile.py"/>
        <source>'neighbours' of '{name}' in the profile is 4 or 8, not {value}.</source>
        <translation>'neighbours' för '{name}' i profilen ska vara 4 eller 8, inte {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/profile.py"/>
        <source>The degree of urbanisation profile lacks '{name}'. Add it.</source>
        <translation>Profilen för urbaniseringsgrad saknar '{name}'. Lägg till det.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/degurba/profile.py"/>
        <source>'{name}' of the profile must be a number of 0 or more, not '{value}'.</source>
        <translation>'{name}' i profilen måste vara ett tal som är minst 0, inte '{value}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>Choose a flow table, or a field with jobs or employed residents.</source>
        <translation>Välj en flödestabell, eller ett fält med arbetstillfällen eller förvärvsarbetande boende.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>The code '{code}' belongs to more than one locality; each needs its own.</source>
        <translation>Koden '{code}' hör till mer än en ort; varje ort behöver en egen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>The flow from '{origin}' to '{destination}' is {persons}; a number of commuters cannot be negative.</source>
        <translation>Flödet från '{origin}' till '{destination}' är {persons}; ett antal pendlare kan inte vara negativt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/employment.py"/>
        <source>The core '{core}' is neither among the localities nor in the flow table.</source>
        <translation>Kärnan '{core}' finns varken bland orterna eller i flödestabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/functional.py"/>
        <source>The buffer must be 0 m or more, not {buffer}.</source>
        <translation>Bufferten måste vara minst 0 m, inte {buffer}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/functional.py"/>
        <source>Every member needs a code of its own; '{code}' is missing or there twice.</source>
        <translation>Varje medlem behöver en egen kod; '{code}' saknas eller förekommer två gånger.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/functional.py"/>
        <source>The kind '{kind}' has no rank; the ranks are: {ranks}.</source>
        <translation>Typen '{kind}' har ingen rang; rangerna är: {ranks}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/functional.py"/>
        <source>The member '{code}' has no geometry.</source>
        <translation>Medlemmen '{code}' saknar geometri.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/functional.py"/>
        <source>The exceptions name '{code}', which is no member; check the codes.</source>
        <translation>Bland undantagen finns '{code}', som inte är någon medlem; kontrollera koderna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/functional.py"/>
        <source>'{one}' and '{other}' are to be joined and kept apart at once; drop one of the exceptions.</source>
        <translation>'{one}' och '{other}' ska både slås samman och hållas isär; ta bort ett av undantagen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/housing.py"/>
        <source>Give at least one year that parts the building periods, in order.</source>
        <translation>Ange minst ett år som skiljer byggperioderna åt, i ordning.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/housing.py"/>
        <source>'{name}' is no kind of home; the kinds are: {kinds}.</source>
        <translation>'{name}' är inte någon typ av bostad; typerna är: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/industry/branches.py"/>
        <source>The number of employed in a branch cannot be {persons}; correct the table.</source>
        <translation>Antalet sysselsatta i en näringsgren kan inte vara {persons}; rätta tabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/industry/shiftshare.py"/>
        <source>A dynamic shift-share analysis needs the same years of the areas and of the reference, at least two.</source>
        <translation>En dynamisk shift-share-analys behöver samma år för områdena och för jämförelseområdet, minst två.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/industry/shiftshare.py"/>
        <source>The areas and the reference must have the same branches at both times, and the areas must be the same.</source>
        <translation>Områdena och jämförelseområdet måste ha samma näringsgrenar vid båda tidpunkterna, och områdena måste vara desamma.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/industry/shiftshare.py"/>
        <source>The number of employed must be known and 0 or more in every branch at both times; fill in what is missing, or leave those branches out.</source>
        <translation>Antalet sysselsatta måste vara känt och minst 0 i varje näringsgren vid båda tidpunkterna; fyll i det som saknas eller utelämna de näringsgrenarna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/industry/shiftshare.py"/>
        <source>The reference has nobody employed at the start; choose another one.</source>
        <translation>Jämförelseområdet har inga sysselsatta vid periodens början; välj ett annat.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/labour/flows.py"/>
        <source>The flow table holds no commuters between places with codes; choose the fields with the codes of home and workplace and the number of commuters.</source>
        <translation>Flödestabellen innehåller inga pendlare mellan platser med koder; välj fälten med bostadsortens och arbetsortens koder och antalet pendlare.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/labour/rules.py"/>
        <source>The profile's 'rule' is '{rule}'; it must be 'links' or 'clusters'.</source>
        <translation>Profilens 'rule' är '{rule}'; den måste vara 'links' eller 'clusters'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/labour/rules.py"/>
        <source>The profile's smallest size, {low}, must be below its target size, {high}.</source>
        <translation>Profilens minsta storlek, {low}, måste vara mindre än dess målstorlek, {high}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/labour/rules.py"/>
        <source>The profile's smallest self-containment, {low} %, must be above 0 and below its target, {high} %.</source>
        <translation>Profilens lägsta självförsörjningsgrad, {low} %, måste vara större än 0 och mindre än dess målvärde, {high} %.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/labour/rules.py"/>
        <source>'{name}' of the profile is a percentage and cannot be {value}.</source>
        <translation>'{name}' i profilen är en procentandel och kan inte vara {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/labour/rules.py"/>
        <source>'{name}' of the labour market profile must be a number of 0 or more, not '{value}'.</source>
        <translation>'{name}' i arbetsmarknadsprofilen måste vara ett tal som är minst 0, inte '{value}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/labour/swedish.py"/>
        <source>A rule for local labour markets must allow at least one link.</source>
        <translation>En regel för lokala arbetsmarknader måste tillåta minst en länk.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/change.py"/>
        <source>The two rasters have different cells. Warp the later one to the grid of the earlier one (nearest neighbour) and try again.</source>
        <translation>De två rastren har olika celler. Anpassa det senare till det tidigares rutnät med verktyget 'Warp (projicera om)' (närmaste granne) och försök igen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/classes.py"/>
        <source>The class table has no column '{column}'. Add it.</source>
        <translation>Klasstabellen saknar kolumnen '{column}'. Lägg till den.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/classes.py"/>
        <source>Row {row} of the class table has '{value}' as '{column}', which is no whole number.</source>
        <translation>Rad {row} i klasstabellen har '{value}' som '{column}', vilket inte är ett heltal.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/classes.py"/>
        <source>The class table has {value} twice as '{column}'. Give each class once.</source>
        <translation>Klasstabellen har {value} två gånger som '{column}'. Ange varje klass en gång.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/codes.py"/>
        <source>The raster has more than {most} different values, so it holds measurements, not classes. Choose a land-cover raster.</source>
        <translation>Rastret har fler än {most} olika värden och innehåller alltså mätvärden, inte klasser. Välj ett marktäckeraster.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/codes.py"/>
        <source>The raster holds decimals such as {value}, so it holds measurements, not classes. Choose a land-cover raster.</source>
        <translation>Rastret innehåller decimaltal som {value} och alltså mätvärden, inte klasser. Välj ett marktäckeraster.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/edges.py"/>
        <source>Feature {number} is not a polygon. Zones must be polygons.</source>
        <translation>Objekt {number} är inte en polygon. Zoner måste vara polygoner.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/edges.py"/>
        <source>Polygon {number} is invalid: {reason}. Fix the layer's geometries and try again.</source>
        <translation>Polygon {number} är ogiltig: {reason}. Laga lagrets geometrier och försök igen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/layers.py"/>
        <source>The overlay is 'area' or 'centre', not '{overlay}'.</source>
        <translation>Överlagringen ska vara 'area' eller 'centre', inte '{overlay}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/landcover/rasters.py"/>
        <source>The raster has no cells. Choose another one.</source>
        <translation>Rastret har inga celler. Välj ett annat.</translation>
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
        <location filename="../../processing/methods/landscape/landscape.py"/>
        <source>Cells have 4 or 8 neighbours, not {count}.</source>
        <translation>Celler har 4 eller 8 grannar, inte {count}.</translation>
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
        <translation>Toleransen för snappning måste vara minst 0, inte {tolerance}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/build.py"/>
        <source>One-way values must be 1 (along the line), -1 (against it) or 0 (both ways), not {value}.</source>
        <translation>Värden för enkelriktning måste vara 1 (längs linjen), -1 (mot den) eller 0 (båda hållen), inte {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/groups.py"/>
        <source>The greatest distance or time must be a positive number, not {limit}.</source>
        <translation>Det största avståndet eller den längsta tiden måste vara ett positivt tal, inte {limit}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/network/snap.py"/>
        <source>The snapping limit must be positive, not {limit}.</source>
        <translation>Gränsen för snappning måste vara positiv, inte {limit}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/agreement.py"/>
        <source>Agreement needs at least two actors who rate at least two things.</source>
        <translation>Samstämmighet kräver minst två aktörer som bedömer minst två saker.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/agreement.py"/>
        <source>A rating lies outside the scale from {low} to {high}.</source>
        <translation>En bedömning ligger utanför skalan från {low} till {high}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/agreement.py"/>
        <source>A rating is missing; rankings can be compared only where every actor rates everything.</source>
        <translation>En bedömning saknas; rangordningar kan bara jämföras där alla aktörer bedömer allt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/ahp.py"/>
        <source>The comparisons must be a square table, a row and column per criterion.</source>
        <translation>Jämförelserna måste vara en kvadratisk tabell, med en rad och en kolumn per kriterium.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/ahp.py"/>
        <source>Each comparison must be above 0: 3 for three times as important.</source>
        <translation>Varje jämförelse måste vara större än 0: 3 för tre gånger så viktigt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/ahp.py"/>
        <source>The comparison of criterion {first} with criterion {second} is {there}, and the reverse {back}; the one must be 1 divided by the other.</source>
        <translation>Jämförelsen av kriterium {first} med kriterium {second} är {there}, och den omvända {back}; den ena måste vara 1 delat med den andra.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/compromise.py"/>
        <source>What an alternative is worth to an actor must be 0 or more, with a column for each of at least one actor.</source>
        <translation>Vad ett alternativ är värt för en aktör måste vara minst 0, med en kolumn för varje aktör och minst en aktör.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/decision.py"/>
        <source>Choose at least one criterion to rate the alternatives on.</source>
        <translation>Välj minst ett kriterium att bedöma alternativen efter.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/decision.py"/>
        <source>Tell for each of the {count} criteria whether more is better (1) or less (-1).</source>
        <translation>Ange för vart och ett av de {count} kriterierna om mer (1) eller mindre (-1) är bättre.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/decision.py"/>
        <source>Every alternative lacks a value in some criterion; fill in the values, or leave criteria out.</source>
        <translation>Alla alternativ saknar värde för något kriterium; fyll i värdena, eller utelämna kriterier.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/decision.py"/>
        <source>Give a weight of 0 or more for each of the {count} criteria, and at least one above 0.</source>
        <translation>Ange en vikt som är minst 0 för vart och ett av de {count} kriterierna, och minst en som är större än 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/decision.py"/>
        <source>Shares need values above 0, which criterion number {column} does not have throughout; choose another way to scale.</source>
        <translation>Andelar kräver värden större än 0, vilket kriterium nummer {column} inte har genomgående; välj ett annat sätt att skala.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/interactions.py"/>
        <source>Give one name for each of the {count} goals.</source>
        <translation>Ange ett namn för vart och ett av de {count} målen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/interactions.py"/>
        <source>The interactions must be a square table, a row and column per goal.</source>
        <translation>Samspelen måste vara en kvadratisk tabell, med en rad och en kolumn per mål.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/interactions.py"/>
        <source>An interaction is {score}; the scale goes from -3 (cancelling) to 3 (indivisible).</source>
        <translation>Ett samspel är {score}; skalan går från -3 (upphävande) till 3 (odelbart).</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/outranking.py"/>
        <source>There is no preference function '{shape}'; choose one of {known}.</source>
        <translation>Det finns ingen preferensfunktion '{shape}'; välj en av {known}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/outranking.py"/>
        <source>The preference function '{shape}' needs a difference that means nothing, of 0 or more, and a larger one that means all.</source>
        <translation>Preferensfunktionen '{shape}' behöver en skillnad som inte betyder något, minst 0, och en större som betyder allt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/outranking.py"/>
        <source>Give a preference function for each of the {count} criteria.</source>
        <translation>Ange en preferensfunktion för vart och ett av de {count} kriterierna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/preferences.py"/>
        <source>The ends of the scale, and the bounds of the classes, must rise.</source>
        <translation>Skalans ändpunkter och klassernas gränser måste vara stigande.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/preferences.py"/>
        <source>A suitability lies outside the scale from {low} to {high}; set the ends of the scale.</source>
        <translation>Ett lämplighetsvärde ligger utanför skalan från {low} till {high}; ange skalans ändpunkter.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/preferences.py"/>
        <source>Give one to nine interests, a column of classes and a name for each, and for each two of them whether they can share land.</source>
        <translation>Ange ett till nio intressen, en kolumn med klasser och ett namn för varje, och för varje par av dem om de kan dela mark.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/ranking.py"/>
        <source>The weight of the majority must be from 0 to 1, not {value}.</source>
        <translation>Majoritetens vikt måste vara från 0 till 1, inte {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/sensitivity.py"/>
        <source>Weights can be changed by 0 to 100 per cent, and at least once; not by {spread} per cent {draws} times.</source>
        <translation>Vikterna kan ändras med 0 till 100 procent, och minst en gång; inte med {spread} procent {draws} gånger.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/targets.py"/>
        <source>Goal number {row} has neither a lowest nor a highest value for its target year; give one.</source>
        <translation>Mål nummer {row} har varken ett lägsta eller ett högsta värde för sitt målår; ange något av dem.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/targets.py"/>
        <source>The lowest value of goal number {row} is above its highest one.</source>
        <translation>Det lägsta värdet för mål nummer {row} är större än det högsta.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/targets.py"/>
        <source>The target year of goal number {row} must come after the year it starts from.</source>
        <translation>Målåret för mål nummer {row} måste komma efter det år som målet utgår från.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/targets.py"/>
        <source>The latest year of goal number {row} comes before the year it starts from.</source>
        <translation>Det senaste året för mål nummer {row} kommer före det år som målet utgår från.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/trend.py"/>
        <source>There is no trend '{method}'; choose theil_sen or least_squares.</source>
        <translation>Det finns ingen trend '{method}'; välj theil_sen eller least_squares.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/trend.py"/>
        <source>A trend needs at least {fewest} years.</source>
        <translation>En trend behöver minst {fewest} år.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/planning/trend.py"/>
        <source>Goal number {goal} has more than one value for the year {year}.</source>
        <translation>Mål nummer {goal} har mer än ett värde för år {year}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/population.py"/>
        <source>The age classes '{younger}' and '{older}' overlap; choose classes in which each age occurs once.</source>
        <translation>Åldersklasserna '{younger}' och '{older}' överlappar; välj klasser där varje ålder förekommer en gång.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/population.py"/>
        <source>Give the years between the earlier and the later population.</source>
        <translation>Ange antalet år mellan den tidigare och den senare folkmängden.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/population.py"/>
        <source>The field '{field}' does not name an age class; names such as p0_5, 0-4, p80_ or 80+ do.</source>
        <translation>Fältet '{field}' anger ingen åldersklass; det gör namn som p0_5, 0-4, p80_ eller 80+.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/ratios.py"/>
        <source>The later year must come after the earlier one; there are {years} years between them.</source>
        <translation>Det senare året måste komma efter det tidigare; det är {years} år mellan dem.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/retail.py"/>
        <source>The distances must have a row for each home and a column for each centre.</source>
        <translation>Avstånden måste ha en rad för varje bostad och en kolumn för varje centrum.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/retail.py"/>
        <source>The shortest distance that counts must be above 0.</source>
        <translation>Det kortaste avståndet som räknas måste vara större än 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/retail.py"/>
        <source>Distances, sizes and spending must be 0 or more; one is {value}.</source>
        <translation>Avstånd, storlekar och köpkraft måste vara minst 0; ett värde är {value}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/service/centrality.py"/>
        <source>The hierarchy needs at least one level, not {levels}.</source>
        <translation>Hierarkin behöver minst en nivå, inte {levels}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/service/centrality.py"/>
        <source>Give one total for each of the {types} service types.</source>
        <translation>Ange ett totalt antal för var och en av de {types} servicetyperna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/service/supply.py"/>
        <source>The checklist of services must name at least one type, each only once.</source>
        <translation>Checklistan måste ange minst en servicetyp, och varje typ bara en gång.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/service/supply.py"/>
        <source>Give one name for each of the {types} service types.</source>
        <translation>Ange ett namn för var och en av de {types} servicetyperna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/service/supply.py"/>
        <source>Give one weight or cap, 0 or more, for each of the {types} service types; not all may be 0.</source>
        <translation>Ange en vikt eller ett tak, minst 0, för var och en av de {types} servicetyperna; alla får inte vara 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/delineation.py"/>
        <source>The layer of {layer} needs a field for '{field}'; choose one.</source>
        <translation>Lagret '{layer}' behöver ett fält för '{field}'; välj ett.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/homes.py"/>
        <source>The rule '{rule}' asks for holiday homes: choose the field that tells which buildings are holiday homes.</source>
        <translation>Regeln '{rule}' kräver uppgift om fritidshus: välj det fält som anger vilka byggnader som är fritidshus.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/homes.py"/>
        <source>The field for '{field}' must hold numbers, or true and false; choose another field.</source>
        <translation>Fältet för '{field}' måste innehålla tal, eller sant och falskt; välj ett annat fält.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/linking.py"/>
        <source>The largest gap must be a positive distance, not {gap}.</source>
        <translation>Det största avståndet mellan byggnader måste vara ett positivt avstånd, inte {gap}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/linking.py"/>
        <source>Some buildings have coordinates that are not numbers; repair them first.</source>
        <translation>Några byggnader har koordinater som inte är tal; reparera dem först.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/linking.py"/>
        <source>A gap of {gap} m is too small for data {extent} m across; check the coordinates.</source>
        <translation>Avståndet {gap} m är för litet för data som är {extent} m tvärs över; kontrollera koordinaterna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/outline.py"/>
        <source>The margin round buildings must be positive and at most a quarter of the largest gap, {limit:g} m, not {margin:g} m.</source>
        <translation>Marginalen kring byggnader måste vara positiv och högst en fjärdedel av det största avståndet, {limit:g} m, inte {margin:g} m.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/rule.py"/>
        <source>The largest gap of the rule '{rule}' must be above 0.</source>
        <translation>Det största avståndet i regeln '{rule}' måste vara större än 0.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/rule.py"/>
        <source>The rule '{rule}' asks for at least {low} and at most {high} inhabitants; no locality can have both.</source>
        <translation>Regeln '{rule}' kräver minst {low} och högst {high} invånare; ingen ort kan uppfylla båda.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/rule.py"/>
        <source>The setting '{setting}' of the rule '{rule}' must be a number from 0 up, not '{value}'.</source>
        <translation>Inställningen '{setting}' i regeln '{rule}' måste vara ett tal från 0 och uppåt, inte '{value}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/rule.py"/>
        <source>A settlement rule has no setting '{setting}'. It knows {known}.</source>
        <translation>En regel för avgränsning har ingen inställning '{setting}'. Den känner till {known}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/rule.py"/>
        <source>A settlement rule needs a name: add the setting 'key'.</source>
        <translation>En regel för avgränsning behöver ett namn: lägg till inställningen 'key'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/settlement/rule.py"/>
        <source>The setting 'purposes' must be a list of texts, not '{value}'.</source>
        <translation>Inställningen 'purposes' måste vara en lista med texter, inte '{value}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The feed '{feed}' has no file '{file}'. Every GTFS feed must hold it; fetch the feed again or ask its publisher.</source>
        <translation>GTFS-data '{feed}' saknar filen '{file}'. Den måste finnas i alla GTFS-data; hämta dem på nytt eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>'{file}' in the feed '{feed}' cannot be unpacked: {reason}. Fetch the feed again; the download may have stopped half-way.</source>
        <translation>'{file}' i GTFS-data '{feed}' kan inte packas upp: {reason}. Hämta dem på nytt; hämtningen kan ha avbrutits halvvägs.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>There is no feed at '{path}'. Check the path.</source>
        <translation>Det finns inga GTFS-data på '{path}'. Kontrollera sökvägen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>'{feed}' is neither a zip archive nor a folder with GTFS files. Fetch the feed again; the download may have stopped half-way.</source>
        <translation>'{feed}' är varken ett zip-arkiv eller en mapp med GTFS-filer. Hämta GTFS-data på nytt; hämtningen kan ha avbrutits halvvägs.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The archive '{feed}' is refused: its member '{member}' leads out of the archive. Fetch the feed again from its publisher.</source>
        <translation>Arkivet '{feed}' avvisas: dess fil '{member}' leder ut ur arkivet. Hämta GTFS-data på nytt från utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The archive '{feed}' is encrypted. Unpack it with its password and give the folder.</source>
        <translation>Arkivet '{feed}' är krypterat. Packa upp det med lösenordet och ange mappen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The archive '{feed}' is refused: its member '{member}' would unpack to {size} bytes. Fetch the feed again from its publisher.</source>
        <translation>Arkivet '{feed}' avvisas: dess fil '{member}' skulle packas upp till {size} byte. Hämta GTFS-data på nytt från utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/archive.py"/>
        <source>The archive '{feed}' holds several feeds: '{first}' and '{second}'. Unpack it and give one folder at a time.</source>
        <translation>Arkivet '{feed}' innehåller flera uppsättningar GTFS-data: '{first}' och '{second}'. Packa upp det och ange en mapp i taget.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/cache.py"/>
        <source>The stored timetable '{path}' cannot be used: {reason}. Remove the file; the feed will be read anew.</source>
        <translation>Den sparade tidtabellen '{path}' kan inte användas: {reason}. Ta bort filen, så läses GTFS-data in på nytt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calendar.py"/>
        <source>The feed '{feed}' has neither calendar.txt nor calendar_dates.txt, so that no trip runs on any date. Fetch the feed again or ask its publisher.</source>
        <translation>GTFS-data '{feed}' saknar både calendar.txt och calendar_dates.txt, så ingen tur går något datum. Hämta dem på nytt eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calendar.py"/>
        <source>The services of the feed '{feed}' run from {first} to {last}. Look for a mistyped year in calendar.txt and calendar_dates.txt.</source>
        <translation>Trafiken i GTFS-data '{feed}' går från {first} till {last}. Leta efter ett felskrivet årtal i calendar.txt och calendar_dates.txt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calendar.py"/>
        <source>'{text}' in '{file}', line {line}, column '{column}', is no date: it must look like 20211004. Correct it, or ask the feed's publisher.</source>
        <translation>'{text}' i '{file}', rad {line}, kolumn '{column}', är inget datum: det ska se ut som 20211004. Rätta det, eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calendar.py"/>
        <source>calendar.txt describes the service '{service}' more than once.</source>
        <translation>calendar.txt beskriver service_id '{service}' mer än en gång.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calendar.py"/>
        <source>The days of all its rows were joined; remove the row that is wrong.</source>
        <translation>Dagarna i alla dess rader slogs samman; ta bort den rad som är fel.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calendar.py"/>
        <source>Rows of calendar_dates.txt with an exception_type other than 1 and 2: {count}.</source>
        <translation>Rader i calendar_dates.txt med annat exception_type än 1 och 2: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calendar.py"/>
        <source>The rows were left out; 1 adds a day, 2 removes it.</source>
        <translation>Raderna togs inte med; 1 lägger till en dag, 2 tar bort den.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Calls that repeat a stop_sequence of their trip: {count}, such as trip '{trip}'.</source>
        <translation>Uppehåll som upprepar ett stop_sequence i sin tur: {count}, till exempel tur '{trip}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>The order of the file was kept; correct the numbers.</source>
        <translation>Filens ordning behölls; rätta numren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Trips without a time at their first or last stop: {count}, such as trip '{trip}'.</source>
        <translation>Turer utan tid vid sin första eller sista hållplats: {count}, till exempel tur '{trip}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>They were left out: without both, their journey is not known.</source>
        <translation>De togs inte med: utan båda tiderna är resan okänd.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Trips in which time runs backwards: {count}, such as trip '{trip}'.</source>
        <translation>Turer där tiden går baklänges: {count}, till exempel tur '{trip}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>They were left out; after midnight a trip must go on with 24:05:00, not 00:05:00.</source>
        <translation>De togs inte med; efter midnatt måste en tur fortsätta med 24:05:00, inte 00:05:00.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Trips that call at one stop only: {count}, such as trip '{trip}'.</source>
        <translation>Turer som stannar vid bara en hållplats: {count}, till exempel tur '{trip}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>They were left out: nobody can travel with them.</source>
        <translation>De togs inte med: ingen kan resa med dem.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Calls with only an arrival or only a departure, which was used for both: {count}.</source>
        <translation>Uppehåll med bara ankomst eller bara avgång, som användes för båda: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Nothing; the vehicle is taken not to wait.</source>
        <translation>Ingen åtgärd behövs; fordonet antas inte vänta.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Calls between others without a time, which was estimated from the distance: {count}.</source>
        <translation>Uppehåll mellan andra utan tid, som uppskattades från avståndet: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/calls.py"/>
        <source>Nothing; times at these stops may be a minute or two wrong.</source>
        <translation>Ingen åtgärd behövs; tiderna vid dessa hållplatser kan vara någon minut fel.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>No trip runs on any date.</source>
        <translation>Ingen tur går något datum.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Fetch the feed again or ask its publisher.</source>
        <translation>Hämta GTFS-data på nytt eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>The timetable is for {first} to {last}, which is not now.</source>
        <translation>Tidtabellen gäller {first} till {last}, vilket inte är nu.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Use a date within that period, or fetch a newer feed.</source>
        <translation>Använd ett datum inom den perioden, eller hämta nyare GTFS-data.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Between {first} and {last} there are days without any trip: {count}.</source>
        <translation>Mellan {first} och {last} finns dagar utan någon tur: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Nothing; such dates are refused when they are chosen.</source>
        <translation>Ingen åtgärd behövs; sådana datum avvisas om de väljs.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Stops that no trip calls at: {count}, such as '{id}'.</source>
        <translation>Hållplatser där ingen tur stannar: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Nothing; they show no service.</source>
        <translation>Ingen åtgärd behövs; de visar ingen trafik.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Lines without trips: {count}, such as line '{id}'.</source>
        <translation>Linjer utan turer: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Nothing; they are not shown.</source>
        <translation>Ingen åtgärd behövs; de visas inte.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Stops on the same spot as another stop: {count}, such as '{id}'.</source>
        <translation>Hållplatser på samma plats som en annan hållplats: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>If it is one stop, its departures are split; correct the feed.</source>
        <translation>Om det är en och samma hållplats delas dess avgångar upp; rätta GTFS-data.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Stops very far from all others: {count}, such as '{id}'.</source>
        <translation>Hållplatser mycket långt från alla andra: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Look at stop_lat and stop_lon; they may be swapped or mistyped.</source>
        <translation>Se på stop_lat och stop_lon; de kan vara omkastade eller felskrivna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Stops outside the area: {count}, such as '{id}'.</source>
        <translation>Hållplatser utanför området: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Nothing, if lines reach beyond the area; clip the feed to leave out the rest.</source>
        <translation>Ingen åtgärd behövs om linjer går utanför området; klipp GTFS-data för att utelämna resten.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Lines without geometry in shapes.txt: {count}, such as line '{id}'.</source>
        <translation>Linjer utan geometri i shapes.txt: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>They are drawn straight from stop to stop.</source>
        <translation>De ritas rakt från hållplats till hållplats.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Trips faster than 250 km/h between two stops: {count}, such as trip '{id}'.</source>
        <translation>Turer snabbare än 250 km/h mellan två hållplatser: {count}, till exempel tur '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/check.py"/>
        <source>Look for a misplaced stop or a wrong time.</source>
        <translation>Leta efter en felplacerad hållplats eller en felaktig tid.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/combine.py"/>
        <source>There is no feed to join. Give at least one.</source>
        <translation>Det finns inga GTFS-data att slå samman. Ange minst en uppsättning.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/combine.py"/>
        <source>Some feeds were read with their shapes and others without.</source>
        <translation>Vissa GTFS-data lästes med linjernas geometri (shapes) och andra utan. Läs alla på samma sätt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/combine.py"/>
        <source>No trip of the feed '{feed}' calls inside the area. Look at the area, and at the coordinates of the stops.</source>
        <translation>Ingen tur i GTFS-data '{feed}' stannar inom området. Se över området och hållplatsernas koordinater.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/days.py"/>
        <source>No trip of the feed runs on any date. Fetch the feed again or ask its publisher.</source>
        <translation>Ingen tur i GTFS-data går något datum. Hämta dem på nytt eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/days.py"/>
        <source>No trip of the feed runs on {date}. Its timetable is for {first} to {last}; {proposal} has the normal traffic of that kind of day.</source>
        <translation>Ingen tur i GTFS-data går {date}. Tidtabellen gäller {first} till {last}; {proposal} har normal trafik för den typen av dag.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/feed.py"/>
        <source>The feed '{feed}' has no trip with times at two stops or more. Feeds with only on-demand areas have no timetable; otherwise fetch the feed again.</source>
        <translation>GTFS-data '{feed}' har ingen tur med tider vid minst två hållplatser. GTFS-data med bara anropsstyrda områden saknar tidtabell; hämta dem annars på nytt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/frequencies.py"/>
        <source>Trips that run by headway, written out as single departures: {count}.</source>
        <translation>Turer med fast turintervall, utskrivna som enskilda avgångar: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/frequencies.py"/>
        <source>Nothing; the minute within each headway is an assumption.</source>
        <translation>Ingen åtgärd behövs; minuten inom varje intervall är ett antagande.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/frequencies.py"/>
        <source>Rows of frequencies.txt without a headway or a period: {count}.</source>
        <translation>Rader i frequencies.txt utan turintervall eller period: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/frequencies.py"/>
        <source>They were left out; correct headway_secs, start_time and end_time.</source>
        <translation>De togs inte med; rätta headway_secs, start_time och end_time.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/holidays.py"/>
        <source>'{rule}' is no rule for a holiday. Write a date such as 12-25, days from Easter such as easter-2, or a day of the week from a date on, such as saturday 06-20.</source>
        <translation>'{rule}' är ingen regel för en helgdag. Skriv ett datum såsom 12-25, dagar från påsk såsom easter-2, eller en veckodag från och med ett datum, såsom saturday 06-20.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/intervals.py"/>
        <source>The time window from {begin} to {end} seconds must begin at midnight or later and end after it begins.</source>
        <translation>Tidsfönstret från {begin} till {end} sekunder måste börja vid midnatt eller senare och sluta efter att det börjar.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/layers.py"/>
        <source>Each stop and each point of the lines' ways needs a place (x, y).</source>
        <translation>Varje hållplats och varje punkt på linjernas väg behöver ett läge (x, y).</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/locality.py"/>
        <source>Each of the {stops} stops needs a locality from 0 to {last}, or -1 for none.</source>
        <translation>Var och en av de {stops} hållplatserna behöver en ort från 0 till {last}, eller -1 för ingen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/offstreet.py"/>
        <source>Stops far from every street: {count}, such as '{stop}'.</source>
        <translation>Hållplatser långt från alla gator: {count}, till exempel '{stop}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/offstreet.py"/>
        <source>Look at stop_lat and stop_lon, and whether the streets reach there.</source>
        <translation>Se på stop_lat och stop_lon, och om gatorna når dit.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/ptal.py"/>
        <source>The quality profile is not complete: {reason}. Compare it with a profile that comes with the tool.</source>
        <translation>Kvalitetsprofilen är inte fullständig: {reason}. Jämför den med en profil som följer med verktyget.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/quality.py"/>
        <source>Departures need one column for each of {count} modes.</source>
        <translation>Avgångarna behöver en kolumn för vart och ett av {count} trafikslag.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/quality.py"/>
        <source>The quality profile does not fit together: there must be a row of categories for each interval, a column for each group, a class for each ring, none better than the ring inside it, and intervals and rings must ascend.</source>
        <translation>Kvalitetsprofilen går inte ihop: det måste finnas en rad med kategorier för varje intervall, en kolumn för varje grupp och en klass för varje ring, ingen bättre än den i ringen innanför, och intervall och ringar måste vara stigande.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Rows of '{file}' that repeat a {column}: {count}, such as '{id}'.</source>
        <translation>Rader i '{file}' som upprepar ett {column}: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>The first row of each was used; remove the others.</source>
        <translation>Den första raden av varje användes; ta bort de andra.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Trips of lines that are not in routes.txt: {count}, such as line '{id}'.</source>
        <translation>Turer på linjer som inte finns i routes.txt: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>The trips were left out; ask the feed's publisher for the missing lines.</source>
        <translation>Turerna togs inte med; fråga utgivaren om de linjer som saknas.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Trips that run on no date: {count}; the service '{id}', say, has no days.</source>
        <translation>Turer som inte går något datum: {count}; service_id '{id}' har till exempel inga dagar.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Nothing, if they are old; else ask the publisher for the missing days.</source>
        <translation>Ingen åtgärd behövs om de är gamla; fråga annars utgivaren om de dagar som saknas.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>The feed does not name its agencies: agency.txt is missing, empty or unnamed.</source>
        <translation>GTFS-data anger inte sina trafikföretag: agency.txt saknas, är tom eller saknar namn.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Nothing; lines have no operator.</source>
        <translation>Ingen åtgärd behövs; linjerna saknar trafikföretag.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Lines without an agency in agency.txt: {count}, such as line '{id}'.</source>
        <translation>Linjer utan trafikföretag i agency.txt: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Nothing; these lines may lack an operator.</source>
        <translation>Ingen åtgärd behövs; dessa linjer kan sakna trafikföretag.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Lines without a number as route_type: {count}, such as line '{id}'.</source>
        <translation>Linjer utan ett tal som route_type: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>They were taken as mode 'other'; correct route_type.</source>
        <translation>De togs som trafikslaget 'other'; rätta route_type.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Lines without a name: {count}, such as line '{id}'.</source>
        <translation>Linjer utan namn: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Nothing; they are shown by their id.</source>
        <translation>Ingen åtgärd behövs; de visas med sitt id.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Lines with the names and type of another line: {count}, such as line '{id}'.</source>
        <translation>Linjer med samma namn och typ som en annan linje: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Nothing, if they are separate lines; results by line name would join them.</source>
        <translation>Ingen åtgärd behövs om de är skilda linjer; resultat per linjenamn skulle slå ihop dem.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Lines with the same short and long name: {count}, such as line '{id}'.</source>
        <translation>Linjer med samma korta och långa namn: {count}, till exempel linje '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/register.py"/>
        <source>Nothing; the name is shown once.</source>
        <translation>Ingen åtgärd behövs; namnet visas en gång.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/access.py"/>
        <source>Walking times to stops must be finite and not negative.</source>
        <translation>Gångtider till hållplatser måste vara ändliga och inte negativa.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/access.py"/>
        <source>The walking speed must be positive, the longest walk not negative and the detour factor at least 1.</source>
        <translation>Gånghastigheten måste vara positiv, den längsta gångvägen inte negativ och omvägsfaktorn minst 1.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/cluster.py"/>
        <source>Computing on a Dask cluster needs the Python package 'distributed', which is missing. Install it where QGIS finds it (python -m pip install distributed), or leave the scheduler's address empty.</source>
        <translation>För att räkna på ett Dask-kluster behövs Python-paketet 'distributed', som saknas. Installera det där QGIS hittar det (python -m pip install distributed), eller lämna schemaläggarens adress tom.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/cluster.py"/>
        <source>No Dask scheduler answers at '{address}'. Start it, correct the address (such as tcp://10.0.0.5:8786), or leave it empty to compute on this machine.</source>
        <translation>Ingen Dask-schemaläggare svarar på '{address}'. Starta den, rätta adressen (till exempel tcp://10.0.0.5:8786) eller lämna den tom för att räkna på den här datorn.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/cluster.py"/>
        <source>The Dask scheduler at '{address}' has no worker. Start workers, or leave the address empty to compute on this machine.</source>
        <translation>Dask-schemaläggaren på '{address}' har ingen arbetare. Starta arbetare, eller lämna adressen tom för att räkna på den här datorn.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/cluster.py"/>
        <source>The connection to the Dask scheduler at '{address}' was lost. Start the run again when the scheduler is back, or leave its address empty to compute on this machine.</source>
        <translation>Förbindelsen med Dask-schemaläggaren på '{address}' bröts. Starta körningen igen när schemaläggaren är tillbaka, eller lämna adressen tom för att räkna på den här datorn.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/cluster.py"/>
        <source>The Dask workers at '{address}' ended again and again while they computed. They may lack memory: allow the run less, or start them with more.</source>
        <translation>Dask-arbetarna på '{address}' avslutades gång på gång medan de räknade. De kan sakna minne: tillåt körningen mindre, eller starta dem med mer.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/cluster.py"/>
        <source>The Dask workers at '{address}' could not compute: {reason}. They need numpy, scipy, pandas and shapely, and Python and these in versions like those of this machine.</source>
        <translation>Dask-arbetarna på '{address}' kunde inte räkna: {reason}. De behöver numpy, scipy, pandas och shapely, och Python och dessa i versioner som den här datorns.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/footpaths.py"/>
        <source>Walking times between stops must be finite and not negative.</source>
        <translation>Gångtider mellan hållplatser måste vara ändliga och inte negativa.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/footpaths.py"/>
        <source>A walk leads to a stop that the timetable does not have.</source>
        <translation>En gångväg leder till en hållplats som inte finns i tidtabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/inseat.py"/>
        <source>The links between trips in transfers.txt part and join again in more than {most} ways. Correct the rows with transfer_type 4.</source>
        <translation>Kopplingarna mellan turer i transfers.txt delar sig och möts igen på fler än {most} sätt. Rätta raderna med transfer_type 4.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/journey.py"/>
        <source>Walk {minutes} min to the destination.</source>
        <translation>Gå {minutes} min till målet.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/journey.py"/>
        <source>Walk {minutes} min to {stop}.</source>
        <translation>Gå {minutes} min till {stop}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/journey.py"/>
        <source>Line {line} from {start} {departure}, staying on board as line {further}, to {stop} {arrival}.</source>
        <translation>Linje {line} från {start} {departure}, sitt kvar när den blir linje {further}, till {stop} {arrival}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/journey.py"/>
        <source>Line {line} from {start} {departure} to {stop} {arrival}.</source>
        <translation>Linje {line} från {start} {departure} till {stop} {arrival}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/memory.py"/>
        <source>The timetable alone needs {needed} MB of memory, and only {budget} MB may be used. Allow more memory, shorten the longest journey or the window.</source>
        <translation>Bara tidtabellen behöver {needed} MB minne, och högst {budget} MB får användas. Tillåt mer minne, eller korta den längsta resan eller tidsfönstret.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/parts.py"/>
        <source>The parts of journeys cannot be told for so long a window and so long journeys. Shorten the window, the longest journey or the longest walk to a stop.</source>
        <translation>Resornas delar kan inte skiljas åt för ett så långt tidsfönster och så långa resor. Korta tidsfönstret, den längsta resan eller den längsta gångvägen till en hållplats.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/window.py"/>
        <source>The number of departures, the seconds between them and the longest journey must be positive.</source>
        <translation>Antalet avgångar, sekunderna mellan dem och den längsta resan måste vara positiva.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/router/windows.py"/>
        <source>A percentile must be above 0 and at most 100, not {percentile}.</source>
        <translation>En percentil måste vara större än 0 och högst 100, inte {percentile}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/apply.py"/>
        <source>The edits leave no trip in the timetable. Remove fewer lines or stops.</source>
        <translation>Ändringarna lämnar ingen tur kvar i tidtabellen. Ta bort färre linjer eller hållplatser.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/edits.py"/>
        <source>Row {row} of '{table}' lacks '{column}'. The action '{action}' needs {needed}.</source>
        <translation>Rad {row} i '{table}' saknar '{column}'. Åtgärden '{action}' behöver {needed}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/edits.py"/>
        <source>Row {row} of '{table}', column '{column}': the action '{action}' does not use it. Leave it empty; '{action}' uses {used}.</source>
        <translation>Rad {row} i '{table}', kolumnen '{column}': åtgärden '{action}' använder den inte. Lämna den tom; '{action}' använder {used}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/lookup.py"/>
        <source>Row {row} of '{table}': {count} lines are called '{name}'. Give the id of one of them: {ids}.</source>
        <translation>Rad {row} i '{table}': {count} linjer heter '{name}'. Ange id för en av dem: {ids}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/lookup.py"/>
        <source>Row {row} of '{table}': the timetable has no line '{name}'. Its lines are: {names}.</source>
        <translation>Rad {row} i '{table}': tidtabellen har ingen linje '{name}'. Dess linjer är: {names}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/lookup.py"/>
        <source>Row {row} of '{table}': the timetable has no stop '{name}'. Give the id or the name of a stop; put ';' between stops.</source>
        <translation>Rad {row} i '{table}': tidtabellen har ingen hållplats '{name}'. Ange en hållplats id eller namn; sätt ';' mellan hållplatser.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/lookup.py"/>
        <source>Row {row} of '{table}': {count} stop areas are called '{name}'. Give the id of one of the stops: {ids}.</source>
        <translation>Rad {row} i '{table}': {count} hållplatsområden heter '{name}'. Ange id för en av hållplatserna: {ids}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/newline.py"/>
        <source>Row {row} of '{table}': the timetable already has a line '{name}'. Give the new line another name, or change the line with 'headway', 'span' or 'reroute'.</source>
        <translation>Rad {row} i '{table}': tidtabellen har redan en linje '{name}'. Ge den nya linjen ett annat namn, eller ändra linjen med 'headway', 'span' eller 'reroute'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/newline.py"/>
        <source>Row {row} of '{table}': '{name}' has its run times from an earlier row. Leave 'speed_kmh' and 'minutes' empty, or list the stops anew.</source>
        <translation>Rad {row} i '{table}': '{name}' har sina körtider från en tidigare rad. Lämna 'speed_kmh' och 'minutes' tomma, eller räkna upp hållplatserna på nytt.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/newline.py"/>
        <source>Row {row} of '{table}': the line '{name}' has {count} stops and needs two. List stops with ';' between them, or draw a line past stops, within {within} m.</source>
        <translation>Rad {row} i '{table}': linjen '{name}' har {count} hållplatser och behöver två. Räkna upp hållplatser med ';' emellan, eller rita en linje förbi hållplatser, inom {within} m.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/newline.py"/>
        <source>Row {row} of '{table}': the line '{name}' with {count} stops needs 'speed_kmh', or 'minutes': one number, or {legs} with ';' between them.</source>
        <translation>Rad {row} i '{table}': linjen '{name}' med {count} hållplatser behöver 'speed_kmh', eller 'minutes': ett tal, eller {legs} med ';' emellan.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/newline.py"/>
        <source>Row {row} of '{table}': the timetable has no date on those days in the period of the scenario. Choose other days, or another period.</source>
        <translation>Rad {row} i '{table}': tidtabellen har inget datum med de dagarna i scenariots period. Välj andra dagar eller en annan period.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/patterns.py"/>
        <source>Row {row} of '{table}': no trip of '{route}' calls at '{first}' and '{last}', or begins or ends at one of them; they must hold the new part in place.</source>
        <translation>Rad {row} i '{table}': ingen tur på '{route}' stannar vid '{first}' och '{last}', eller börjar eller slutar vid en av dem; de måste hålla den nya delen på plats.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/patterns.py"/>
        <source>Row {row} of '{table}': a trip would begin before 00:00. Leave out the first trips with 'from', or give fewer minutes.</source>
        <translation>Rad {row} i '{table}': en tur skulle börja före 00:00. Utelämna de första turerna med 'from', eller ange färre minuter.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/removal.py"/>
        <source>Row {row} of '{table}': no trip of '{route}' calls at '{stop}'.</source>
        <translation>Rad {row} i '{table}': ingen tur på '{route}' stannar vid '{stop}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/removal.py"/>
        <source>Row {row} of '{table}': there is already a stop with the id '{stop}'. Give the new stop another id, or move the stop with 'move_stop'.</source>
        <translation>Rad {row} i '{table}': det finns redan en hållplats med id '{stop}'. Ge den nya hållplatsen ett annat id, eller flytta hållplatsen med 'move_stop'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/rows.py"/>
        <source>Row {row} of '{table}', column '{column}': '{value}' cannot be used. Allowed: {wanted}.</source>
        <translation>Rad {row} i '{table}', kolumnen '{column}': '{value}' kan inte användas. Tillåtet: {wanted}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/rows.py"/>
        <source>Row {row} of '{table}': fill in either '{one}' or '{other}' with one number.</source>
        <translation>Rad {row} i '{table}': fyll i antingen '{one}' eller '{other}' med ett tal.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/select.py"/>
        <source>Row {row} of '{table}': no trip of '{route}' runs in that direction, on those days and in that time. Look at the line's timetable, or widen direction, days, from and to.</source>
        <translation>Rad {row} i '{table}': ingen tur på '{route}' går i den riktningen, de dagarna och den tiden. Se på linjens tidtabell, eller vidga direction, days, from och to.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/span.py"/>
        <source>Row {row} of '{table}': give 'headway_min'; the line has a day with a single departure in a direction.</source>
        <translation>Rad {row} i '{table}': ange 'headway_min'; linjen har en dag med en enda avgång i en riktning.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/speed.py"/>
        <source>Row {row} of '{table}': no trip of '{route}' calls at both '{first}' and '{last}'.</source>
        <translation>Rad {row} i '{table}': ingen tur på '{route}' stannar vid både '{first}' och '{last}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/scenario/speed.py"/>
        <source>Row {row} of '{table}': a trip takes {found} minutes there, so that {minutes} minutes cannot be won. Give fewer minutes, or a narrower time or day.</source>
        <translation>Rad {row} i '{table}': en tur tar {found} minuter där, så att {minutes} minuter inte kan vinnas. Ange färre minuter, eller en snävare tid eller dag.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/service.py"/>
        <source>Give at least one time window, and at least one date for each day type.</source>
        <translation>Ange minst ett tidsfönster, och minst ett datum för varje dagtyp.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/service.py"/>
        <source>'{value}' is none of {allowed}.</source>
        <translation>'{value}' finns inte bland {allowed}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/shapes.py"/>
        <source>Points of shapes.txt without valid coordinates or number: {count}.</source>
        <translation>Punkter i shapes.txt utan giltiga koordinater eller nummer: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/shapes.py"/>
        <source>They were left out; the lines go straight past them.</source>
        <translation>De togs inte med; linjerna går rakt förbi dem.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/standard.py"/>
        <source>Requirement {number} can never be met: it needs at least one journey, no negative number of changes, a time limit above 0, a day type and windows that end after they begin.</source>
        <translation>Krav {number} kan aldrig uppfyllas: det behöver minst en resa, ett antal byten som inte är negativt, en tidsgräns över 0, en dagtyp och tidsfönster som slutar efter att de börjar.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stops.py"/>
        <source>The feed '{feed}' has no stops in stops.txt. Fetch the feed again or ask its publisher.</source>
        <translation>GTFS-data '{feed}' har inga hållplatser i stops.txt. Hämta dem på nytt eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stops.py"/>
        <source>Rows of stops.txt that repeat a stop_id: {count}, such as '{stop}'.</source>
        <translation>Rader i stops.txt som upprepar ett stop_id: {count}, till exempel '{stop}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stops.py"/>
        <source>Stops without valid coordinates: {count}, such as '{stop}'.</source>
        <translation>Hållplatser utan giltiga koordinater: {count}, till exempel '{stop}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stops.py"/>
        <source>They are missing on the map; correct stop_lat and stop_lon.</source>
        <translation>De saknas på kartan; rätta stop_lat och stop_lon.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stops.py"/>
        <source>Stops at latitude 0, longitude 0: {count}, such as '{stop}'.</source>
        <translation>Hållplatser på latitud 0, longitud 0: {count}, till exempel '{stop}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stops.py"/>
        <source>They lie in the sea off Africa; correct stop_lat and stop_lon.</source>
        <translation>De ligger i havet utanför Afrika; rätta stop_lat och stop_lon.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>The file '{file}' of the feed '{feed}' is empty. Fetch the feed again or ask its publisher.</source>
        <translation>Filen '{file}' i GTFS-data '{feed}' är tom. Hämta dem på nytt eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>Rows of stop_times.txt for trips that are not in trips.txt: {count}, such as '{id}'.</source>
        <translation>Rader i stop_times.txt för turer som inte finns i trips.txt: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>The rows were left out; ask the feed's publisher for the missing trips.</source>
        <translation>Raderna togs inte med; fråga utgivaren om de turer som saknas.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>Calls at stops that are not in stops.txt: {count}, such as '{id}'.</source>
        <translation>Uppehåll vid hållplatser som inte finns i stops.txt: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>The calls were left out; ask the feed's publisher for the missing stops.</source>
        <translation>Uppehållen togs inte med; fråga utgivaren om de hållplatser som saknas.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>Rows of stop_times.txt for on-demand areas, which have no stop: {count}.</source>
        <translation>Rader i stop_times.txt för anropsstyrda områden, som saknar hållplats: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>They were left out; describe on-demand areas apart.</source>
        <translation>De togs inte med; beskriv anropsstyrda områden separat.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>Cells of stop_times.txt that hold no time of day: {count}, such as '{id}'.</source>
        <translation>Celler i stop_times.txt som inte innehåller något klockslag: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>Times must look like 07:30:00; they were treated as missing.</source>
        <translation>Tider ska se ut som 07:30:00; de behandlades som saknade.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>Calls without a whole number as stop_sequence: {count}, such as '{id}'.</source>
        <translation>Uppehåll utan ett heltal som stop_sequence: {count}, till exempel '{id}'.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>They were put first in their trip; correct the numbers.</source>
        <translation>De placerades först i sin tur; rätta numren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>Calls with a negative stop_sequence: {count}, such as {id}.</source>
        <translation>Uppehåll med negativt stop_sequence: {count}, till exempel {id}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/stoptimes.py"/>
        <source>The order was kept and the calls numbered anew.</source>
        <translation>Ordningen behölls och uppehållen numrerades om.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/surface.py"/>
        <source>The cell size must be positive, not {size} m.</source>
        <translation>Rutstorleken måste vara positiv, inte {size} m.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/surface.py"/>
        <source>The map would have {count} cells of {size} m. Choose larger cells, an area or shorter limits.</source>
        <translation>Kartan skulle få {count} rutor på {size} m. Välj större rutor, ett område eller kortare gränser.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>The file '{file}' has no column '{column}'; it has {header}. Ask the feed's publisher, or add the column.</source>
        <translation>Filen '{file}' saknar kolumnen '{column}'; den har {header}. Fråga utgivaren eller lägg till kolumnen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>The file '{file}' is encoded in UTF-16; GTFS files must be UTF-8. Open it in a text editor and save it as UTF-8.</source>
        <translation>Filen '{file}' är kodad i UTF-16; GTFS-filer måste vara i UTF-8. Öppna den i en textredigerare och spara den som UTF-8.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>The file '{file}' is not valid UTF-8 and was read as Latin-1; names may look wrong.</source>
        <translation>Filen '{file}' är inte giltig UTF-8 och lästes som Latin-1; namn kan se fel ut.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Check å, ä and ö in the names; ask the feed's publisher for UTF-8.</source>
        <translation>Kontrollera å, ä och ö i namnen; be utgivaren om UTF-8.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Rows of '{file}' with more cells than the header, cut off: {count}.</source>
        <translation>Rader i '{file}' med fler celler än rubrikraden, som kapades: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Look at the row: a text with a comma must stand in quotation marks.</source>
        <translation>Se på raden: en text med kommatecken måste stå inom citattecken.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Rows of '{file}' with fewer cells than the header, left empty: {count}.</source>
        <translation>Rader i '{file}' med färre celler än rubrikraden, där resten lämnades tomt: {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Nothing, if the missing cells are the last ones.</source>
        <translation>Ingen åtgärd behövs om det är de sista cellerna som saknas.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>The file '{file}' holds a NUL character; it was read as a blank.</source>
        <translation>Filen '{file}' innehåller ett NUL-tecken; det lästes som ett blanktecken.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Remove the character, or ask the feed's publisher.</source>
        <translation>Ta bort tecknet, eller fråga utgivaren.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>The file '{file}' mixes kinds of line ends; blank lines were skipped.</source>
        <translation>Filen '{file}' blandar olika slags radslut; tomma rader hoppades över.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Nothing, if the figures look right; else save the file with one kind.</source>
        <translation>Ingen åtgärd behövs om siffrorna ser rätt ut; spara annars filen med ett slags radslut.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>The file '{file}' has the column '{column}' twice; the first was used.</source>
        <translation>Filen '{file}' har kolumnen '{column}' två gånger; den första användes.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/tables.py"/>
        <source>Remove the other column.</source>
        <translation>Ta bort den andra kolumnen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/vocabulary.py"/>
        <source>GTFS knows no file with the name: {files}.</source>
        <translation>GTFS har ingen fil med namnet: {files}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/vocabulary.py"/>
        <source>They were not read; look for a misspelt name.</source>
        <translation>De lästes inte; leta efter ett felstavat namn.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/transit/vocabulary.py"/>
        <source>GTFS knows no column with the name: {columns}.</source>
        <translation>GTFS har ingen kolumn med namnet: {columns}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/cards.py"/>
        <source>No locality has a class, or no field was chosen to describe the classes by. Run a typology first and choose its field of classes.</source>
        <translation>Ingen ort har någon klass, eller inget fält att beskriva klasserna med har valts. Kör först ett verktyg för ortstypologi och välj dess klassfält.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/clustering.py"/>
        <source>{k} classes cannot be made of {count} localities that differ; choose a number from 2 to {count}.</source>
        <translation>{k} klasser kan inte bildas av {count} orter som skiljer sig åt; välj ett antal från 2 till {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/clustering.py"/>
        <source>Only {count} localities with values differ, too few to choose a number of classes; give the number, or choose fields that more localities have.</source>
        <translation>Bara {count} orter med värden skiljer sig åt, för få för att välja ett antal klasser; ange antalet, eller välj fält som fler orter har.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/likeness.py"/>
        <source>Choose at least one field for what localities look like and one for what they do.</source>
        <translation>Välj minst ett fält för hur orterna ser ut och ett för hur de fungerar.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/likeness.py"/>
        <source>No locality has a value in every chosen field; choose fewer fields, or let the median stand in for missing values.</source>
        <translation>Ingen ort har värde i alla valda fält; välj färre fält, eller låt medianen ersätta saknade värden.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/likeness.py"/>
        <source>Say which locality the others are to be compared with.</source>
        <translation>Ange vilken ort de andra ska jämföras med.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/likeness.py"/>
        <source>{count} localities are called '{name}'; give the code instead.</source>
        <translation>{count} orter heter '{name}'; ange koden i stället.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/likeness.py"/>
        <source>There is no locality with the name or code '{name}'; check the spelling.</source>
        <translation>Det finns ingen ort med namnet eller koden '{name}'; kontrollera stavningen.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/likeness.py"/>
        <source>The chosen locality lacks a value in one of the fields; choose fewer fields, or let the median stand in for missing values.</source>
        <translation>Den valda orten saknar värde i ett av fälten; välj färre fält, eller låt medianen ersätta saknade värden.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/pairs.py"/>
        <source>Only {count} localities have all values; at least 3 are needed to compare pairs.</source>
        <translation>Bara {count} orter har alla värden; det krävs minst 3 för att jämföra par.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/pairs.py"/>
        <source>Pairs of {count} localities do not fit into memory; choose at most {largest}, for example those of some municipalities.</source>
        <translation>Par av {count} orter ryms inte i minnet; välj högst {largest}, till exempel orterna i några kommuner.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/prepared.py"/>
        <source>Choose at least one field to compare the localities on.</source>
        <translation>Välj minst ett fält att jämföra orterna med.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/scaling.py"/>
        <source>The field '{field}' has no values; leave it out.</source>
        <translation>Fältet '{field}' saknar värden; utelämna det.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/scaling.py"/>
        <source>The field '{field}' has {count} values of 0 or less, which have no logarithm; use it without one, or leave those localities out.</source>
        <translation>Fältet '{field}' har {count} värden som är 0 eller lägre och därför inte kan logaritmeras; använd det utan logaritm, eller utelämna de orterna.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/scaling.py"/>
        <source>Each of the chosen fields ({fields}) has one value only; there is nothing that tells the localities apart. Choose other fields.</source>
        <translation>Vart och ett av de valda fälten ({fields}) har bara ett värde; ingenting skiljer orterna åt. Välj andra fält.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/scaling.py"/>
        <source>More than half of the values of the field '{field}' are equal, so it has no robust spread; choose another standardisation, or leave it out.</source>
        <translation>Mer än hälften av värdena i fältet '{field}' är lika, så det har ingen robust spridning; välj en annan standardisering, eller utelämna fältet.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/typology/ward.py"/>
        <source>Ward's method compares all pairs and can take {largest} localities or cells, not {count}; choose k-means.</source>
        <translation>Wards metod jämför alla par och klarar {largest} orter eller rutor, inte {count}; välj k-means.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/urbanform/buildings.py"/>
        <source>Give at least one limit of building size; the limits must rise.</source>
        <translation>Ange minst en gräns för byggnadsstorlek; gränserna måste vara stigande.</translation>
    </message>
    <message>
        <location filename="../../processing/methods/urbanform/density.py"/>
        <source>The width of the rings and the size of the cells must be positive.</source>
        <translation>Ringarnas bredd och rutornas storlek måste vara positiva.</translation>
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
        <location filename="../../processing/parameters.py"/>
        <source>Localities to describe; all their fields are kept.</source>
        <translation>Orter att beskriva; alla deras fält behålls.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>The same codes as in the table.</source>
        <translation>Samma koder som i tabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Land area without water. Empty: the area of the polygon.</source>
        <translation>Landareal utan vatten. Tomt: polygonens areal.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Land area (ha)</source>
        <translation>Landareal (ha)</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>A share or rate on fewer persons than this is left empty, never 0.</source>
        <translation>En andel eller kvot på färre personer än så lämnas tom, aldrig 0.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Smallest base (persons)</source>
        <translation>Minsta bas (personer)</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Address points, or cells that count at their centre.</source>
        <translation>Adresspunkter, eller rutor som räknas vid sin mittpunkt.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Lines that share vertices where one can turn; walked in both directions. Empty: straight distances.</source>
        <translation>Linjer som delar brytpunkter där man kan svänga; man går i båda riktningarna. Tomt: avstånd fågelvägen.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>nmd2018, nmd2023: Nationella marktäckedata; corine: CORINE Land Cover, numbered 1-44 or 111-523. Groups, and what is built-up or green, are our own choice.</source>
        <translation>nmd2018, nmd2023: Nationella marktäckedata; corine: CORINE Land Cover, numrerat 1-44 eller 111-523. Grupperna, och vad som är exploaterat eller grönt, är vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Classes of the raster</source>
        <translation>Rastrets klasser</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>A CSV file like the plugin's processing/profiles/landcover_nmd2018.csv, with the columns code and group and, if you like, name_sv, name_en, built_up and green.</source>
        <translation>En CSV-fil som insticksprogrammets processing/profiles/landcover_nmd2018.csv, med kolumnerna code och group och, om du vill, name_sv, name_en, built_up och green.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Class table of your own</source>
        <translation>Egen klasstabell</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>GTFS as a zip archive, or stops.txt of an unpacked one. A folder with several archives is read as one timetable.</source>
        <translation>GTFS som ett zip-arkiv, eller stops.txt i ett uppackat arkiv. En mapp med flera arkiv läses som en enda tidtabell.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Timetable (GTFS)</source>
        <translation>Tidtabell (GTFS)</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Empty: a weekday with normal traffic. A date without traffic is refused.</source>
        <translation>Tomt: en vardag med normal trafik. Ett datum utan trafik avvisas.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Each is described by itself.</source>
        <translation>Var och en beskrivs för sig.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Day types</source>
        <translation>Dagtyper</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Empty: one date with normal traffic for each day type. Else dates such as 2025-10-07, 2025-10-11, or a period such as 2025-10-01/2025-10-31, whose averages are taken. A date without traffic is refused.</source>
        <translation>Tomt: ett datum med normal trafik för varje dagtyp. Annars datum som 2025-10-07, 2025-10-11, eller en period som 2025-10-01/2025-10-31, för vilka medelvärden beräknas. Ett datum utan trafik avvisas.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Separated by commas, such as 06-20, 15:30-18; 24-26 is the night after. A window's number is its place here.</source>
        <translation>Avgränsade med kommatecken, till exempel 06-20, 15:30-18; 24-26 är natten efter. Ett fönsters nummer är dess plats här.</translation>
    </message>
    <message>
        <location filename="../../processing/parameters.py"/>
        <source>Time windows</source>
        <translation>Tidsfönster</translation>
    </message>
    <message>
        <location filename="../../processing/profiles.py"/>
        <source>The file '{file}' holds no profile '{key}' that can be read ({reason}). Start from a copy of the plugin's processing/profiles/{name}.json.</source>
        <translation>Filen '{file}' innehåller ingen läsbar profil '{key}' ({reason}). Utgå från en kopia av insticksprogrammets processing/profiles/{name}.json.</translation>
    </message>
    <message>
        <location filename="../../processing/projects.py"/>
        <source>Map</source>
        <translation>Karta</translation>
    </message>
    <message>
        <location filename="../../processing/projects.py"/>
        <source>The layer '{layer}' is temporary and would be lost. Save it to a GeoPackage and run again.</source>
        <translation>Lagret '{layer}' är tillfälligt och skulle gå förlorat. Spara det i en GeoPackage och kör igen.</translation>
    </message>
    <message>
        <location filename="../../processing/projects.py"/>
        <source>Background</source>
        <translation>Bakgrund</translation>
    </message>
    <message>
        <location filename="../../processing/projects.py"/>
        <source>Made with Samplan {version}.</source>
        <translation>Framställd med Samplan {version}.</translation>
    </message>
    <message>
        <location filename="../../processing/rasters.py"/>
        <source>The raster '{layer}' has no coordinate reference system. Set it with the tool 'Assign projection' and run again.</source>
        <translation>Rastret '{layer}' saknar koordinatsystem. Ange det med verktyget 'Tilldela projektion' och kör igen.</translation>
    </message>
    <message>
        <location filename="../../processing/rasters.py"/>
        <source>The raster '{layer}' cannot be read ({reason}). The file may be incomplete: fetch it again, or save a copy as GeoTIFF.</source>
        <translation>Rastret '{layer}' kan inte läsas ({reason}). Filen kan vara ofullständig: hämta den på nytt, eller spara en kopia som GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/calendars.py"/>
        <source>Mo</source>
        <translation>må</translation>
    </message>
    <message>
        <location filename="../../processing/reports/calendars.py"/>
        <source>Tu</source>
        <translation>ti</translation>
    </message>
    <message>
        <location filename="../../processing/reports/calendars.py"/>
        <source>We</source>
        <translation>on</translation>
    </message>
    <message>
        <location filename="../../processing/reports/calendars.py"/>
        <source>Th</source>
        <translation>to</translation>
    </message>
    <message>
        <location filename="../../processing/reports/calendars.py"/>
        <source>Fr</source>
        <translation>fr</translation>
    </message>
    <message>
        <location filename="../../processing/reports/calendars.py"/>
        <source>Sa</source>
        <translation>lö</translation>
    </message>
    <message>
        <location filename="../../processing/reports/calendars.py"/>
        <source>Su</source>
        <translation>sö</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>High: {high}; low: {low}</source>
        <translation>Högt: {high}; lågt: {low}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>High: {high}</source>
        <translation>Högt: {high}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Low: {low}</source>
        <translation>Lågt: {low}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Near the mean</source>
        <translation>Nära medelvärdet</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>What each class has in common, and how it differs from all localities.</source>
        <translation>Vad varje klass har gemensamt och hur den skiljer sig från alla orter.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Classes of localities</source>
        <translation>Ortsklasser</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Bars show how far the class's mean lies from the mean of all localities, in standard deviations. Names are suggestions from the profile where nobody has given another.</source>
        <translation>Staplarna visar hur långt klassens medelvärde ligger från medelvärdet för alla orter, i standardavvikelser. Namnen är förslag efter profilen där ingen har angett något annat.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Number</source>
        <translation>Antal</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>{names} and {count} more</source>
        <translation>{names} och {count} till</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Mean</source>
        <translation>Medelvärde</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Range</source>
        <translation>Lägst–högst</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Localities ({count}): {names}.</source>
        <translation>Orter ({count}): {names}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>{indicator} {mean} (all {all})</source>
        <translation>{indicator} {mean} (alla {all})</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>No indicator lies half a standard deviation from the mean of all.</source>
        <translation>Ingen indikator ligger en halv standardavvikelse från medelvärdet för alla.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Marked by: {marks}.</source>
        <translation>Kännetecken: {marks}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Apart (standard deviations)</source>
        <translation>Skillnad (standardavvikelser)</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>Two classes side by side</source>
        <translation>Två klasser sida vid sida</translation>
    </message>
    <message>
        <location filename="../../processing/reports/cards.py"/>
        <source>They differ most in: {fields}.</source>
        <translation>De skiljer sig mest i: {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/charts.py"/>
        <source>mean</source>
        <translation>medel</translation>
    </message>
    <message>
        <location filename="../../processing/reports/classes.py"/>
        <source>There is no class '{code}' to name; the classes are {classes}.</source>
        <translation>Det finns ingen klass '{code}' att namnge; klasserna är {classes}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/classes.py"/>
        <source>Give two classes with a comma between to compare them; the classes are {classes}.</source>
        <translation>Ange två klasser med kommatecken emellan för att jämföra dem; klasserna är {classes}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Compared on: {fields}.</source>
        <translation>Jämförda fält: {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>How the classes came about, and how far they can be trusted.</source>
        <translation>Hur klasserna kommit till och hur långt man kan lita på dem.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Stability (Jaccard)</source>
        <translation>Stabilitet (Jaccard)</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Stability is how much of a class comes back in other samples of the localities: from 0.75 stable, below 0.5 dissolved.</source>
        <translation>Stabiliteten visar hur stor del av en klass som återkommer i andra urval av orterna: från 0,75 stabil, under 0,5 upplöst.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>stable</source>
        <translation>stabil</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>doubtful</source>
        <translation>osäker</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>dissolved</source>
        <translation>upplöst</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Silhouette</source>
        <translation>Siluett</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Calinski-Harabasz</source>
        <translation>Calinski-Harabasz</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Gap</source>
        <translation>Gap</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Higher is better; the number of classes used is dark. The silhouette speaks for {best}.</source>
        <translation>Högre är bättre; det antal klasser som används är mörkt. Siluetten talar för {best}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>The gap statistic speaks for {best}.</source>
        <translation>Gap-statistiken talar för {best}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>How many classes</source>
        <translation>Hur många klasser</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>component {place} ({share} %)</source>
        <translation>komponent {place} ({share} %)</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Map of likeness</source>
        <translation>Likhetskarta</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Localities that lie near each other are alike. The picture holds {share} % of what tells them apart; the brown lines point to where an indicator is high, or good.</source>
        <translation>Orter som ligger nära varandra är lika. Bilden visar {share} % av det som skiljer dem åt; de bruna linjerna pekar mot där en indikator är hög, eller bra.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Who is like whom</source>
        <translation>Vilka orter liknar varandra</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>The farther to the left two localities meet, the more alike they are (Ward's method). The dots show the classes.</source>
        <translation>Ju längre till vänster två orter möts, desto mer lika är de (Wards metod). Prickarna visar klasserna.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Locality</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Nearest other</source>
        <translation>Närmaste andra</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Keeps its class (%)</source>
        <translation>Behåller sin klass (%)</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>The least certain localities</source>
        <translation>De osäkraste orterna</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Without an indicator</source>
        <translation>Utan en indikator</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Keep their class (%)</source>
        <translation>Behåller sin klass (%)</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>The localities were divided again from other samples, and without each indicator in turn.</source>
        <translation>Orterna delades in på nytt utifrån andra urval, och utan varje indikator i tur och ordning.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Stability</source>
        <translation>Stabilitet</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>These indicators say nearly the same and count double; leave one of each pair out, or compare components.</source>
        <translation>Dessa indikatorer säger nästan samma sak och räknas dubbelt; utelämna en i varje par, eller jämför komponenter.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Twin</source>
        <translation>Tvilling</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Twins</source>
        <translation>Tvillingar</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>varimax {place}</source>
        <translation>varimax {place}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Distances were taken between these components. Loadings say how far an indicator goes with a component; varimax turns them so that each goes mostly with one.</source>
        <translation>Avstånden beräknades mellan dessa komponenter. Laddningarna visar hur starkt en indikator följer en komponent; varimax vrider dem så att varje indikator mest följer en enda.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Components</source>
        <translation>Komponenter</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Localities by class (rows) and by the other division (columns). Adjusted Rand index {index}: 1 is the same division, 0 as much in common as by chance.</source>
        <translation>Orter efter klass (rader) och efter den andra indelningen (kolumner). Justerat Rand-index {index}: 1 är samma indelning, 0 inte mer gemensamt än vad slumpen ger.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Beside another division</source>
        <translation>Jämfört med en annan indelning</translation>
    </message>
    <message>
        <location filename="../../processing/reports/clusters.py"/>
        <source>Typicality</source>
        <translation>Typiskhet</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>{scenarios} compared with {base}.</source>
        <translation>{scenarios} jämfört med {base}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Made by Samplan {version}, {tool}.</source>
        <translation>Gjord av Samplan {version}, {tool}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Run</source>
        <translation>Körning</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Tool</source>
        <translation>Verktyg</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Inputs</source>
        <translation>Indata</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Made</source>
        <translation>Gjord</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>The settings of all runs are the same, but for those that were allowed to differ.</source>
        <translation>Alla körningar har samma inställningar, utom dem som fick skilja sig.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Not every run tells how it was made; their settings were not compared.</source>
        <translation>Inte alla körningar talar om hur de är gjorda; deras inställningar har inte jämförts.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>What is compared</source>
        <translation>Vad som jämförs</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Of no measure it is known whether more or less of it is better.</source>
        <translation>Inte för något mått är det känt om mer eller mindre är bättre.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Ranking</source>
        <translation>Rangordning</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Scenario</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Win</source>
        <translation>Vinner</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Lose</source>
        <translation>Förlorar</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Win less lose</source>
        <translation>Vinner minus förlorar</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Added vehicle-hours</source>
        <translation>Tillkomna fordonstimmar</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Added vehicle-km</source>
        <translation>Tillkomna fordonskm</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Win less lose per hour</source>
        <translation>Vinner minus förlorar per timme</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>By {measure}, of {people}.</source>
        <translation>Efter {measure}, för {people}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>places</source>
        <translation>platser</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>worse</source>
        <translation>sämre</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>no difference that matters</source>
        <translation>ingen skillnad av betydelse</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>better</source>
        <translation>bättre</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Measures with winners or losers: {changed} of {all}, at most {shown} of them drawn. The table of the ranking has all.</source>
        <translation>Mått med vinnare eller förlorare: {changed} av {all}, högst {shown} av dem är ritade. Rangordningens tabell har alla.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Winners and losers</source>
        <translation>Vinnare och förlorare</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>worse {lose}, better {win}</source>
        <translation>sämre {lose}, bättre {win}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Measure</source>
        <translation>Mått</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Mean of</source>
        <translation>Medelvärde för</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Means over those who are there: before those of today, after also those whom a new land use adds. Only places with a value both times count.</source>
        <translation>Medelvärden för dem som finns där: före för dagens, efter även för dem som ny markanvändning tillför. Bara platser med värde båda gångerna räknas.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Before and after</source>
        <translation>Före och efter</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Where it gets better and worse</source>
        <translation>Var det blir bättre och sämre</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>The area of a dot follows the number: {people}.</source>
        <translation>Prickens yta följer antalet: {people}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Gain most</source>
        <translation>Vinner mest</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Lose most</source>
        <translation>Förlorar mest</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Largest changes</source>
        <translation>Största förändringar</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <location filename="../../processing/reports/comparison.py"/>
        <source>Change</source>
        <translation>Förändring</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Pairs of localities that are alike in size, density, form and position, and yet work differently. The first pair differs most for how alike it looks.</source>
        <translation>Par av orter som är lika i storlek, täthet, form och läge men ändå fungerar olika. Det första paret skiljer sig mest i förhållande till hur lika det ser ut.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Different but alike</source>
        <translation>Olika men lika</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Pairs of localities that look different, and yet work in the same way. The first pair is most alike for how different it looks.</source>
        <translation>Par av orter som ser olika ut men ändå fungerar på samma sätt. Det första paret är mest lika i förhållande till hur olika det ser ut.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Most like this one</source>
        <translation>Mest lika denna ort</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>The localities that are most like the chosen one, in looks and function together.</source>
        <translation>De orter som är mest lika den valda, till utseende och funktion tillsammans.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Pair</source>
        <translation>Par</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Differ in looks</source>
        <translation>Skillnad i utseende</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Differ in function</source>
        <translation>Skillnad i funktion</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Differences are in standard deviations. The index is the percentile rank of the difference in function less that of the difference in looks; for the most alike it is 100 where all values are the same and falls as they part.</source>
        <translation>Skillnaderna anges i standardavvikelser. Indexet är percentilrangen för skillnaden i funktion minus den för skillnaden i utseende; för de mest lika är det 100 där alla värden är lika och sjunker när de skiljer sig åt.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Most alike in: {fields}.</source>
        <translation>Mest lika i: {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Most apart in: {fields}.</source>
        <translation>Skiljer sig mest i: {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Looks</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <location filename="../../processing/reports/pairs.py"/>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>{met} of {all} checks are met, in {places} localities.</source>
        <translation>{met} av {all} kontroller är uppfyllda, i {places} orter.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Made by Samplan {version}, {tool}, from '{feed}'.</source>
        <translation>Framställt med Samplan {version}, {tool}, från '{feed}'.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>, at most {minutes} min</source>
        <translation>, högst {minutes} min</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>arriving {window}</source>
        <translation>framme {window}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>; back {window}</source>
        <translation>; åter {window}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Journeys at least {journeys}, changes at most {changes}{time}; {days} {when}{back}.</source>
        <translation>Resor minst {journeys}, byten högst {changes}{time}; {days} {when}{back}.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Requirement</source>
        <translation>Krav</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Met</source>
        <translation>Uppfyllt</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Not met</source>
        <translation>Ej uppfyllt</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Inhabitants where not met</source>
        <translation>Invånare där det inte är uppfyllt</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>What is required</source>
        <translation>Vad som krävs</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>✓ met, ✗ not met, ? not known; the number of journeys found of those required. Empty: the requirement is not for the locality. Those with most failures come first.</source>
        <translation>✓ uppfyllt, ✗ ej uppfyllt, ? ej känt; antal resor som finns av dem som krävs. Tomt: kravet gäller inte orten. Orter med flest brister kommer först.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Localities and requirements</source>
        <translation>Orter och krav</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>What fails</source>
        <translation>Vad som brister</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>Every requirement is met.</source>
        <translation>Alla krav är uppfyllda.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/standard.py"/>
        <source>What was found</source>
        <translation>Vad som hittades</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Timetable for {first} to {last}: {trips} trips of {lines} lines.</source>
        <translation>Tidtabell för {first} till {last}: {trips} turer på {lines} linjer.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Timetable check: {feed}</source>
        <translation>Tidtabellskontroll: {feed}</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>error</source>
        <translation>fel</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>warning</source>
        <translation>varning</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>note</source>
        <translation>notis</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Type of day</source>
        <translation>Dagtyp</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Date with normal traffic</source>
        <translation>Datum med normal trafik</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Trips</source>
        <translation>Turer</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>The date with the most trips of its kind, so neither a holiday nor a school break; it has an orange frame. Weekdays are Tuesday to Thursday.</source>
        <translation>Datumet med flest turer i sitt slag, alltså varken helgdag eller lov; det har orange ram. Vardagar är tisdag till torsdag.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Only the first {years} years are drawn.</source>
        <translation>Bara de första {years} åren är ritade.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Which date to use</source>
        <translation>Vilket datum som ska användas</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Nothing odd was found.</source>
        <translation>Inget konstigt hittades.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Severity</source>
        <translation>Allvarsgrad</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>File and line</source>
        <translation>Fil och rad</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Finding</source>
        <translation>Iakttagelse</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>What to do</source>
        <translation>Åtgärd</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Error: something was left out. Warning: doubtful. Note: harmless, but worth knowing.</source>
        <translation>Fel: något togs inte med. Varning: tveksamt. Notis: ofarligt, men värt att veta.</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Calls</source>
        <translation>Uppehåll</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Lines on demand</source>
        <translation>Anropsstyrda linjer</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>School lines</source>
        <translation>Skollinjer</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>What the timetable holds</source>
        <translation>Vad tidtabellen innehåller</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Mode</source>
        <translation>Trafikslag</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>Lines</source>
        <translation>Linjer</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>train</source>
        <translation>tåg</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>metro</source>
        <translation>tunnelbana</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>tram</source>
        <translation>spårvagn</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>bus</source>
        <translation>buss</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>ferry</source>
        <translation>färja</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>taxi</source>
        <translation>taxi</translation>
    </message>
    <message>
        <location filename="../../processing/reports/timetable.py"/>
        <source>other</source>
        <translation>övrigt</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/expressions.py"/>
        <source>Line {line} of '{file}': the rule {rule} cannot be read ({reason}).</source>
        <translation>Rad {line} i '{file}': regeln {rule} kan inte läsas ({reason}).</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/expressions.py"/>
        <source>The rules of '{file}' compare the field '{field}' with a number, but it holds text. Convert it with the tool 'Refactor fields'.</source>
        <translation>Reglerna i '{file}' jämför fältet '{field}' med ett tal, men det innehåller text. Omvandla det med verktyget 'Omberäkna fält'.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/expressions.py"/>
        <source>The rule {rule} of '{file}' cannot be computed in row {row} ({reason}).</source>
        <translation>Regeln {rule} i '{file}' kan inte beräknas på rad {row} ({reason}).</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/presence.py"/>
        <source>Line {line} of '{file}' looks at the field '{field}', which the layer '{layer}' lacks (missing in all: {fields}). Add them with the tools for indicators, change the table, or choose to leave them unknown.</source>
        <translation>Rad {line} i '{file}' använder fältet '{field}', som saknas i lagret '{layer}' (alla som saknas: {fields}). Lägg till dem med verktygen för indikatorer, ändra tabellen eller välj att lämna dem okända.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/presence.py"/>
        <source>The layer lacks {fields}, so these classes are given only where the rest of their rules decides: {classes}. Localities that may belong there are flagged as missing.</source>
        <translation>Lagret saknar {fields}, så dessa klasser ges bara där resten av deras regler avgör: {classes}. Orter som kan höra dit får anmärkningen missing.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/reading.py"/>
        <source>The decision table '{file}' lacks the columns {columns}. Start from a copy of one of the plugin's processing/profiles/rules_*.csv.</source>
        <translation>Beslutstabellen '{file}' saknar kolumnerna {columns}. Utgå från en kopia av en av insticksprogrammets processing/profiles/rules_*.csv.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/reading.py"/>
        <source>Line {line} of '{file}' lacks its class or its rule. Write ELSE as the rule of the last line for all other localities.</source>
        <translation>Rad {line} i '{file}' saknar klass eller regel. Skriv ELSE som regel på sista raden för alla övriga orter.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/reading.py"/>
        <source>Line {line} of '{file}': '{color}' is not a colour; write it as #rrggbb.</source>
        <translation>Rad {line} i '{file}': '{color}' är ingen färg; skriv den som #rrggbb.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/reading.py"/>
        <source>The decision table '{file}' has no rules.</source>
        <translation>Beslutstabellen '{file}' har inga regler.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/reading.py"/>
        <source>Line {line} of '{file}' says ELSE, so the lines below it can never decide. Move it to the end.</source>
        <translation>Rad {line} i '{file}' har ELSE, så raderna under kan aldrig avgöra. Flytta den sist.</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>no rule above fits</source>
        <translation>ingen regel ovanför passar</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>{one} and {other}</source>
        <translation>{one} och {other}</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>{one} or {other}</source>
        <translation>{one} eller {other}</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>not {condition}</source>
        <translation>inte {condition}</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>{quantity} {value}, limit {threshold}</source>
        <translation>{quantity} {value}, gräns {threshold}</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>{quantity} at least {threshold}</source>
        <translation>{quantity} minst {threshold}</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>{quantity} more than {threshold}</source>
        <translation>{quantity} mer än {threshold}</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>{quantity} at most {threshold}</source>
        <translation>{quantity} högst {threshold}</translation>
    </message>
    <message>
        <location filename="../../processing/ruletables/words.py"/>
        <source>{quantity} less than {threshold}</source>
        <translation>{quantity} mindre än {threshold}</translation>
    </message>
    <message>
        <location filename="../../processing/sinks.py"/>
        <source>Row {row} could not be written: {reason}</source>
        <translation>Rad {row} kunde inte skrivas: {reason}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessmeasures.py"/>
        <source>'{word}' in '{parameter}' is no number. Write numbers with commas between them, such as 15, 30, 45.</source>
        <translation>'{word}' i '{parameter}' är inget tal. Skriv tal med kommatecken emellan, till exempel 15, 30, 45.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessmeasures.py"/>
        <source>The numbers in '{parameter}' must be whole, rise, and be from 1 to {highest}, such as 15, 30, 45.</source>
        <translation>Talen i '{parameter}' ska vara heltal som stiger, från 1 till {highest}, till exempel 15, 30, 45.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessplaces.py"/>
        <source>Each place counts as one opportunity.</source>
        <translation>Varje plats räknas som en målpunkt.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessplaces.py"/>
        <source>Choose at most one field of numbers together with a field of kinds, or leave out the kinds.</source>
        <translation>Välj högst ett fält med antal tillsammans med ett fält med slag, eller utelämna slagen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessplaces.py"/>
        <source>The field '{field}' has {count} different kinds; 1 to {most} can be used. Choose a field with kinds such as school and shop.</source>
        <translation>Fältet '{field}' har {count} olika slag; 1 till {most} kan användas. Välj ett fält med slag som skola och butik.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessplaces.py"/>
        <source>None of the destinations lies in or near a place. Choose the field with their codes, or a longer distance.</source>
        <translation>Ingen av målpunkterna ligger i eller nära en plats. Välj fältet med deras koder eller ett längre avstånd.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessplaces.py"/>
        <source>{count} destinations lie in or near no place and cannot be reached.</source>
        <translation>{count} målpunkter ligger inte i eller nära någon plats och kan inte nås.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessratio.py"/>
        <source>The table '{layer}' has no field of modes, so public transport cannot be told from the car. Choose the field, or give the times by car as a table of their own.</source>
        <translation>Tabellen '{layer}' har inget fält med färdsätt, så kollektivtrafik kan inte skiljas från bil. Välj fältet eller ange restiderna med bil som en egen tabell.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessratio.py"/>
        <source>Centre: {name}</source>
        <translation>Centralort: {name}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessratio.py"/>
        <source>No row of the table '{layer}' has both ends among the localities; check that the fields with the codes are the right ones.</source>
        <translation>Ingen rad i tabellen '{layer}' har båda ändarna bland orterna; kontrollera att fälten med koder är de rätta.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessratio.py"/>
        <source>At most {limit}</source>
        <translation>Högst {limit}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessratio.py"/>
        <source>Above {limit}</source>
        <translation>Över {limit}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accessresults.py"/>
        <source>{count} of {all} places reach no destination at all, such as {some}. If that is wrong, the travel times lack them.</source>
        <translation>{count} av {all} platser når ingen målpunkt alls, till exempel {some}. Om det är fel saknas de i restiderna.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>A row for each origin, destination and, with several, mode, as the tool Travel-time matrix and r5r write it: from_id, to_id, mode, travel_time_p50. Pairs without a row are not connected.</source>
        <translation>En rad för varje start, mål och, om det finns flera, färdsätt, så som verktyget Restidsmatris och r5r skriver den: from_id, to_id, mode, travel_time_p50. Par utan rad saknar förbindelse.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>A number, or text that holds one, as in CSV files.</source>
        <translation>Ett tal, eller text som innehåller ett, som i CSV-filer.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>Where the table has several modes.</source>
        <translation>Om tabellen har flera färdsätt.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>Field of modes</source>
        <translation>Fält med färdsätt</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>The layer '{layer}' does not look like a table of travel times: it lacks from_id, to_id or travel_time_p50. Choose another table, or choose its fields for these under Advanced parameters. Its fields are: {fields}.</source>
        <translation>Lagret '{layer}' ser inte ut som en restidstabell: det saknar from_id, to_id eller travel_time_p50. Välj en annan tabell, eller välj dess fält för dessa under Avancerade parametrar. Dess fält är: {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>No row of the table '{layer}' has the mode '{wanted}'; its modes are: {known}.</source>
        <translation>Ingen rad i tabellen '{layer}' har färdsättet '{wanted}'; dess färdsätt är: {known}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>The layer '{layer}' has no places to travel between. Check its selection and filter.</source>
        <translation>Lagret '{layer}' har inga platser att resa mellan. Kontrollera dess urval och filter.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>{count} features of the layer '{layer}' have no code, the first in row {row}. Each place needs one, the same as in the travel times.</source>
        <translation>{count} objekt i lagret '{layer}' saknar kod, det första på rad {row}. Varje plats behöver en, samma som i restiderna.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>{count} rows of the travel times have an end that is not among the places.</source>
        <translation>{count} rader i restiderna har en ände som inte finns bland platserna.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>{count} pairs occur again in the travel times; the shortest time counts.</source>
        <translation>{count} par förekommer igen i restiderna; den kortaste tiden räknas.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/accesstimes.py"/>
        <source>Row {row} of the layer '{layer}' has '{text}' in the field '{field}', where a time in minutes is needed.</source>
        <translation>Rad {row} i lagret '{layer}' har '{text}' i fältet '{field}', där det ska stå en tid i minuter.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/checklists.py"/>
        <source>Line {line} of '{file}' has the code '{code}'. Give each service a code of its own, of at most 8 of the signs a-z, 0-9 and _.</source>
        <translation>Rad {line} i '{file}' har koden '{code}'. Ge varje tjänst en egen kod med högst 8 av tecknen a-z, 0-9 och _.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/checklists.py"/>
        <source>Line {line} of '{file}' has '{value}' as {column}, which is no number of 0 or more.</source>
        <translation>Rad {line} i '{file}' har '{value}' som {column}; ange ett tal som är minst 0.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/checklists.py"/>
        <source>Not in the checklist, so not counted: {types}</source>
        <translation>Finns inte i checklistan och räknas därför inte: {types}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparison.py"/>
        <source>{count} places are not in '{layer}'; nothing is known of them there.</source>
        <translation>{count} platser finns inte i '{layer}'; inget är känt om dem där.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonmeasures.py"/>
        <source>Choose '{parameter}': the layer '{layer}' does not tell which of its fields its tool has added.</source>
        <translation>Välj '{parameter}': lagret '{layer}' talar inte om vilka av dess fält som dess verktyg har lagt till.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonmeasures.py"/>
        <source>'{text}' is no smallest difference. Write a number for all fields, and others such as ctr_min=5 for single ones; the fields are {fields}.</source>
        <translation>'{text}' är ingen minsta skillnad. Skriv ett tal för alla fält, och andra som ctr_min=5 för enskilda; fälten är {fields}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonpairs.py"/>
        <source>{count} rows of '{layer}' have an end that is not among the places.</source>
        <translation>{count} rader i '{layer}' har en ände som inte finns bland platserna.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonpairs.py"/>
        <source>{measure}: {what}, {minutes} min</source>
        <translation>{measure}: {what}, {minutes} min</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonpairs.py"/>
        <source>'{text}' is no list of times. Write minutes with commas between, such as 30, 45, 60.</source>
        <translation>'{text}' är ingen lista med tider. Skriv minuter med kommatecken emellan, t.ex. 30, 45, 60.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonpeople.py"/>
        <source>The table '{layer}' adds nothing to {fields}. Give it fields of the same names, or dwellings.</source>
        <translation>Tabellen '{layer}' lägger inte till något till {fields}. Ge den fält med samma namn, eller dwellings.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonpeople.py"/>
        <source>{count} codes of '{layer}' are not among the places, such as {code}.</source>
        <translation>{count} koder i '{layer}' finns inte bland platserna, t.ex. {code}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonpeople.py"/>
        <source>No supply is given for the scenario '{name}'; the tables have: {names}.</source>
        <translation>Inget utbud är angivet för scenariot '{name}'; tabellerna har: {names}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonresults.py"/>
        <source>{scenario}: change of {measure}</source>
        <translation>{scenario}: förändring av {measure}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonresults.py"/>
        <source>better by {limit} or more</source>
        <translation>bättre med {limit} eller mer</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonresults.py"/>
        <source>worse by {limit} or more</source>
        <translation>sämre med {limit} eller mer</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>The layer '{layer}' is no vector layer or table.</source>
        <translation>Lagret '{layer}' är varken vektorlager eller tabell.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>At most {most} scenarios can be compared in a run; there are {count}.</source>
        <translation>Högst {most} scenarier kan jämföras i en körning; det finns {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>Give one name for each of the {count} scenarios, with commas between; there are {given}.</source>
        <translation>Ange ett namn för vart och ett av de {count} scenarierna, med kommatecken emellan; det finns {given}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>'{layer}' does not tell how it was made, so its settings cannot be compared.</source>
        <translation>'{layer}' talar inte om hur det är gjort, så dess inställningar kan inte jämföras.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>These runs cannot be compared, because their settings differ: {differences}. Run them again with the same settings, or name those that may differ in '{parameter}'.</source>
        <translation>Dessa körningar kan inte jämföras, eftersom deras inställningar skiljer sig: {differences}. Kör dem igen med samma inställningar, eller ange dem som får skilja sig i '{parameter}'.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>The dates differ: {dates}</source>
        <translation>Datumen skiljer sig: {dates}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>These are results of different tools: {layers}. Choose results of one tool.</source>
        <translation>Detta är resultat av olika verktyg: {layers}. Välj resultat av ett och samma verktyg.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/comparisonruns.py"/>
        <source>The code '{code}' comes more than once in the layer '{layer}'. Choose a field that tells the places apart.</source>
        <translation>Koden '{code}' förekommer mer än en gång i lagret '{layer}'. Välj ett fält som skiljer platserna åt.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/csvtables.py"/>
        <source>The file '{file}' needs the columns {columns} and at least one line. Start from a copy of the plugin's processing/profiles/{like}.</source>
        <translation>Filen '{file}' behöver kolumnerna {columns} och minst en rad. Utgå från en kopia av insticksprogrammets processing/profiles/{like}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/csvtables.py"/>
        <source>The file '{file}' cannot be read ({reason}).</source>
        <translation>Filen '{file}' kan inte läsas ({reason}).</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/homes.py"/>
        <source>{count} places lie farther than 200 m from any street and are left out.</source>
        <translation>{count} platser ligger längre än 200 m från närmaste gata och tas inte med.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/landcover.py"/>
        <source>The raster '{layer}' has values that the class table does not know: {values}. Choose the classes that belong to the raster.</source>
        <translation>Rastret '{layer}' har värden som klasstabellen inte känner till: {values}. Välj de klasser som hör till rastret.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/landcover.py"/>
        <source>{count} localities have no data in '{layer}'.</source>
        <translation>{count} orter saknar data i '{layer}'.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/landcover.py"/>
        <source>The rasters '{first}' and '{second}' have different coordinate reference systems. Warp the later one to the grid of the earlier one (nearest neighbour) and try again.</source>
        <translation>Rastren '{first}' och '{second}' har olika koordinatsystem. Anpassa det senare till det tidigares rutnät med verktyget 'Warp (projicera om)' (närmaste granne) och försök igen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/landcover.py"/>
        <source>Choose green areas, a land-cover raster or both.</source>
        <translation>Välj grönområden, ett marktäckeraster eller båda.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/landcover.py"/>
        <source>The raster '{layer}' is in {crs}, whose unit is not the metre. Warp it to a projected reference system such as EPSG:3006 (nearest neighbour) and try again.</source>
        <translation>Rastret '{layer}' är i {crs}, vars enhet inte är meter. Anpassa det till ett projicerat koordinatsystem som EPSG:3006 med verktyget 'Warp (projicera om)' (närmaste granne) och försök igen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/lineclasses.py"/>
        <source>Line {line} of '{file}': the rule "{rule}" cannot be used. It is an expression on the fields {fields}, or ELSE.</source>
        <translation>Rad {line} i '{file}': regeln "{rule}" kan inte användas. Den är ett uttryck med fälten {fields}, eller ELSE.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/members.py"/>
        <source>An exception is 'join' or 'apart', not '{rule}'. Correct the table.</source>
        <translation>Ett undantag är 'join' eller 'apart', inte '{rule}'. Rätta tabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/populationgrid.py"/>
        <source>Choose a layer or a raster with the population.</source>
        <translation>Välj ett lager eller ett raster med befolkningen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/populationgrid.py"/>
        <source>Rasters of land and built-up land are read with a population raster on the same grid. Choose that raster, or leave them out and give the water as polygons.</source>
        <translation>Raster med landyta och bebyggd mark läses tillsammans med ett befolkningsraster i samma rutnät. Välj ett sådant raster, eller utelämna dem och ange vattnet som polygoner.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/populationgrid.py"/>
        <source>The cells of the raster '{layer}' are not 1 km2. Choose a population grid of 1 km.</source>
        <translation>Cellerna i rastret '{layer}' är inte 1 km2. Välj ett befolkningsraster på 1 km.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/populationgrid.py"/>
        <source>The rasters '{first}' and '{second}' have different cells. Warp the second one to the grid of the first one and try again.</source>
        <translation>Rastren '{first}' och '{second}' har olika celler. Anpassa det andra till det förstas rutnät med verktyget 'Warp (projicera om)' och försök igen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/populationgrid.py"/>
        <source>The layer '{layer}' spreads over {cells} km2, so some of its places must be wrong. Remove them and try again.</source>
        <translation>Lagret '{layer}' sträcker sig över {cells} km2, så några av dess platser måste vara fel. Ta bort dem och försök igen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/ranked.py"/>
        <source>Within {metres} m</source>
        <translation>Inom {metres} m</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/ranked.py"/>
        <source>Within {minutes} min</source>
        <translation>Inom {minutes} min</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/ranked.py"/>
        <source>No class</source>
        <translation>Ingen klass</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>Carrying out {count} edits</source>
        <translation>Utför {count} ändringar</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>New in the scenario: {finding}</source>
        <translation>Nytt i scenariot: {finding}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>The check finds nothing in the scenario that was not there before.</source>
        <translation>Kontrollen finner inget i scenariot som inte fanns förut.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>No line is new or changed.</source>
        <translation>Ingen linje är ny eller ändrad.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>The table '{table}' has no column 'action'. Its columns may be: {columns}.</source>
        <translation>Tabellen '{table}' har ingen kolumn 'action'. Dess kolumner får vara: {columns}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>Columns of '{table}' that are not read: {columns}.</source>
        <translation>Kolumner i '{table}' som inte läses: {columns}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>Row {row} of '{table}' needs a point and a 'stop_id' or a 'stop_name'.</source>
        <translation>Rad {row} i '{table}' behöver en punkt och ett 'stop_id' eller ett 'stop_name'.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>Row {row} of '{table}' must be one unbroken line. Join its parts, or draw it anew.</source>
        <translation>Rad {row} i '{table}' måste vara en enda obruten linje. Foga ihop delarna, eller rita om den.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>No trip runs in the period {period}. The timetable is for {first} to {last}.</source>
        <translation>Ingen tur går under perioden {period}. Tidtabellen gäller {first} till {last}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>'{text}' is no period. Write it as 2025-10-01/2025-10-31.</source>
        <translation>'{text}' är ingen period. Skriv den som 2025-10-01/2025-10-31.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenario.py"/>
        <source>Row {row} of '{table}' ({action}) changes nothing.</source>
        <translation>Rad {row} i '{table}' ({action}) ändrar ingenting.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariofiles.py"/>
        <source>'{folder}' holds several timetables; a scenario edits one. Choose one of them.</source>
        <translation>'{folder}' innehåller flera tidtabeller; ett scenario ändrar en. Välj en av dem.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>One edit a row, carried out from top to bottom. Start from a copy of the plugin's processing/profiles/timetable_edits.csv; columns that are not used can be left out. route is the id, number or name of a line; stops are ids or names with ; between; from and to are times such as 6, 06:30 or 25:10; days are daily, weekday, monday ... sunday; direction is 0 or 1, empty for both.</source>
        <translation>En ändring per rad, utförda uppifrån och ned. Utgå från en kopia av insticksprogrammets processing/profiles/timetable_edits.csv; kolumner som inte används kan utelämnas. route är en linjes id, nummer eller namn; stops är id eller namn med ; emellan; from och to är tider som 6, 06:30 eller 25:10; days är daily (alla dagar), weekday (vardag), monday ... sunday; direction är 0 eller 1, tomt för båda.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;new_line&lt;/b&gt; route=X1, stops=A;B;C, headway_min=20, from=06:00, to=20:00, days=weekday, speed_kmh=60, mode=bus, name=A - C express. Instead of speed_kmh (stops included) minutes=35 in all, or minutes=12;23 from stop to stop. The last trip leaves before 'to'. It calls at the same stops both ways. A further row with the line but without stops adds trips at another time.</source>
        <translation>&lt;b&gt;new_line&lt;/b&gt; (ny linje) route=X1, stops=A;B;C, headway_min=20, from=06:00, to=20:00, days=weekday, speed_kmh=60, mode=bus, name=A - C express. I stället för speed_kmh (med stopp) minutes=35 totalt, eller minutes=12;23 från hållplats till hållplats. Den sista turen avgår före 'to'. Den stannar vid samma hållplatser åt båda hållen. En rad till med linjen men utan stops lägger till turer en annan tid.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;headway&lt;/b&gt; route=32, headway_min=30, from=06:00, to=19:00, days=weekday. Trips that leave their first stop in that time give place, in each direction, to trips with the stops that most of them call at and the medians of their times, at the minute of the first of them, before and after it. Trips outside stay. In frequencies.txt the headway is changed there.</source>
        <translation>&lt;b&gt;headway&lt;/b&gt; (turtäthet) route=32, headway_min=30, from=06:00, to=19:00, days=weekday. Turer som lämnar sin första hållplats den tiden ger plats, i varje riktning, åt turer med de hållplatser som flest av dem har och medianen av deras tider, på den förstas minuttal, före och efter den. Turer utanför blir kvar. I frequencies.txt ändras turtätheten där.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;span&lt;/b&gt; route=32, from=05:00, to=24:30, headway_min=60. Copies of the day's first trip before it, and of the last trip after it; without headway_min at the line's usual one.</source>
        <translation>&lt;b&gt;span&lt;/b&gt; (trafikdygn) route=32, from=05:00, to=24:30, headway_min=60. Kopior av dagens första tur före den, och av den sista turen efter den; utan headway_min med linjens vanliga turtäthet.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;speed&lt;/b&gt; route=32 or mode=bus, percent=10, or minutes=5, stops=A;B. Run times get shorter, negative: longer, on the whole trip or between two stops, either way; time at stops and the first departure stay.</source>
        <translation>&lt;b&gt;speed&lt;/b&gt; (snabbare) route=32 eller mode=bus, percent=10, eller minutes=5, stops=A;B. Körtiderna blir kortare, negativt: längre, på hela turen eller mellan två hållplatser, åt båda hållen; tiden vid hållplatser och första avgången blir kvar.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;reroute&lt;/b&gt;, &lt;b&gt;add_stop&lt;/b&gt; route=32, stops=A;X;B. Between A and B trips call at X and nowhere else, either way; stops=A;X extends trips that begin or end at A. The new part takes minutes, or goes at speed_kmh, or as fast as the old part.</source>
        <translation>&lt;b&gt;reroute&lt;/b&gt; (annan väg), &lt;b&gt;add_stop&lt;/b&gt; (lägg till hållplats) route=32, stops=A;X;B. Mellan A och B stannar turer vid X och ingen annanstans, åt båda hållen; stops=A;X förlänger turer som börjar eller slutar vid A. Den nya delen tar minutes, eller går i speed_kmh, eller lika fort som den gamla.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;remove_stop&lt;/b&gt; stops=X, route=32, minutes=1 won by each trip. Without a line the stop goes altogether, with its transfers; stop areas stay.</source>
        <translation>&lt;b&gt;remove_stop&lt;/b&gt; (ta bort hållplats) stops=X, route=32, minutes=1 som varje tur vinner. Utan linje försvinner hållplatsen helt, med sina byten; hållplatsområden blir kvar.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;new_stop&lt;/b&gt;, &lt;b&gt;move_stop&lt;/b&gt; stops=X (its id), lat=58.4, lon=15.6, name=Torget. The times of the trips stay.</source>
        <translation>&lt;b&gt;new_stop&lt;/b&gt; (ny hållplats), &lt;b&gt;move_stop&lt;/b&gt; (flytta hållplats) stops=X (dess id), lat=58.4, lon=15.6, name=Torget. Turernas tider blir kvar.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/scenariohelp.py"/>
        <source>&lt;b&gt;remove_line&lt;/b&gt; route=32; direction, from, to and days leave the rest of its trips.</source>
        <translation>&lt;b&gt;remove_line&lt;/b&gt; (ta bort linje) route=32; direction, from, to och days lämnar resten av dess turer.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>Date: {date}</source>
        <translation>Datum: {date}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>None of the dates is of a day type chosen ({types}). Choose other dates or day types.</source>
        <translation>Inget av datumen är av en vald dagtyp ({types}). Välj andra datum eller dagtyper.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>No traffic on this type of day: {type}.</source>
        <translation>Ingen trafik på denna dagtyp: {type}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>weekday</source>
        <translation>vardag</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>Saturday</source>
        <translation>lördag</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>Sunday</source>
        <translation>söndag</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>Give one to {most} time windows, such as 06-20, 15:30-18; there are {count}.</source>
        <translation>Ange ett till {most} tidsfönster, till exempel 06-20, 15:30-18; det finns {count}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>'{text}' is no date. Write dates as 2025-10-07, several with commas between, and a period as 2025-10-01/2025-10-31.</source>
        <translation>'{text}' är inget datum. Skriv datum som 2025-10-07, flera med kommatecken emellan, och en period som 2025-10-01/2025-10-31.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/servicedays.py"/>
        <source>'{text}' is no time window. Write a beginning and a later end, such as 06-20 or 15:30-18; the night after is 24-26.</source>
        <translation>'{text}' är inget tidsfönster. Skriv en början och ett senare slut, till exempel 06-20 eller 15:30-18; natten efter är 24-26.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standard.py"/>
        <source>Line {line} of '{file}', column {column}: the layer '{layer}' has no field '{field}'. Add it with the tool that makes it, or change the table.</source>
        <translation>Rad {line} i '{file}', kolumnen {column}: lagret '{layer}' har inget fält '{field}'. Lägg till det med verktyget som skapar det, eller ändra tabellen.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standard.py"/>
        <source>Requirement {id} is for none of the localities.</source>
        <translation>Kravet {id} gäller ingen av orterna.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standard.py"/>
        <source>Line {line} of '{file}', column {column}: no locality fulfils it, so there is nowhere to go.</source>
        <translation>Rad {line} i '{file}', kolumnen {column}: ingen ort uppfyller uttrycket, så det finns ingenstans att resa.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standard.py"/>
        <source>Line {line} of '{file}', column {column}: no locality is called '{name}' or has that code. Write a locality, or one of: {words}.</source>
        <translation>Rad {line} i '{file}', kolumnen {column}: ingen ort heter '{name}' eller har den koden. Skriv en ort eller något av: {words}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standard.py"/>
        <source>Line {line} of '{file}', column {column}: it cannot be computed in row {row} of the localities ({reason}).</source>
        <translation>Rad {line} i '{file}', kolumnen {column}: uttrycket kan inte beräknas på rad {row} bland orterna ({reason}).</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>{count} localities</source>
        <translation>{count} orter</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>To {place}</source>
        <translation>Till {place}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>From {place}</source>
        <translation>Från {place}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>{day}, arriving {window}</source>
        <translation>{day}, framme {window}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>{day} {window}</source>
        <translation>{day} {window}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>{way}: nothing is known of this day type ({day}).</source>
        <translation>{way}: inget är känt om denna dagtyp ({day}).</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>{way}, {when}: journeys {found}, required {needed}.</source>
        <translation>{way}, {when}: antal resor {found}, kravet är {needed}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>There is no journey of at most {hours} h with up to {changes} changes.</source>
        <translation>Det finns ingen resa på högst {hours} timmar med upp till {changes} byten.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>The fewest changes are {found}, allowed {allowed}.</source>
        <translation>Det minsta antalet byten är {found}, tillåtet {allowed}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardresults.py"/>
        <source>The fastest takes {found} min, allowed {allowed}.</source>
        <translation>Den snabbaste tar {found} min, tillåtet {allowed}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>Line {line} of '{file}', column {column}: {reason}</source>
        <translation>Rad {line} i '{file}', kolumnen {column}: {reason}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>Lines {first} and {second} of '{file}' have the same id '{id}'. Give each requirement its own.</source>
        <translation>Raderna {first} och {second} i '{file}' har samma id '{id}'. Ge varje krav ett eget.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>The cell is empty.</source>
        <translation>Cellen är tom.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>'{text}' is not a whole number of at least {least}.</source>
        <translation>'{text}' är inte ett heltal på minst {least}.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>'{text}' is not a number of minutes, at most 1440. Leave it empty for any time.</source>
        <translation>'{text}' är inte ett antal minuter, högst 1440. Lämna tomt för obegränsad tid.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>'{text}' is neither departure nor arrival.</source>
        <translation>'{text}' är varken departure eller arrival.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>'{text}' is no list of day types. Write {days}, several with blanks between.</source>
        <translation>'{text}' är ingen lista med dagtyper. Skriv {days}, flera med blanksteg emellan.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/standardtable.py"/>
        <source>The expression {text} cannot be read ({reason}).</source>
        <translation>Uttrycket {text} kan inte läsas ({reason}).</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/stopcatchments.py"/>
        <source>'{text}' are no bands. Write rising numbers above 0 with commas between, such as 400, 1000, and a point in decimals.</source>
        <translation>'{text}' är inga band. Skriv stigande tal över 0 med komma mellan, till exempel 400, 1000, och punkt i decimaltal.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/stopcatchments.py"/>
        <source>The field '{field}' holds neither limits above 0 nor kinds of stop that are listed, such as '{value}'. List the kinds with their limits, such as rail 1000, bus 400.</source>
        <translation>Fältet '{field}' innehåller varken gränser över 0 eller sorter av hållplats som är listade, till exempel '{value}'. Lista sorterna med sina gränser, såsom rail 1000, bus 400.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/stopcatchments.py"/>
        <source>'{text}' is no limit of a kind of stop. Write the kind and a number above 0, with commas between, such as rail 1000, bus 400, and a point in decimals.</source>
        <translation>'{text}' är ingen gräns för en sort av hållplats. Skriv sorten och ett tal över 0, med komma emellan, såsom rail 1000, bus 400, och punkt i decimaltal.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/stopplaces.py"/>
        <source>No locality is called '{name}' or has that code. Write names or codes as in the layer '{layer}', with commas between them.</source>
        <translation>Ingen ort heter '{name}' eller har den koden. Skriv namn eller koder som i lagret '{layer}', med kommatecken emellan.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/stopplaces.py"/>
        <source>The layer '{layer}' has no localities. Check its selection and filter.</source>
        <translation>Lagret '{layer}' har inga orter. Kontrollera dess urval och filter.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/stopplaces.py"/>
        <source>No stop of the timetable lies in any of the localities. Check that the timetable is for the same part of the country as the layer '{layer}'.</source>
        <translation>Ingen av tidtabellens hållplatser ligger i någon av orterna. Kontrollera att tidtabellen gäller samma del av landet som lagret '{layer}'.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/stopquality.py"/>
        <source>Enough departures</source>
        <translation>Tillräckligt många avgångar</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/traveleffort.py"/>
        <source>{origins} origins x {destinations} destinations, {departures} departures: about {time}, {memory} MB beside QGIS and the layers</source>
        <translation>{origins} startpunkter x {destinations} målpunkter, {departures} avgångar: omkring {time}, {memory} MB utöver QGIS och lagren</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/traveleffort.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/traveleffort.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelground.py"/>
        <source>Open to walking</source>
        <translation>Öppen för gående</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelground.py"/>
        <source>Open to bicycles</source>
        <translation>Öppen för cyklar</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelground.py"/>
        <source>Open to cars</source>
        <translation>Öppen för bilar</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelground.py"/>
        <source>0 or no closes a street; without the field all are open.</source>
        <translation>0 eller no stänger en gata; utan fältet är alla öppna.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelground.py"/>
        <source>No street of the layer '{layer}' is open to '{mode}'. Check the field that says so.</source>
        <translation>Ingen gata i lagret '{layer}' är öppen för '{mode}'. Kontrollera fältet som anger det.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelground.py"/>
        <source>The streets ({mode}) fall into {count} parts; the largest has {share} % of their length. Lines must share vertices where one can turn.</source>
        <translation>Gatorna ({mode}) faller isär i {count} delar; den största har {share} % av deras längd. Linjer måste ha gemensamma brytpunkter där man kan svänga.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelmap.py"/>
        <source>Nothing is reached. Check the date, the time window and the longest walk.</source>
        <translation>Ingenting nås. Kontrollera datumet, tidsfönstret och längsta gång.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelmap.py"/>
        <source>{count} places have no stop with traffic within walking distance.</source>
        <translation>{count} platser har ingen hållplats med trafik inom gångavstånd.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelmatrix.py"/>
        <source>Cars are left out: they need streets.</source>
        <translation>Bilar utelämnas: de behöver gator.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelmatrix.py"/>
        <source>Choose a mode; the car needs streets.</source>
        <translation>Välj ett färdsätt; bilen behöver gator.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelmatrix.py"/>
        <source>No destination is reached from any origin. Check the date, the time window, the longest walk and journey, and that all layers are of the same region.</source>
        <translation>Inget mål nås från någon start. Kontrollera datumet, tidsfönstret, längsta gång och resa, och att alla lager gäller samma region.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelplaces.py"/>
        <source>The field '{field}' of the layer '{layer}' must give each place an id of its own, but row {row} has '{value}', which is empty or occurs before. Choose another field.</source>
        <translation>Fältet '{field}' i lagret '{layer}' måste ge varje plats ett eget id, men rad {row} har '{value}', som är tomt eller har förekommit tidigare. Välj ett annat fält.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelplaces.py"/>
        <source>{count} places lie too far from any street and are out of reach on the streets.</source>
        <translation>{count} platser ligger för långt från alla gator och nås inte på gatorna.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Step between departures (min)</source>
        <translation>Steg mellan avgångar (min)</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Most rides on a journey (0: any number)</source>
        <translation>Flest delresor på en resa (0: hur många som helst)</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Longest journey (min)</source>
        <translation>Längsta resa (min)</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Longest walk to or from a stop</source>
        <translation>Längsta gång till eller från en hållplats</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Longest walk between stops</source>
        <translation>Längsta gång mellan hållplatser</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Percentiles</source>
        <translation>Percentiler</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Detour factor (ratio)</source>
        <translation>Omvägsfaktor (kvot)</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Farthest from a street</source>
        <translation>Längst från en gata</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Use what runs on demand</source>
        <translation>Använd anropsstyrd trafik</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Such as 07-09: every minute from 07:00 to 08:59. 08:00 alone is one time; the night after is 24-26.</source>
        <translation>Till exempel 07-09: varje minut från 07:00 till 08:59. Bara 08:00 är en enda tid; natten efter är 24-26.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Whole numbers with commas between, such as 50, 85: the time that so many percent of the departures do not exceed, the wait for the first vehicle counted.</source>
        <translation>Heltal med komma emellan, till exempel 50, 85: den tid som så många procent av avgångarna inte överskrider, väntan på det första fordonet inräknad.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Pairs of places farther apart than this in time have no row.</source>
        <translation>Par av platser som ligger längre ifrån varandra i tid får ingen rad.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>One more than the changes. Time and memory grow with it; with 0 they are least, and the number of rides is not told.</source>
        <translation>Ett mer än bytena. Tid och minne växer med antalet; med 0 är de minst, och antalet delresor anges inte.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Also for going all the way on foot instead of by public transport.</source>
        <translation>Även för att gå hela vägen till fots i stället för med kollektivtrafik.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Way walked over straight distance, where no streets are given; our own choice.</source>
        <translation>Gångväg delad med fågelvägen, där inga gator är angivna; vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>Places and stops farther from any street are out of reach on the streets; our own choice.</source>
        <translation>Platser och hållplatser längre från alla gator nås inte på gatorna; vårt eget val.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelsettings.py"/>
        <source>'{text}' is not understood as '{parameter}'. Write whole numbers from 1 to {most} with commas between, such as 15, 30, 60.</source>
        <translation>'{text}' går inte att förstå som '{parameter}'. Skriv heltal från 1 till {most} med komma emellan, till exempel 15, 30, 60.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelstyles.py"/>
        <source>{low}–{high} min</source>
        <translation>{low}–{high} min</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/travelstyles.py"/>
        <source>{label}, percentile {percentile} ({unit})</source>
        <translation>{label}, percentil {percentile} ({unit})</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/traveltimes.py"/>
        <source>{count} of {total} stops with traffic lie too far from any street to be reached.</source>
        <translation>{count} av {total} hållplatser med trafik ligger för långt från alla gator för att nås.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>Not compared for want of a value: rows {rows}</source>
        <translation>Inte jämförda för att värde saknas: rad {rows}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>Made by Samplan {version}, {tool}, from '{layer}' ({count} localities).</source>
        <translation>Framställt med Samplan {version}, {tool}, från '{layer}' ({count} orter).</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>Stability is not computed for more than {count} localities.</source>
        <translation>Stabiliteten beräknas inte för fler än {count} orter.</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>Compared on: {fields}</source>
        <translation>Jämförda fält: {fields}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>Not classed for want of a value: rows {rows}</source>
        <translation>Inte klassade för att värde saknas: rad {rows}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>Set aside as outliers: rows {rows}</source>
        <translation>Åsidosatta som avvikare: rad {rows}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>One value only, tells nothing apart: {fields}</source>
        <translation>Bara ett värde, skiljer ingenting åt: {fields}</translation>
    </message>
    <message>
        <location filename="../../processing/subjects/typology.py"/>
        <source>'{first}' and '{second}' say nearly the same (correlation {value}).</source>
        <translation>'{first}' och '{second}' säger nästan samma sak (korrelation {value}).</translation>
    </message>
    <message>
        <location filename="../../processing/models/localityprofile.model3"/>
        <source>Earlier localities: code field</source>
        <translation>Tidigare orter: fält med kod</translation>
    </message>
    <message>
        <location filename="../../processing/models/localityprofile.model3"/>
        <source>Earlier localities: name field</source>
        <translation>Tidigare orter: fält med namn</translation>
    </message>
    <message>
        <location filename="../../processing/models/localityprofile.model3"/>
        <source>From buildings to a layer of localities with every indicator: delineates localities and adds population, employment, housing, service, green areas, urban form, land cover and landscape.</source>
        <translation>Från byggnader till ett ortslager med alla indikatorer: avgränsar orter och lägger till befolkning, sysselsättning, bostäder, service, grönområden, bebyggelsestruktur, marktäcke och landskap.</translation>
    </message>
    <message>
        <location filename="../../processing/models/localityprofile.model3"/>
        <source>Locality profile</source>
        <translation>Ortsprofil</translation>
    </message>
    <message>
        <location filename="../../processing/models/localityprofile.model3"/>
        <source>Locality profile: from buildings to all indicators</source>
        <translation>Ortsprofil: från byggnader till alla indikatorer</translation>
    </message>
    <message>
        <location filename="../../processing/models/localitystructure.model3"/>
        <source>From buildings to a typology: delineates localities, adds population, employment and commuting, and puts the localities into classes.</source>
        <translation>Från byggnader till ortstypologi: avgränsar orter, lägger till befolkning, sysselsättning och pendling och delar in orterna i klasser.</translation>
    </message>
    <message>
        <location filename="../../processing/models/localitystructure.model3"/>
        <source>Localities with indicators and class</source>
        <translation>Orter med indikatorer och klass</translation>
    </message>
    <message>
        <location filename="../../processing/models/localitystructure.model3"/>
        <source>Locality structure: from buildings to typology</source>
        <translation>Ortsstruktur: från byggnader till ortstypologi</translation>
    </message>
    <message>
        <location filename="../../processing/models/transitoutlook.model3"/>
        <source>Destinations (workplaces, shops, services)</source>
        <translation>Målpunkter (arbetsställen, butiker, service)</translation>
    </message>
    <message>
        <location filename="../../processing/models/transitoutlook.model3"/>
        <source>From a timetable and localities to maps of public transport: stops and lines, their service on normal weekdays, Saturdays and Sundays, the public transport of each locality, quality classes, catchments of the stops on the streets where these are given, travel times between the localities, and how many of the destinations, such as jobs, can be reached within 15 to 60 minutes.</source>
        <translation>Från tidtabell och orter till kartor över kollektivtrafiken: hållplatser och linjer, deras utbud på normala vardagar, lördagar och söndagar, varje orts kollektivtrafik, kvalitetsklasser, hållplatsernas upptagningsområden längs gatorna där sådana anges, restider mellan orterna och hur många av målpunkterna, till exempel arbetstillfällen, som nås inom 15 till 60 minuter.</translation>
    </message>
    <message>
        <location filename="../../processing/models/transitoutlook.model3"/>
        <source>Localities with public transport and accessibility</source>
        <translation>Orter med kollektivtrafik och tillgänglighet</translation>
    </message>
    <message>
        <location filename="../../processing/models/transitoutlook.model3"/>
        <source>Public transport outlook: from timetable to accessibility</source>
        <translation>Kollektivtrafikens möjligheter: från tidtabell till tillgänglighet</translation>
    </message>
</context>
</TS>
