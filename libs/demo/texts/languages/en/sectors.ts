/** English places and posts at customers of each sector. */
import { type Grammar, nouns } from '../../grammar.js'
import { role } from './roles.js'

const place = (rows: string[]) => nouns(['n'], rows)

export const sectors: Grammar = {
  'place@hospitality': place(['restaurant kitchen', 'preparation kitchen', 'cold store', 'goods-in area']),
  'place@healthcare': place(['hospital kitchen', 'ward kitchen', 'staff restaurant', 'cold store']),
  'place@retail': place(['fresh counter', 'packing room', 'cold store', 'goods-in area']),
  'place@education': place(['school kitchen', 'serving kitchen', 'dining hall', 'teaching kitchen']),
  'place@industry': place(['staff restaurant', 'canteen kitchen', 'cold store', 'serving kitchen']),
  'role@hospitality': role(['head chef', 'restaurant manager', 'facility manager']),
  'role@healthcare': role(['head of food services', 'kitchen supervisor', 'purchasing manager', 'facility manager']),
  'role@retail': role(['store manager', 'facility manager', 'purchasing manager', 'production manager']),
  'role@education': role(['head of food services', 'kitchen supervisor', 'facility manager', 'head teacher']),
  'role@industry': role(['canteen manager', 'facility manager', 'purchasing manager', 'personnel manager']),
}
