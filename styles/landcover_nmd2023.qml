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
        <paletteEntry value="3" label="Arable land" alpha="255" color="#ffffbe"/>
        <paletteEntry value="23" label="Low mountain forest on wetland" alpha="255" color="#00e6a9"/>
        <paletteEntry value="43" label="Low mountain forest on dry land" alpha="255" color="#55ff00"/>
        <paletteEntry value="51" label="Building" alpha="255" color="#5a1414"/>
        <paletteEntry value="52" label="Developed land, not building or road/railway" alpha="255" color="#e5464b"/>
        <paletteEntry value="53" label="Road or railway" alpha="255" color="#191919"/>
        <paletteEntry value="54" label="Peat extraction" alpha="255" color="#a87000"/>
        <paletteEntry value="61" label="Inland water" alpha="255" color="#6699cd"/>
        <paletteEntry value="62" label="Marine water" alpha="255" color="#8accfa"/>
        <paletteEntry value="111" label="Pine forest on dry land" alpha="255" color="#6e8c05"/>
        <paletteEntry value="112" label="Spruce forest on dry land" alpha="255" color="#2d5f00"/>
        <paletteEntry value="113" label="Mixed coniferous forest on dry land" alpha="255" color="#4e7000"/>
        <paletteEntry value="114" label="Mixed forest on dry land" alpha="255" color="#38a800"/>
        <paletteEntry value="115" label="Deciduous forest on dry land" alpha="255" color="#4ce600"/>
        <paletteEntry value="116" label="Deciduous hardwood forest on dry land" alpha="255" color="#aaff00"/>
        <paletteEntry value="117" label="Deciduous forest with deciduous hardwood on dry land" alpha="255" color="#97e600"/>
        <paletteEntry value="118" label="Temporarily non-forest on dry land" alpha="255" color="#cdcd66"/>
        <paletteEntry value="121" label="Pine forest on wetland" alpha="255" color="#598c55"/>
        <paletteEntry value="122" label="Spruce forest on wetland" alpha="255" color="#305e50"/>
        <paletteEntry value="123" label="Mixed coniferous forest on wetland" alpha="255" color="#23735a"/>
        <paletteEntry value="124" label="Mixed forest on wetland" alpha="255" color="#438870"/>
        <paletteEntry value="125" label="Deciduous forest on wetland" alpha="255" color="#89cd9b"/>
        <paletteEntry value="126" label="Deciduous hardwood forest on wetland" alpha="255" color="#a5f578"/>
        <paletteEntry value="127" label="Deciduous forest with deciduous hardwood on wetland" alpha="255" color="#abcd78"/>
        <paletteEntry value="128" label="Temporarily non-forest on wetland" alpha="255" color="#898944"/>
        <paletteEntry value="200" label="Open wetland (not subdivided)" alpha="255" color="#c29ed7"/>
        <paletteEntry value="211" label="Shrub mire" alpha="255" color="#894465"/>
        <paletteEntry value="212" label="Dwarf-shrub hummock mire" alpha="255" color="#cd6699"/>
        <paletteEntry value="213" label="Firm lawn mire, poor" alpha="255" color="#f57ab6"/>
        <paletteEntry value="214" label="Firm lawn mire, rich" alpha="255" color="#d69dbc"/>
        <paletteEntry value="215" label="Swamp fen" alpha="255" color="#73004c"/>
        <paletteEntry value="216" label="Soft carpet mire" alpha="255" color="#a80084"/>
        <paletteEntry value="217" label="Mud-bottom mire" alpha="255" color="#e600a9"/>
        <paletteEntry value="218" label="Other open mire" alpha="255" color="#ff00c5"/>
        <paletteEntry value="221" label="Wetland with shrubs" alpha="255" color="#704489"/>
        <paletteEntry value="222" label="Dwarf-shrub wetland" alpha="255" color="#aa66cd"/>
        <paletteEntry value="223" label="Grass wetland, poor" alpha="255" color="#ca7af5"/>
        <paletteEntry value="224" label="Grass wetland, lush" alpha="255" color="#4c0073"/>
        <paletteEntry value="225" label="Grass wetland, tall" alpha="255" color="#8400a8"/>
        <paletteEntry value="226" label="Moss wetland" alpha="255" color="#a900e6"/>
        <paletteEntry value="227" label="Wetland without plant cover" alpha="255" color="#c500ff"/>
        <paletteEntry value="228" label="Other open wetland" alpha="255" color="#df73ff"/>
        <paletteEntry value="230" label="Low mountain forest on other wetland" alpha="255" color="#00e6a9"/>
        <paletteEntry value="411" label="Bare open dry land (not glacier or permanent snow)" alpha="255" color="#e1e1e1"/>
        <paletteEntry value="412" label="Glacier" alpha="255" color="#d7f0ff"/>
        <paletteEntry value="413" label="Permanent snow" alpha="255" color="#f0faff"/>
        <paletteEntry value="4211" label="Dry shrub land" alpha="255" color="#d9a560"/>
        <paletteEntry value="4212" label="Mesic shrub land" alpha="255" color="#c98f45"/>
        <paletteEntry value="4213" label="Mesic to moist shrub land" alpha="255" color="#b37a33"/>
        <paletteEntry value="4221" label="Dry dwarf-shrub land" alpha="255" color="#f2c98c"/>
        <paletteEntry value="4222" label="Mesic dwarf-shrub land" alpha="255" color="#e6b877"/>
        <paletteEntry value="4223" label="Mesic to moist dwarf-shrub land" alpha="255" color="#d9a762"/>
        <paletteEntry value="4231" label="Dry grass land" alpha="255" color="#ffe6b0"/>
        <paletteEntry value="4232" label="Mesic grass land" alpha="255" color="#ffd37f"/>
        <paletteEntry value="4233" label="Mesic to moist grass land" alpha="255" color="#f5c35f"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast contrast="0" brightness="0" gamma="1"/>
    <huesaturation colorizeStrength="100" invertColors="0" colorizeOn="0" colorizeRed="255" colorizeGreen="128" grayscaleMode="0" colorizeBlue="128" saturation="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
