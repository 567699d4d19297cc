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
        <paletteEntry value="2" label="Open wetland" alpha="255" color="#c29ed7"/>
        <paletteEntry value="3" label="Arable land" alpha="255" color="#ffffbe"/>
        <paletteEntry value="41" label="Non-vegetated other open land" alpha="255" color="#e1e1e1"/>
        <paletteEntry value="42" label="Vegetated other open land" alpha="255" color="#ffd37f"/>
        <paletteEntry value="51" label="Artificial surfaces, building" alpha="255" color="#5a1414"/>
        <paletteEntry value="52" label="Artificial surfaces, not building or road/railway" alpha="255" color="#e5464b"/>
        <paletteEntry value="53" label="Artificial surfaces, road/railway" alpha="255" color="#191919"/>
        <paletteEntry value="61" label="Inland water" alpha="255" color="#6699cd"/>
        <paletteEntry value="62" label="Marine water" alpha="255" color="#8accfa"/>
        <paletteEntry value="111" label="Pine forest not on wetland" alpha="255" color="#6e8c05"/>
        <paletteEntry value="112" label="Spruce forest not on wetland" alpha="255" color="#2d5f00"/>
        <paletteEntry value="113" label="Mixed coniferous forest not on wetland" alpha="255" color="#4e7000"/>
        <paletteEntry value="114" label="Mixed forest not on wetland" alpha="255" color="#38a800"/>
        <paletteEntry value="115" label="Deciduous forest not on wetland" alpha="255" color="#4ce600"/>
        <paletteEntry value="116" label="Deciduous hardwood forest not on wetland" alpha="255" color="#aaff00"/>
        <paletteEntry value="117" label="Deciduous forest with deciduous hardwood not on wetland" alpha="255" color="#97e600"/>
        <paletteEntry value="118" label="Temporarily non-forest not on wetland" alpha="255" color="#cdcd66"/>
        <paletteEntry value="121" label="Pine forest on wetland" alpha="255" color="#598c55"/>
        <paletteEntry value="122" label="Spruce forest on wetland" alpha="255" color="#305e50"/>
        <paletteEntry value="123" label="Mixed coniferous forest on wetland" alpha="255" color="#23735a"/>
        <paletteEntry value="124" label="Mixed forest on wetland" alpha="255" color="#438870"/>
        <paletteEntry value="125" label="Deciduous forest on wetland" alpha="255" color="#89cd9b"/>
        <paletteEntry value="126" label="Deciduous hardwood forest on wetland" alpha="255" color="#a5f578"/>
        <paletteEntry value="127" label="Deciduous forest with deciduous hardwood on wetland" alpha="255" color="#abcd78"/>
        <paletteEntry value="128" label="Temporarily non-forest on wetland" alpha="255" color="#898944"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast contrast="0" brightness="0" gamma="1"/>
    <huesaturation colorizeStrength="100" invertColors="0" colorizeOn="0" colorizeRed="255" colorizeGreen="128" grayscaleMode="0" colorizeBlue="128" saturation="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
