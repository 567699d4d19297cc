"""The algorithms, in toolbox order."""

from __future__ import annotations

from ..i18n import tr
from .database.demoregion import DemoRegion
from .indicators.employmentindicators import EmploymentIndicators
from .indicators.greenaccess import GreenAccess
from .indicators.housingindicators import HousingIndicators
from .indicators.landcoverindicators import LandCoverIndicators
from .indicators.landscapemetrics import LandscapeMetrics
from .indicators.populationindicators import PopulationIndicators
from .indicators.serviceindicators import ServiceIndicators
from .indicators.urbanformindicators import UrbanFormIndicators
from .localities.degreeofurbanisation import DegreeOfUrbanisation
from .localities.delineatelocalities import DelineateLocalities
from .localities.functionallocalities import FunctionalLocalities
from .maps.planningproject import PlanningProject
from .transit.accessibility import Accessibility
from .transit.checkgtfs import CheckGtfs
from .transit.comparescenarios import CompareScenarios
from .transit.editgtfs import EditGtfs
from .transit.gtfstolayers import GtfsToLayers
from .transit.localityservice import LocalityService
from .transit.servicestandard import ServiceStandard
from .transit.stopquality import StopQuality
from .transit.stopservice import StopService
from .transit.transitcatchments import TransitCatchments
from .transit.traveltimemap import TravelTimeMap
from .transit.traveltimematrix import TravelTimeMatrix
from .transit.traveltimeratio import TravelTimeRatio
from .typology.alikebutdifferent import AlikeButDifferent
from .typology.clustertypology import ClusterTypology
from .typology.ruletypology import RuleTypology
from .typology.typologyprofile import TypologyProfile

GROUPS = {
    "database": tr("1 Planning database"),
    "localities": tr("2 Localities"),
    "indicators": tr("3 Locality indicators"),
    "typology": tr("4 Typology"),
    "transit": tr("5 Public transport"),
    "labour": tr("6 Labour market and business"),
    "planning": tr("7 Joint planning"),
    "maps": tr("8 Maps and reports"),
}
"""Label of each group; its id is the name of the folder."""

ALGORITHMS = (
    DemoRegion,
    DelineateLocalities,
    FunctionalLocalities,
    DegreeOfUrbanisation,
    PopulationIndicators,
    EmploymentIndicators,
    HousingIndicators,
    ServiceIndicators,
    GreenAccess,
    UrbanFormIndicators,
    LandCoverIndicators,
    LandscapeMetrics,
    ClusterTypology,
    RuleTypology,
    TypologyProfile,
    AlikeButDifferent,
    CheckGtfs,
    GtfsToLayers,
    StopService,
    LocalityService,
    StopQuality,
    TransitCatchments,
    ServiceStandard,
    TravelTimeMatrix,
    TravelTimeMap,
    Accessibility,
    TravelTimeRatio,
    EditGtfs,
    CompareScenarios,
    PlanningProject,
)
