/** Norwegian (bokmål) nouns with their article, adjective and definite forms, phrases and dates. */
import { type Grammar, type Noun, nouns } from '../../grammar.js'
import { role } from './roles.js'

const et = (code: string, bare: string, def: string, pl: string): Noun => ({
  code,
  bare,
  def,
  pl,
  fresh: `et nytt ${bare}`,
  more: `et ${bare} til`,
  theNew: `det nye ${def}`,
  theOld: `det gamle ${def}`,
})
const en = (code: string, bare: string, def: string, pl: string): Noun => ({
  code,
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
  et('HA-CR20', 'kjølerom', 'kjølerommet', 'kjølerom'),
  et('HA-FR12', 'fryserom', 'fryserommet', 'fryserom'),
  en('HA-CT03', 'kjølebenk', 'kjølebenken', 'kjølebenker'),
  et('HA-BC10', 'hurtignedkjølingsskap', 'hurtignedkjølingsskapet', 'hurtignedkjølingsskap'),
  et('HA-UC07', 'kjøleskap', 'kjøleskapet', 'kjøleskap'),
  et('HA-UF07', 'fryseskap', 'fryseskapet', 'fryseskap'),
]
const laboratoryCoolers = [
  et('KR-LR40', 'laboratoriekjøleskap', 'laboratoriekjøleskapet', 'laboratoriekjøleskap'),
  en('KR-LF40', 'laboratoriefryser', 'laboratoriefryseren', 'laboratoriefrysere'),
  et('KR-MC20', 'medisinkjøleskap', 'medisinkjøleskapet', 'medisinkjøleskap'),
  en('KR-UL60', 'ultralavfryser', 'ultralavfryseren', 'ultralavfrysere'),
  et('KR-CR15', 'klimarom', 'klimarommet', 'klimarom'),
]
const shipCoolers = [
  et('HA-CR20', 'proviantkjølerom', 'proviantkjølerommet', 'proviantkjølerom'),
  et('HA-FR12', 'proviantfryserom', 'proviantfryserommet', 'proviantfryserom'),
  et('HA-MR08', 'skipskjøleskap', 'skipskjøleskapet', 'skipskjøleskap'),
]
const serving = [
  en('HA-SL60', 'serveringslinje', 'serveringslinjen', 'serveringslinjer'),
  et('HA-HC12', 'varmeskap', 'varmeskapet', 'varmeskap'),
]

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...serving, en('HA-SB15', 'salatbuffet', 'salatbuffeten', 'salatbuffeter')],
  'product@retail': kitchenCoolers,
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...serving],
  place: place([
    'sentralkjøkkenet|på sentralkjøkkenet|til sentralkjøkkenet',
    'kantinen|i kantinen|til kantinen',
    'mottakskjøkkenet|på mottakskjøkkenet|til mottakskjøkkenet',
    'bakeriet|i bakeriet|til bakeriet',
    'varemottaket|i varemottaket|til varemottaket',
  ]),
  'place@laboratory': place([
    'prøvelageret|på prøvelageret|til prøvelageret',
    'reagenslageret|på reagenslageret|til reagenslageret',
    'analyselaboratoriet|på analyselaboratoriet|til analyselaboratoriet',
    'kvalitetslaboratoriet|på kvalitetslaboratoriet|til kvalitetslaboratoriet',
  ]),
  'place@ship': place([
    'byssa|i byssa|til byssa',
    'mannskapsmessen|i mannskapsmessen|til mannskapsmessen',
    'proviantlageret|på proviantlageret|til proviantlageret',
    'offisersmessen|i offisersmessen|til offisersmessen',
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
    'innkjøpssjef|innkjøpssjefen',
    'laboratorieingeniør|laboratorieingeniøren',
  ]),
  'role@ship': role([
    'inspektør|inspektøren',
    'maskinsjef|maskinsjefen',
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
  concern: nouns(
    ['def'],
    [
      'strømregningen',
      'leveringstiden',
      'støynivået',
      'tilgangen på reservedeler',
      'temperatursvingningene',
      'fremdriftsplanen for monteringen',
      'prisen på serviceavtalen',
    ],
  ),
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
