/** The demo's products: 27 invented articles of two invented brands, named in five languages, with list prices in euros. */
import type { InventedSector } from './sectors.js'
import type { InventedLanguage, Setting } from './texts/vocabulary.js'

export type ProductKind = 'product' | 'service' | 'spare-part'

type NamesByLanguage = Readonly<Record<InventedLanguage, string>>

/** A product as the demo's catalogue holds it. */
export interface DemoProduct {
  code: string
  names: NamesByLanguage
  line: string
  brand: string
  kind: ProductKind
  /** List price in cents of a euro; of a service for one month, visit or day as its name says. */
  listPriceMinor: number
  /** Where it is used; everywhere when empty. */
  settings: readonly Setting[]
}

/** Whether it is sold to customers of a sector for a place: nobody dines in a shop, and a laboratory keeps no medicines. */
export const isSoldTo = (
  { settings, line, code }: DemoProduct,
  { setting, sector }: { setting: Setting; sector: InventedSector },
): boolean =>
  settings.includes(setting) &&
  (sector !== 'retail' || line !== 'serving') &&
  (sector !== 'laboratory' || code !== medicineCabinet)

const medicineCabinet = 'KR-MC20'

/** For professional kitchens. */
const kitchenBrand = 'Hallaris'
/** For laboratories, pharmacies and industry. */
const laboratoryBrand = 'Kryolin'

type Row = [code: string, euros: number, en: string, fi: string, sv: string, de: string, nb: string]

const ofKind =
  (kind: ProductKind, brand: string, line: string, ...settings: Setting[]) =>
  (...[code, euros, en, fi, sv, de, nb]: Row): DemoProduct => ({
    ...{ code, names: { en, fi, sv, de, nb }, line, brand, kind, settings },
    listPriceMinor: Math.round(euros * 100),
  })

const coldStorage = ofKind('product', kitchenBrand, 'cold-storage', 'kitchen', 'ship')
const kitchenCold = ofKind('product', kitchenBrand, 'cold-storage', 'kitchen')
const shipCold = ofKind('product', kitchenBrand, 'cold-storage', 'ship')
const serving = ofKind('product', kitchenBrand, 'serving', 'kitchen', 'ship')
const kitchenServing = ofKind('product', kitchenBrand, 'serving', 'kitchen')
const warmHolding = ofKind('product', kitchenBrand, 'warm-holding', 'kitchen', 'ship')
const laboratory = ofKind('product', laboratoryBrand, 'laboratory', 'laboratory')
const monitoring = ofKind('product', laboratoryBrand, 'monitoring')
const kitchenService = ofKind('service', kitchenBrand, 'service', 'kitchen', 'ship')
const monitoringService = ofKind('service', laboratoryBrand, 'monitoring')
const kitchenPart = ofKind('spare-part', kitchenBrand, 'spare-parts', 'kitchen', 'ship')
const laboratoryPart = ofKind('spare-part', laboratoryBrand, 'spare-parts', 'laboratory')

