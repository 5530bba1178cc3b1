/** Norwegian (bokmål) nouns with their article, adjective and definite forms, phrases and dates. */
import { type Grammar, type Noun, nouns } from '../../grammar.js'
import { role } from './roles.js'

const et = (bare: string, def: string, pl: string): Noun => ({
  bare,
  def,
  pl,
  fresh: `et nytt ${bare}`,
  more: `et ${bare} til`,
  theNew: `det nye ${def}`,
  theOld: `det gamle ${def}`,
})
const en = (bare: string, def: string, pl: string): Noun => ({
  bare,
  def,
  pl,
  fresh: `en ny ${bare}`,
  more: `en ${bare} til`,
  theNew: `den nye ${def}`,
  theOld: `den gamle ${def}`,
})
const place = (rows: string[]) => nouns(['def', 'in', 'to'], rows)

const kitchenCoolers = [
  et('kjølerom', 'kjølerommet', 'kjølerom'),
  et('fryserom', 'fryserommet', 'fryserom'),
  en('kjølebenk', 'kjølebenken', 'kjølebenker'),
  et('hurtignedkjølingsskap', 'hurtignedkjølingsskapet', 'hurtignedkjølingsskap'),
  et('fryseskap', 'fryseskapet', 'fryseskap'),
]
const laboratoryCoolers = [
  et('laboratorieskap', 'laboratorieskapet', 'laboratorieskap'),
  en('laboratoriefryser', 'laboratoriefryseren', 'laboratoriefrysere'),
  et('medisinkjøleskap', 'medisinkjøleskapet', 'medisinkjøleskap'),
  et('prøveskap', 'prøveskapet', 'prøveskap'),
]
const shipCoolers = [
  et('proviantkjølerom', 'proviantkjølerommet', 'proviantkjølerom'),
  et('proviantfryserom', 'proviantfryserommet', 'proviantfryserom'),
  et('skipskjøleskap', 'skipskjøleskapet', 'skipskjøleskap'),
]
const serving = [
  en('serveringslinje', 'serveringslinjen', 'serveringslinjer'),
  et('varmeskap', 'varmeskapet', 'varmeskap'),
]

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...serving, en('salatbuffet', 'salatbuffeten', 'salatbuffeter')],
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...serving],
  place: place([
    'sentralkjøkkenet|på sentralkjøkkenet|til sentralkjøkkenet',
    'frokostkjøkkenet|på frokostkjøkkenet|til frokostkjøkkenet',
    'kantinen|i kantinen|til kantinen',
    'mottakskjøkkenet|på mottakskjøkkenet|til mottakskjøkkenet',
    'bakeriet|i bakeriet|til bakeriet',
    'varemottaket|i varemottaket|til varemottaket',
  ]),
  'place@laboratory': place([
    'prøvelageret|på prøvelageret|til prøvelageret',
    'reagenslageret|på reagenslageret|til reagenslageret',
    'sykehusapoteket|på sykehusapoteket|til sykehusapoteket',
    'kvalitetslaboratoriet|på kvalitetslaboratoriet|til kvalitetslaboratoriet',
  ]),
  'place@ship': place([
    'byssa|i byssa|til byssa',
    'mannskapsmessen|i mannskapsmessen|til mannskapsmessen',
    'proviantlageret|på proviantlageret|til proviantlageret',
    'buffetkjøkkenet|på buffetkjøkkenet|til buffetkjøkkenet',
  ]),
  role: role([
    'kjøkkensjef|kjøkkensjefen',
    'kjøkkenleder|kjøkkenlederen',
    'driftsleder|driftslederen',
    'innkjøpssjef|innkjøpssjefen',
    'restaurantsjef|restaurantsjefen',
    'kantineleder|kantinelederen',
  ]),
  'role@laboratory': role([
    'laboratorieleder|laboratorielederen',
    'kvalitetsleder|kvalitetslederen',
    'farmasøyt|farmasøyten',
    'innkjøpssjef|innkjøpssjefen',
    'laboratorieingeniør|laboratorieingeniøren',
  ]),
  'role@ship': role([
    'inspektør|inspektøren',
    'maskinsjef|maskinsjefen',
    'hotellsjef|hotellsjefen',
    'innkjøpssjef|innkjøpssjefen',
    'stuert|stuerten',
  ]),
  records: ['internkontrollen', 'temperaturloggen', 'HACCP-loggen'],
  'records@laboratory': ['temperaturloggen', 'kalibreringsloggen', 'overvåkingsloggen'],
  fault: [
    'har holdt for høy temperatur siden helgen',
    'iser igjen gang på gang',
    'lukker ikke tett lenger, fordi dørlisten er slitt',
    'alarmerer om natten uten grunn',
    'bråker så mye at de ansatte klager',
    'bruker for lang tid på å komme ned i temperatur når døren har stått åpen',
  ],
  concern: [
    'strømregningen',
    'leveringstiden',
    'støynivået',
    'tilgangen på reservedeler',
    'temperatursvingningene',
    'fremdriftsplanen for monteringen',
    'prisen på serviceavtalen',
  ],
  weekday: ['(!mon) på mandag', '(!tue) på tirsdag', '(!wed) på onsdag', '(!thu) på torsdag', '(!fri) på fredag'],
  past: [
    '(!mon) sist mandag',
    '(!tue) sist tirsdag',
    '(!wed) sist onsdag',
    '(!thu) sist torsdag',
    '(!fri) sist fredag',
  ],
  by: ['(!fri) innen fredag', '(!wed) innen onsdag', 'i løpet av neste uke', 'innen to uker', 'før månedsskiftet'],
  season: ['neste sesong'],
  'season@winter': ['før påske', 'i vinterferien', 'tidlig på våren'],
  'season@spring': ['før sommersesongen', 'i juni', 'i fellesferien'],
  'season@summer': ['i september', 'etter ferien', 'tidlig på høsten'],
  'season@autumn': ['før jul', 'i januar', 'rett over nyttår'],
}
