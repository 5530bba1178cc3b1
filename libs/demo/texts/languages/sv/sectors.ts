/** Swedish places and posts at customers of each sector. */
import { type Grammar, nouns } from '../../grammar.js'
import { role } from './roles.js'

const place = (rows: string[]) => nouns(['def', 'in', 'to'], rows)

export const sectors: Grammar = {
  'place@hospitality': place([
    'restaurangköket|i restaurangköket|till restaurangköket',
    'beredningsköket|i beredningsköket|till beredningsköket',
    'kyllagret|i kyllagret|till kyllagret',
    'varumottagningen|i varumottagningen|till varumottagningen',
  ]),
  'place@healthcare': place([
    'sjukhusköket|i sjukhusköket|till sjukhusköket',
    'avdelningsköket|i avdelningsköket|till avdelningsköket',
    'personalrestaurangen|i personalrestaurangen|till personalrestaurangen',
    'kyllagret|i kyllagret|till kyllagret',
  ]),
  'place@retail': place([
    'den manuella disken|i den manuella disken|till den manuella disken',
    'packrummet|i packrummet|till packrummet',
    'kyllagret|i kyllagret|till kyllagret',
    'varumottagningen|i varumottagningen|till varumottagningen',
  ]),
  'place@education': place([
    'skolköket|i skolköket|till skolköket',
    'mottagningsköket|i mottagningsköket|till mottagningsköket',
    'matsalen|i matsalen|till matsalen',
    'tillagningsköket|i tillagningsköket|till tillagningsköket',
  ]),
  'place@industry': place([
    'personalrestaurangen|i personalrestaurangen|till personalrestaurangen',
    'personalköket|i personalköket|till personalköket',
    'kyllagret|i kyllagret|till kyllagret',
    'mottagningsköket|i mottagningsköket|till mottagningsköket',
  ]),
  'role@hospitality': role([
    'köksmästare|köksmästaren',
    'restaurangchef|restaurangchefen',
    'fastighetschef|fastighetschefen',
  ]),
  'role@healthcare': role([
    'kostchef|kostchefen',
    'kökschef|kökschefen',
    'inköpschef|inköpschefen',
    'fastighetschef|fastighetschefen',
  ]),
  'role@retail': role([
    'butikschef|butikschefen',
    'fastighetschef|fastighetschefen',
    'inköpschef|inköpschefen',
    'produktionschef|produktionschefen',
  ]),
  'role@education': role([
    'måltidschef|måltidschefen',
    'kökschef|kökschefen',
    'fastighetschef|fastighetschefen',
    'rektor|rektorn',
  ]),
  'role@industry': role([
    'restaurangchef|restaurangchefen',
    'fastighetschef|fastighetschefen',
    'inköpschef|inköpschefen',
    'personalchef|personalchefen',
  ]),
}