export const demoProducts: readonly DemoProduct[] = [
  coldStorage(
    'HA-CR20',
    14_900,
    'Cold room 20 m³',
    'Kylmähuone 20 m³',
    'Kylrum 20 m³',
    'Kühlraum 20 m³',
    'Kjølerom 20 m³',
  ),
  coldStorage(
    'HA-FR12',
    16_400,
    'Freezer room 12 m³',
    'Pakastehuone 12 m³',
    'Frysrum 12 m³',
    'Tiefkühlraum 12 m³',
    'Fryserom 12 m³',
  ),
  kitchenCold(
    'HA-UC07',
    3_290,
    'Upright refrigerator 700 l',
    'Kylmäkaappi 700 l',
    'Kylskåp 700 l',
    'Kühlschrank 700 l',
    'Kjøleskap 700 l',
  ),
  kitchenCold(
    'HA-UF07',
    3_790,
    'Upright freezer 700 l',
    'Pakastekaappi 700 l',
    'Frysskåp 700 l',
    'Tiefkühlschrank 700 l',
    'Fryseskap 700 l',
  ),
  kitchenCold(
    'HA-CT03',
    4_150,
    'Refrigerated counter, three drawers',
    'Kylmävetolaatikosto, kolme laatikkoa',
    'Kylbänk med tre lådor',
    'Kühltisch mit drei Schubladen',
    'Kjølebenk med tre skuffer',
  ),
  kitchenCold(
    'HA-BC10',
    7_850,
    'Blast chiller 10 GN',
    'Pikajäähdytyskaappi 10 GN',
    'Snabbnedkylningsskåp 10 GN',
    'Schnellkühler 10 GN',
    'Hurtignedkjølingsskap 10 GN',
  ),
  shipCold(
    'HA-MR08',
    5_980,
    'Marine provision refrigerator',
    'Laivakylmäkaappi',
    'Marinkylskåp',
    'Schiffskühlschrank',
    'Skipskjøleskap',
  ),
  serving(
    'HA-SL60',
    21_500,
    'Serving line 6 m',
    'Tarjoilulinjasto 6 m',
    'Serveringslinje 6 m',
    'Ausgabelinie 6 m',
    'Serveringslinje 6 m',
  ),
  kitchenServing(
    'HA-SB15',
    4_600,
    'Salad bar 1.5 m',
    'Salaattibuffet 1,5 m',
    'Salladsbuffé 1,5 m',
    'Salatbar 1,5 m',
    'Salatbuffet 1,5 m',
  ),
  kitchenServing(
    'HA-TD04',
    1_280,
    'Tray and cutlery unit',
    'Tarjotin- ja aterinvaunu',
    'Brick- och bestickvagn',
    'Tablett- und Besteckwagen',
    'Brett- og bestikkvogn',
  ),
  warmHolding(
    'HA-HC12',
    3_150,
    'Hot cabinet 12 GN',
    'Lämpökaappi 12 GN',
    'Värmeskåp 12 GN',
    'Wärmeschrank 12 GN',
    'Varmeskap 12 GN',
  ),
  warmHolding(
    'HA-BM04',
    2_480,
    'Bain-marie, four wells',
    'Lämpöhaude, neljä allasta',
    'Vattenbad, fyra kantiner',
    'Bain-Marie, vier Becken',
    'Vannbad, fire kantiner',
  ),
  laboratory(
    'KR-LR40',
    4_950,
    'Laboratory refrigerator 400 l',
    'Laboratoriokaappi 400 l',
    'Laboratoriekylskåp 400 l',
    'Laborkühlschrank 400 l',
    'Laboratoriekjøleskap 400 l',
  ),
  laboratory(
    'KR-LF40',
    6_400,
    'Laboratory freezer -30 °C, 400 l',
    'Laboratoriopakastin -30 °C, 400 l',
    'Laboratoriefrys -30 °C, 400 l',
    'Labortiefkühlschrank -30 °C, 400 l',
    'Laboratoriefryser -30 °C, 400 l',
  ),
  laboratory(
    'KR-UL60',
    13_800,
    'Ultra-low freezer -86 °C, 600 l',
    'Syväpakastin -86 °C, 600 l',
    'Ultralågfrys -86 °C, 600 l',
    'Ultratiefkühlschrank -86 °C, 600 l',
    'Ultralavfryser -86 °C, 600 l',
  ),
  laboratory(
    'KR-MC20',
    2_890,
    'Medicine cabinet 200 l',
    'Lääkekaappi 200 l',
    'Läkemedelskylskåp 200 l',
    'Medikamentenkühlschrank 200 l',
    'Medisinkjøleskap 200 l',
  ),
  laboratory(
    'KR-CR15',
    38_500,
    'Climate room 15 m³',
    'Olosuhdehuone 15 m³',
    'Klimatrum 15 m³',
    'Klimaraum 15 m³',
    'Klimarom 15 m³',
  ),
  monitoring(
    'KR-TS01',
    139,
    'Wireless temperature sensor',
    'Langaton lämpötila-anturi',
    'Trådlös temperaturgivare',
    'Drahtloser Temperaturfühler',
    'Trådløs temperaturføler',
  ),
  monitoring(
    'KR-GW01',
    590,
    'Monitoring gateway',
    'Valvonnan tukiasema',
    'Basstation för övervakning',
    'Basisstation der Überwachung',
    'Basestasjon for overvåking',
  ),
  monitoringService(
    'KR-MS10',
    120,
    'Monitoring as a service, ten sensors, month',
    'Valvonta palveluna, kymmenen anturia, kuukausi',
    'Övervakning som tjänst, tio givare, månad',
    'Überwachung als Dienst, zehn Fühler, Monat',
    'Overvåking som tjeneste, ti følere, måned',
  ),
  monitoringService(
    'KR-PL03',
    950,
    'Monitoring pilot, three months',
    'Valvontapilotti, kolme kuukautta',
    'Övervakningspilot, tre månader',
    'Pilotprojekt Überwachung, drei Monate',
    'Overvåkingspilot, tre måneder',
  ),
  kitchenService(
    'HA-SA01',
    185,
    'Service agreement, site, month',
    'Huoltosopimus, toimipiste, kuukausi',
    'Serviceavtal, anläggning, månad',
    'Wartungsvertrag, Standort, Monat',
    'Serviceavtale, anlegg, måned',
  ),
  kitchenService('HA-MV01', 340, 'Maintenance visit', 'Huoltokäynti', 'Servicebesök', 'Wartungsbesuch', 'Servicebesøk'),
  kitchenService(
    'HA-TR01',
    480,
    'Staff training, half a day',
    'Käyttökoulutus, puoli päivää',
    'Personalutbildning, en halv dag',
    'Einweisung des Personals, halber Tag',
    'Opplæring av ansatte, en halv dag',
  ),
  kitchenPart(
    'HA-P101',
    68,
    'Door seal 700 l',
    'Oven tiiviste 700 l',
    'Dörrlist 700 l',
    'Türdichtung 700 l',
    'Dørlist 700 l',
  ),
  kitchenPart(
    'HA-P204',
    124.5,
    'Evaporator fan',
    'Höyrystimen puhallin',
    'Förångarfläkt',
    'Verdampferlüfter',
    'Fordampervifte',
  ),
  laboratoryPart(
    'KR-P310',
    96,
    'Calibrated probe',
    'Kalibroitu anturi',
    'Kalibrerad givare',
    'Kalibrierter Fühler',
    'Kalibrert føler',
  ),
]
