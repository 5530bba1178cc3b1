/** English nouns, phrases and dates that the sentence parts draw on. */
import { type Grammar, nouns } from '../../grammar.js'

const product = (rows: string[]) => nouns(['code', 'n', 'pl'], rows)
const noun = (rows: string[]) => nouns(['n'], rows)

const kitchenCoolers = product([
  'HA-CR20|cold room|cold rooms',
  'HA-FR12|freezer room|freezer rooms',
  'HA-CT03|refrigerated counter|refrigerated counters',
  'HA-BC10|blast chiller|blast chillers',
  'HA-UC07|upright refrigerator|upright refrigerators',
  'HA-UF07|upright freezer|upright freezers',
])
const kitchenServing = product([
  'HA-SL60|serving line|serving lines',
  'HA-HC12|hot cabinet|hot cabinets',
  'HA-SB15|salad bar|salad bars',
])
const laboratoryCoolers = product([
  'KR-LR40|laboratory refrigerator|laboratory refrigerators',
  'KR-LF40|laboratory freezer|laboratory freezers',
  'KR-MC20|medicine cabinet|medicine cabinets',
  'KR-UL60|ultra-low freezer|ultra-low freezers',
  'KR-CR15|walk-in climate room|walk-in climate rooms',
])
const shipCoolers = product([
  'HA-CR20|provision cold room|provision cold rooms',
  'HA-FR12|provision freezer room|provision freezer rooms',
  'HA-MR08|galley refrigerator|galley refrigerators',
])
const shipServing = product([
  'HA-SL60|mess serving line|mess serving lines',
  'HA-HC12|marine hot cabinet|marine hot cabinets',
])

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...kitchenServing],
  'product@retail': kitchenCoolers,
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...shipServing],
  place: noun(['main kitchen', 'staff restaurant', 'serving kitchen', 'goods-in area', 'bakery']),
  'place@laboratory': noun(['sample store', 'reagent store', 'analysis laboratory', 'quality laboratory']),
  'place@ship': noun(['galley', 'crew mess', 'provision store', 'officers’ mess']),
  role: noun(['head chef', 'kitchen supervisor', 'facility manager', 'purchasing manager', 'restaurant manager']),
  'role@laboratory': noun(['laboratory manager', 'quality manager', 'purchasing manager', 'laboratory engineer']),
  'role@ship': noun(['technical superintendent', 'chief engineer', 'head of purchasing', 'provision master']),
  records: noun(['HACCP logs', 'temperature logs', 'self-monitoring logs']),
  'records@laboratory': noun(['temperature records', 'calibration records', 'monitoring records']),
  fault: [
    'has been running too warm since the weekend',
    'keeps icing up',
    'no longer closes tightly because the door seal is worn',
    'gives alarms at night for no reason',
    'has become so noisy that the staff complain',
    'takes too long to recover after the door has been open',
  ],
  concern: noun([
    'the electricity bill',
    'delivery times',
    'the noise level',
    'the availability of spare parts',
    'temperature swings',
    'the installation schedule',
    'the price of the service agreement',
  ]),
  weekday: ['(!mon) on Monday', '(!tue) on Tuesday', '(!wed) on Wednesday', '(!thu) on Thursday', '(!fri) on Friday'],
  by: [
    '(!fri) by Friday',
    '(!wed) by Wednesday',
    'by the end of next week',
    'within two weeks',
    'by the end of the month',
  ],
  season: ['next season'],
  'season@winter': ['before Easter', 'during the winter holidays', 'in early spring'],
  'season@spring': ['before the summer season', 'in June', 'during the summer shutdown'],
  'season@summer': ['in September', 'once the holidays are over', 'in early autumn'],
  'season@autumn': ['before the Christmas season', 'in January', 'right after New Year'],
}
