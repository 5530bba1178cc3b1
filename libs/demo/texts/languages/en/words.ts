/** English nouns, phrases and dates that the sentence parts draw on. */
import { type Grammar, nouns } from '../../grammar.js'

const product = (rows: string[]) => nouns(['n', 'pl'], rows)
const noun = (rows: string[]) => nouns(['n'], rows)

const kitchenCoolers = product([
  'cold room|cold rooms',
  'freezer room|freezer rooms',
  'refrigerated counter|refrigerated counters',
  'blast chiller|blast chillers',
  'upright freezer|upright freezers',
])
const kitchenServing = product(['serving line|serving lines', 'hot cabinet|hot cabinets', 'salad bar|salad bars'])
const laboratoryCoolers = product([
  'laboratory refrigerator|laboratory refrigerators',
  'laboratory freezer|laboratory freezers',
  'medicine cabinet|medicine cabinets',
  'sample cabinet|sample cabinets',
  'walk-in climate room|walk-in climate rooms',
])
const shipCoolers = product([
  'provision cold room|provision cold rooms',
  'provision freezer room|provision freezer rooms',
  'galley refrigerator|galley refrigerators',
])
const shipServing = product(['mess serving line|mess serving lines', 'marine hot cabinet|marine hot cabinets'])

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...kitchenServing],
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...shipServing],
  place: noun(['main kitchen', 'breakfast kitchen', 'staff restaurant', 'serving kitchen', 'goods-in area', 'bakery']),
  'place@laboratory': noun(['sample store', 'reagent store', 'pharmacy', 'analysis laboratory', 'quality laboratory']),
  'place@ship': noun(['galley', 'crew mess', 'provision store', 'buffet galley']),
  role: noun(['head chef', 'kitchen supervisor', 'facility manager', 'purchasing manager', 'restaurant manager']),
  'role@laboratory': noun([
    'laboratory manager',
    'quality manager',
    'head pharmacist',
    'purchasing manager',
    'laboratory engineer',
  ]),
  'role@ship': noun([
    'technical superintendent',
    'chief engineer',
    'hotel manager',
    'head of purchasing',
    'provision master',
  ]),
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
  concern: [
    'the electricity bill',
    'delivery times',
    'the noise level',
    'the availability of spare parts',
    'temperature swings',
    'the installation schedule',
    'the price of the service agreement',
  ],
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
