/** German places and posts at customers of each sector. */
import { type Grammar, nouns } from '../../grammar.js'
import { role } from './roles.js'

const place = (rows: string[]) => nouns(['nom', 'acc', 'gen', 'in', 'to'], rows)

export const sectors: Grammar = {
  'place@hospitality': place([
    'die Restaurantküche|die Restaurantküche|der Restaurantküche|in der Restaurantküche|in die Restaurantküche',
    'die Vorbereitungsküche|die Vorbereitungsküche|der Vorbereitungsküche|in der Vorbereitungsküche|in die Vorbereitungsküche',
    'das Kühllager|das Kühllager|des Kühllagers|im Kühllager|ins Kühllager',
    'die Warenannahme|die Warenannahme|der Warenannahme|in der Warenannahme|in die Warenannahme',
  ]),
  'place@healthcare': place([
    'die Klinikküche|die Klinikküche|der Klinikküche|in der Klinikküche|in die Klinikküche',
    'die Stationsküche|die Stationsküche|der Stationsküche|in der Stationsküche|in die Stationsküche',
    'das Personalrestaurant|das Personalrestaurant|des Personalrestaurants|im Personalrestaurant|ins Personalrestaurant',
    'das Kühllager|das Kühllager|des Kühllagers|im Kühllager|ins Kühllager',
  ]),
  'place@retail': place([
    'die Frischetheke|die Frischetheke|der Frischetheke|in der Frischetheke|in die Frischetheke',
    'der Packraum|den Packraum|des Packraums|im Packraum|in den Packraum',
    'das Kühllager|das Kühllager|des Kühllagers|im Kühllager|ins Kühllager',
    'die Warenannahme|die Warenannahme|der Warenannahme|in der Warenannahme|in die Warenannahme',
  ]),
  'place@education': place([
    'die Mensaküche|die Mensaküche|der Mensaküche|in der Mensaküche|in die Mensaküche',
    'die Ausgabeküche|die Ausgabeküche|der Ausgabeküche|in der Ausgabeküche|in die Ausgabeküche',
    'die Mensa|die Mensa|der Mensa|in der Mensa|in die Mensa',
    'die Lehrküche|die Lehrküche|der Lehrküche|in der Lehrküche|in die Lehrküche',
  ]),
  'place@industry': place([
    'die Werkskantine|die Werkskantine|der Werkskantine|in der Werkskantine|in die Werkskantine',
    'die Kantinenküche|die Kantinenküche|der Kantinenküche|in der Kantinenküche|in die Kantinenküche',
    'das Kühllager|das Kühllager|des Kühllagers|im Kühllager|ins Kühllager',
    'die Ausgabeküche|die Ausgabeküche|der Ausgabeküche|in der Ausgabeküche|in die Ausgabeküche',
  ]),
  'role@hospitality': role([
    'der Küchenchef|den Küchenchef|dem Küchenchef',
    'die Restaurantleitung|die Restaurantleitung|der Restaurantleitung',
    'die Haustechnik|die Haustechnik|der Haustechnik',
  ]),
  'role@healthcare': role([
    'die Leitung der Gastronomie|die Leitung der Gastronomie|der Leitung der Gastronomie',
    'die Küchenleitung|die Küchenleitung|der Küchenleitung',
    'die Einkaufsleitung|die Einkaufsleitung|der Einkaufsleitung',
    'die Haustechnik|die Haustechnik|der Haustechnik',
  ]),
  'role@retail': role([
    'die Marktleitung|die Marktleitung|der Marktleitung',
    'die Haustechnik|die Haustechnik|der Haustechnik',
    'die Einkaufsleitung|die Einkaufsleitung|der Einkaufsleitung',
    'die Produktionsleitung|die Produktionsleitung|der Produktionsleitung',
  ]),
  'role@education': role([
    'die Mensaleitung|die Mensaleitung|der Mensaleitung',
    'die Küchenleitung|die Küchenleitung|der Küchenleitung',
    'die Haustechnik|die Haustechnik|der Haustechnik',
    'die Geschäftsführung|die Geschäftsführung|der Geschäftsführung',
  ]),
  'role@industry': role([
    'die Kantinenleitung|die Kantinenleitung|der Kantinenleitung',
    'die Haustechnik|die Haustechnik|der Haustechnik',
    'die Einkaufsleitung|die Einkaufsleitung|der Einkaufsleitung',
    'die Personalleitung|die Personalleitung|der Personalleitung',
  ]),
}
