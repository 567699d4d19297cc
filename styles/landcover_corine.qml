<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0" maxScale="0" minScale="1e+08" version="3.22.16-Białowieża">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <temporal enabled="0" mode="0" fetchMode="0">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <customproperties>
    <Option type="Map">
      <Option value="Value" name="identify/format" type="QString"/>
    </Option>
  </customproperties>
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option value="" name="name" type="QString"/>
      <Option name="properties"/>
      <Option value="collection" name="type" type="QString"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling maxOversampling="2" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" zoomedInResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer band="1" alphaBand="-1" type="paletted" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry value="111" label="Continuous urban fabric" alpha="255" color="#e6004d"/>
        <paletteEntry value="1" label="Continuous urban fabric" alpha="255" color="#e6004d"/>
        <paletteEntry value="112" label="Discontinuous urban fabric" alpha="255" color="#ff0000"/>
        <paletteEntry value="2" label="Discontinuous urban fabric" alpha="255" color="#ff0000"/>
        <paletteEntry value="121" label="Industrial or commercial units" alpha="255" color="#cc4df2"/>
        <paletteEntry value="3" label="Industrial or commercial units" alpha="255" color="#cc4df2"/>
        <paletteEntry value="122" label="Road and rail networks and associated land" alpha="255" color="#cc0000"/>
        <paletteEntry value="4" label="Road and rail networks and associated land" alpha="255" color="#cc0000"/>
        <paletteEntry value="123" label="Port areas" alpha="255" color="#e6cccc"/>
        <paletteEntry value="5" label="Port areas" alpha="255" color="#e6cccc"/>
        <paletteEntry value="124" label="Airports" alpha="255" color="#e6cce6"/>
        <paletteEntry value="6" label="Airports" alpha="255" color="#e6cce6"/>
        <paletteEntry value="131" label="Mineral extraction sites" alpha="255" color="#a600cc"/>
        <paletteEntry value="7" label="Mineral extraction sites" alpha="255" color="#a600cc"/>
        <paletteEntry value="132" label="Dump sites" alpha="255" color="#a64d00"/>
        <paletteEntry value="8" label="Dump sites" alpha="255" color="#a64d00"/>
        <paletteEntry value="133" label="Construction sites" alpha="255" color="#ff4dff"/>
        <paletteEntry value="9" label="Construction sites" alpha="255" color="#ff4dff"/>
        <paletteEntry value="141" label="Green urban areas" alpha="255" color="#ffa6ff"/>
        <paletteEntry value="10" label="Green urban areas" alpha="255" color="#ffa6ff"/>
        <paletteEntry value="142" label="Sport and leisure facilities" alpha="255" color="#ffe6ff"/>
        <paletteEntry value="11" label="Sport and leisure facilities" alpha="255" color="#ffe6ff"/>
        <paletteEntry value="211" label="Non-irrigated arable land" alpha="255" color="#ffffa8"/>
        <paletteEntry value="12" label="Non-irrigated arable land" alpha="255" color="#ffffa8"/>
        <paletteEntry value="212" label="Permanently irrigated land" alpha="255" color="#ffff00"/>
        <paletteEntry value="13" label="Permanently irrigated land" alpha="255" color="#ffff00"/>
        <paletteEntry value="213" label="Rice fields" alpha="255" color="#e6e600"/>
        <paletteEntry value="14" label="Rice fields" alpha="255" color="#e6e600"/>
        <paletteEntry value="221" label="Vineyards" alpha="255" color="#e68000"/>
        <paletteEntry value="15" label="Vineyards" alpha="255" color="#e68000"/>
        <paletteEntry value="222" label="Fruit trees and berry plantations" alpha="255" color="#f2a64d"/>
        <paletteEntry value="16" label="Fruit trees and berry plantations" alpha="255" color="#f2a64d"/>
        <paletteEntry value="223" label="Olive groves" alpha="255" color="#e6a600"/>
        <paletteEntry value="17" label="Olive groves" alpha="255" color="#e6a600"/>
        <paletteEntry value="231" label="Pastures" alpha="255" color="#e6e64d"/>
        <paletteEntry value="18" label="Pastures" alpha="255" color="#e6e64d"/>
        <paletteEntry value="241" label="Annual crops associated with permanent crops" alpha="255" color="#ffe6a6"/>
        <paletteEntry value="19" label="Annual crops associated with permanent crops" alpha="255" color="#ffe6a6"/>
        <paletteEntry value="242" label="Complex cultivation patterns" alpha="255" color="#ffe64d"/>
        <paletteEntry value="20" label="Complex cultivation patterns" alpha="255" color="#ffe64d"/>
        <paletteEntry value="243" label="Land principally occupied by agriculture, with significant areas of natural vegetation" alpha="255" color="#e6cc4d"/>
        <paletteEntry value="21" label="Land principally occupied by agriculture, with significant areas of natural vegetation" alpha="255" color="#e6cc4d"/>
        <paletteEntry value="244" label="Agro-forestry areas" alpha="255" color="#f2cca6"/>
        <paletteEntry value="22" label="Agro-forestry areas" alpha="255" color="#f2cca6"/>
        <paletteEntry value="311" label="Broad-leaved forest" alpha="255" color="#80ff00"/>
        <paletteEntry value="23" label="Broad-leaved forest" alpha="255" color="#80ff00"/>
        <paletteEntry value="312" label="Coniferous forest" alpha="255" color="#00a600"/>
        <paletteEntry value="24" label="Coniferous forest" alpha="255" color="#00a600"/>
        <paletteEntry value="313" label="Mixed forest" alpha="255" color="#4dff00"/>
        <paletteEntry value="25" label="Mixed forest" alpha="255" color="#4dff00"/>
        <paletteEntry value="321" label="Natural grasslands" alpha="255" color="#ccf24d"/>
        <paletteEntry value="26" label="Natural grasslands" alpha="255" color="#ccf24d"/>
        <paletteEntry value="322" label="Moors and heathland" alpha="255" color="#a6ff80"/>
        <paletteEntry value="27" label="Moors and heathland" alpha="255" color="#a6ff80"/>
        <paletteEntry value="323" label="Sclerophyllous vegetation" alpha="255" color="#a6e64d"/>
        <paletteEntry value="28" label="Sclerophyllous vegetation" alpha="255" color="#a6e64d"/>
        <paletteEntry value="324" label="Transitional woodland-shrub" alpha="255" color="#a6f200"/>
        <paletteEntry value="29" label="Transitional woodland-shrub" alpha="255" color="#a6f200"/>
        <paletteEntry value="331" label="Beaches, dunes, sands" alpha="255" color="#e6e6e6"/>
        <paletteEntry value="30" label="Beaches, dunes, sands" alpha="255" color="#e6e6e6"/>
        <paletteEntry value="332" label="Bare rocks" alpha="255" color="#cccccc"/>
        <paletteEntry value="31" label="Bare rocks" alpha="255" color="#cccccc"/>
        <paletteEntry value="333" label="Sparsely vegetated areas" alpha="255" color="#ccffcc"/>
        <paletteEntry value="32" label="Sparsely vegetated areas" alpha="255" color="#ccffcc"/>
        <paletteEntry value="334" label="Burnt areas" alpha="255" color="#000000"/>
        <paletteEntry value="33" label="Burnt areas" alpha="255" color="#000000"/>
        <paletteEntry value="335" label="Glaciers and perpetual snow" alpha="255" color="#a6e6cc"/>
        <paletteEntry value="34" label="Glaciers and perpetual snow" alpha="255" color="#a6e6cc"/>
        <paletteEntry value="411" label="Inland marshes" alpha="255" color="#a6a6ff"/>
        <paletteEntry value="35" label="Inland marshes" alpha="255" color="#a6a6ff"/>
        <paletteEntry value="412" label="Peat bogs" alpha="255" color="#4d4dff"/>
        <paletteEntry value="36" label="Peat bogs" alpha="255" color="#4d4dff"/>
        <paletteEntry value="421" label="Salt marshes" alpha="255" color="#ccccff"/>
        <paletteEntry value="37" label="Salt marshes" alpha="255" color="#ccccff"/>
        <paletteEntry value="422" label="Salines" alpha="255" color="#e6e6ff"/>
        <paletteEntry value="38" label="Salines" alpha="255" color="#e6e6ff"/>
        <paletteEntry value="423" label="Intertidal flats" alpha="255" color="#a6a6e6"/>
        <paletteEntry value="39" label="Intertidal flats" alpha="255" color="#a6a6e6"/>
        <paletteEntry value="511" label="Water courses" alpha="255" color="#00ccf2"/>
        <paletteEntry value="40" label="Water courses" alpha="255" color="#00ccf2"/>
        <paletteEntry value="512" label="Water bodies" alpha="255" color="#80f2e6"/>
        <paletteEntry value="41" label="Water bodies" alpha="255" color="#80f2e6"/>
        <paletteEntry value="521" label="Coastal lagoons" alpha="255" color="#00ffa6"/>
        <paletteEntry value="42" label="Coastal lagoons" alpha="255" color="#00ffa6"/>
        <paletteEntry value="522" label="Estuaries" alpha="255" color="#a6ffe6"/>
        <paletteEntry value="43" label="Estuaries" alpha="255" color="#a6ffe6"/>
        <paletteEntry value="523" label="Sea and ocean" alpha="255" color="#e6f2ff"/>
        <paletteEntry value="44" label="Sea and ocean" alpha="255" color="#e6f2ff"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast contrast="0" brightness="0" gamma="1"/>
    <huesaturation colorizeStrength="100" invertColors="0" colorizeOn="0" colorizeRed="255" colorizeGreen="128" grayscaleMode="0" colorizeBlue="128" saturation="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
