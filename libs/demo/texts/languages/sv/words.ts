/** Swedish nouns with their article, adjective and definite forms, phrases and dates. */
import { type Grammar, type Noun, nouns } from '../../grammar.js'
import { role } from './roles.js'

const ett = (code: string, bare: string, def: string, pl: string): Noun => ({
  code,
  bare,
  def,
  pl,
  fresh: `ett nytt ${bare}`,
  more: `ett ${bare} till`,
  theNew: `det nya ${def}`,
  theOld: `det gamla ${def}`,
})
const en = (code: string, bare: string, def: string, pl: string): Noun => ({
  code,
  bare,
  def,
  pl,
  fresh: `en ny ${bare}`,
  more: `en ${bare} till`,
  theNew: `den nya ${def}`,
  theOld: `den gamla ${def}`,
})
const place = (rows: string[]) => nouns(['def', 'in', 'to'], rows)

const kitchenCoolers = [
  ett('HA-CR20', 'kylrum', 'kylrummet', 'kylrum'),
  ett('HA-FR12', 'frysrum', 'frysrummet', 'frysrum'),
  en('HA-CT03', 'kylbänk', 'kylbänken', 'kylbänkar'),
  ett('HA-BC10', 'snabbnedkylningsskåp', 'snabbnedkylningsskåpet', 'snabbnedkylningsskåp'),
  ett('HA-UC07', 'kylskåp', 'kylskåpet', 'kylskåp'),
  ett('HA-UF07', 'frysskåp', 'frysskåpet', 'frysskåp'),
]
const laboratoryCoolers = [
  ett('KR-LR40', 'laboratoriekylskåp', 'laboratoriekylskåpet', 'laboratoriekylskåp'),
  en('KR-LF40', 'laboratoriefrys', 'laboratoriefrysen', 'laboratoriefrysar'),
  ett('KR-MC20', 'läkemedelskylskåp', 'läkemedelskylskåpet', 'läkemedelskylskåp'),
  en('KR-UL60', 'ultralågfrys', 'ultralågfrysen', 'ultralågfrysar'),
  ett('KR-CR15', 'klimatrum', 'klimatrummet', 'klimatrum'),
]
const shipCoolers = [
  ett('HA-CR20', 'proviantkylrum', 'proviantkylrummet', 'proviantkylrum'),
  ett('HA-FR12', 'proviantfrysrum', 'proviantfrysrummet', 'proviantfrysrum'),
  ett('HA-MR08', 'marinkylskåp', 'marinkylskåpet', 'marinkylskåp'),
]
const serving = [
  en('HA-SL60', 'serveringslinje', 'serveringslinjen', 'serveringslinjer'),
  ett('HA-HC12', 'värmeskåp', 'värmeskåpet', 'värmeskåp'),
]

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...serving, en('HA-SB15', 'salladsbuffé', 'salladsbuffén', 'salladsbufféer')],
  'product@retail': kitchenCoolers,
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...serving],
  place: place([
    'centralköket|i centralköket|till centralköket',
    'personalrestaurangen|i personalrestaurangen|till personalrestaurangen',
    'mottagningsköket|i mottagningsköket|till mottagningsköket',
    'bageriet|i bageriet|till bageriet',
    'varumottagningen|i varumottagningen|till varumottagningen',
  ]),
  'place@laboratory': place([
    'provlagret|i provlagret|till provlagret',
    'reagensförrådet|i reagensförrådet|till reagensförrådet',
    'analyslaboratoriet|på analyslaboratoriet|till analyslaboratoriet',
    'kvalitetslaboratoriet|på kvalitetslaboratoriet|till kvalitetslaboratoriet',
  ]),
  'place@ship': place([
    'byssan|i byssan|till byssan',
    'besättningsmässen|i besättningsmässen|till besättningsmässen',
    'proviantförrådet|i proviantförrådet|till proviantförrådet',
    'befälsmässen|i befälsmässen|till befälsmässen',
  ]),
  role: role([
    'kökschef|kökschefen',
    'köksmästare|köksmästaren',
    'fastighetschef|fastighetschefen',
    'inköpschef|inköpschefen',
    'restaurangchef|restaurangchefen',
    'kostchef|kostchefen',
  ]),
  'role@laboratory': role([
    'laboratoriechef|laboratoriechefen',
    'kvalitetschef|kvalitetschefen',
    'inköpschef|inköpschefen',
    'laboratorieingenjör|laboratorieingenjören',
  ]),
  'role@ship': role([
    'inspektör|inspektören',
    'maskinchef|maskinchefen',
    'inköpschef|inköpschefen',
    'intendent|intendenten',
  ]),
  records: ['egenkontrollen', 'temperaturloggen', 'HACCP-journalen'],
  'records@laboratory': ['temperaturloggen', 'kalibreringsjournalen', 'temperaturjournalen'],
  fault: [
    'har gått för varmt sedan i helgen',
    'isar igen gång på gång',
    'sluter inte tätt längre, eftersom dörrlisten är sliten',
    'larmar på nätterna utan orsak',
    'låter så mycket att personalen klagar',
    'behöver för lång tid för att komma ner i temperatur när dörren har varit öppen',
  ],
  concern: nouns(
    ['def'],
    [
      'elräkningen',
      'leveranstiden',
      'ljudnivån',
      'tillgången på reservdelar',
      'temperatursvängningarna',
      'tidplanen för installationen',
      'priset på serviceavtalet',
    ],
  ),
  weekday: ['(!mon) på måndag', '(!tue) på tisdag', '(!wed) på onsdag', '(!thu) på torsdag', '(!fri) på fredag'],
  past: ['(!mon) i måndags', '(!tue) i tisdags', '(!wed) i onsdags', '(!thu) i torsdags', '(!fri) i fredags'],
  by: [
    '(!fri) senast på fredag',
    '(!wed) senast på onsdag',
    'under nästa vecka',
    'inom två veckor',
    'före månadens slut',
  ],
  season: ['nästa säsong'],
  'season@winter': ['före påsk', 'under sportlovet', 'tidigt i vår'],
  'season@spring': ['före sommarsäsongen', 'i juni', 'under sommarstoppet'],
  'season@summer': ['i september', 'efter semestrarna', 'tidigt i höst'],
  'season@autumn': ['före jul', 'i januari', 'direkt efter årsskiftet'],
}
