"""QGIS with the provider, algorithms run by their id, and small layers in every state."""

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    """Samplan in the processing registry."""
    from samplan.processing.provider import Provider

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


class Log(QgsProcessingFeedback):
    """Keeps what the user would read."""

    def __init__(self):
        super().__init__(False)
        self.warnings, self.errors, self.info = [], [], []

    def pushWarning(self, text):
        self.warnings.append(text)

    def reportError(self, text, fatalError=False):
        self.errors.append(text)

    def pushInfo(self, text):
        self.info.append(text)


@pytest.fixture
def context(qgis_app):
    """A processing context on the current project."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    yield context
    # a raster that outlives QGIS brings the program down when it is closed
    context.temporaryLayerStore().removeAllMapLayers()


@pytest.fixture
def log():
    """What the run says to the user."""
    return Log()


@pytest.fixture
def run(provider, context, log):
    """Run an algorithm by its id; returns its results. Layers come as layers."""
    import processing

    def run(algorithm, **parameters):
        return processing.run(f"samplan:{algorithm}", parameters, context=context, feedback=log)

    return run


@pytest.fixture
def make_layer(qgis_app):
    """Memory layer from well-known text: make_layer("Point", "name:string", [(wkt, "Å"), ...])."""

    def make(kind, fields, rows, crs="EPSG:3006", name="layer"):
        declared = "&".join(
            [f"crs={crs}", *(f"field={each}" for each in fields.split(",") if each)]
        )
        layer = QgsVectorLayer(f"{kind}?{declared}", name, "memory")
        assert layer.isValid()
        layer.setCrs(QgsCoordinateReferenceSystem(crs))
        features = []
        for wkt, *values in rows:
            feature = QgsFeature(layer.fields())
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(values)
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0]
        layer.updateExtents()
        return layer

    return make


@pytest.fixture(scope="session")
def demo_folder(provider, tmp_path_factory):
    """Folder with the tiny demo region."""
    import processing

    folder = tmp_path_factory.mktemp("demo") / "tiny"
    processing.run("samplan:demoregion", {"SIZE": "tiny", "FOLDER": str(folder)})
    return folder


@pytest.fixture(scope="session")
def demo(demo_folder):
    """Source of one of the demo region's layers by its name; of a file where it has a dot."""
    return lambda name: f"{demo_folder}/{name if '.' in name else f'demo.gpkg|layername={name}'}"
