/** The demo's products: 27 invented articles of two invented brands, with list prices in euros. */

export type ProductKind = 'product' | 'service' | 'spare-part'

/** A product as the demo's catalogue holds it. */
export interface DemoProduct {
  code: string
  /** English trade name, used in every language. */
  name: string
  line: string
  brand: string
  kind: ProductKind
  /** List price in cents of a euro; of a service for one month, visit or day as its name says. */
  listPriceMinor: number
}

/** For professional kitchens. */
const kitchenBrand = 'Hallaris'
/** For laboratories, pharmacies and industry. */
const laboratoryBrand = 'Kryolin'

const ofKind =
  (kind: ProductKind, brand: string, line: string) =>
  (code: string, name: string, euros: number): DemoProduct => ({
    code,
    name,
    line,
    brand,
    kind,
    listPriceMinor: Math.round(euros * 100),
  })

const coldStorage = ofKind('product', kitchenBrand, 'cold-storage')
const serving = ofKind('product', kitchenBrand, 'serving')
const warmHolding = ofKind('product', kitchenBrand, 'warm-holding')
const laboratory = ofKind('product', laboratoryBrand, 'laboratory')
const monitoring = ofKind('product', laboratoryBrand, 'monitoring')
const kitchenService = ofKind('service', kitchenBrand, 'service')
const monitoringService = ofKind('service', laboratoryBrand, 'monitoring')
const kitchenPart = ofKind('spare-part', kitchenBrand, 'spare-parts')
const laboratoryPart = ofKind('spare-part', laboratoryBrand, 'spare-parts')

export const demoProducts: readonly DemoProduct[] = [
  coldStorage('HA-CR20', 'Cold room 20 m³', 14_900),
  coldStorage('HA-FR12', 'Freezer room 12 m³', 16_400),
  coldStorage('HA-UC07', 'Upright refrigerator 700 l', 3_290),
  coldStorage('HA-UF07', 'Upright freezer 700 l', 3_790),
  coldStorage('HA-CT03', 'Refrigerated counter, three drawers', 4_150),
  coldStorage('HA-BC10', 'Blast chiller 10 GN', 7_850),
  coldStorage('HA-MR08', 'Marine provision refrigerator', 5_980),
  serving('HA-SL60', 'Serving line 6 m', 21_500),
  serving('HA-SB15', 'Salad bar 1.5 m', 4_600),
  serving('HA-TD04', 'Tray and cutlery unit', 1_280),
  warmHolding('HA-HC12', 'Hot cabinet 12 GN', 3_150),
  warmHolding('HA-BM04', 'Bain-marie, four wells', 2_480),
  laboratory('KR-LR40', 'Laboratory refrigerator 400 l', 4_950),
  laboratory('KR-LF40', 'Laboratory freezer -30 °C, 400 l', 6_400),
  laboratory('KR-UL60', 'Ultra-low freezer -86 °C, 600 l', 13_800),
  laboratory('KR-MC20', 'Medicine cabinet 200 l', 2_890),
  laboratory('KR-CR15', 'Climate room 15 m³', 38_500),
  monitoring('KR-TS01', 'Wireless temperature sensor', 139),
  monitoring('KR-GW01', 'Monitoring gateway', 590),
  monitoringService('KR-MS10', 'Monitoring as a service, ten sensors, month', 120),
  monitoringService('KR-PL03', 'Monitoring pilot, three months', 950),
  kitchenService('HA-SA01', 'Service agreement, site, month', 185),
  kitchenService('HA-MV01', 'Maintenance visit', 340),
  kitchenService('HA-TR01', 'Staff training, half a day', 480),
  kitchenPart('HA-P101', 'Door seal 700 l', 68),
  kitchenPart('HA-P204', 'Evaporator fan', 124.5),
  laboratoryPart('KR-P310', 'Calibrated probe', 96),
]
