/** Norwegian places and posts at customers of each sector. */
import { type Grammar, nouns } from '../../grammar.js'
import { role } from './roles.js'

const place = (rows: string[]) => nouns(['def', 'in', 'to'], rows)

export const sectors: Grammar = {
  'place@hospitality': place([
    'restaurantkjøkkenet|på restaurantkjøkkenet|til restaurantkjøkkenet',
    'forberedelseskjøkkenet|på forberedelseskjøkkenet|til forberedelseskjøkkenet',
    'kjølelageret|på kjølelageret|til kjølelageret',
    'varemottaket|i varemottaket|til varemottaket',
  ]),
  'place@healthcare': place([
    'sykehuskjøkkenet|på sykehuskjøkkenet|til sykehuskjøkkenet',
    'avdelingskjøkkenet|på avdelingskjøkkenet|til avdelingskjøkkenet',
    'kantinen|i kantinen|til kantinen',
    'kjølelageret|på kjølelageret|til kjølelageret',
  ]),
  'place@retail': place([
    'ferskvaredisken|i ferskvaredisken|til ferskvaredisken',
    'pakkerommet|i pakkerommet|til pakkerommet',
    'kjølelageret|på kjølelageret|til kjølelageret',
    'varemottaket|i varemottaket|til varemottaket',
  ]),
  'place@education': place([
    'skolekjøkkenet|på skolekjøkkenet|til skolekjøkkenet',
    'mottakskjøkkenet|på mottakskjøkkenet|til mottakskjøkkenet',
    'spisesalen|i spisesalen|til spisesalen',
    'produksjonskjøkkenet|på produksjonskjøkkenet|til produksjonskjøkkenet',
  ]),
  'place@industry': place([
    'kantinen|i kantinen|til kantinen',
    'kantinekjøkkenet|på kantinekjøkkenet|til kantinekjøkkenet',
    'kjølelageret|på kjølelageret|til kjølelageret',
    'mottakskjøkkenet|på mottakskjøkkenet|til mottakskjøkkenet',
  ]),
  'role@hospitality': role([
    'kjøkkensjef|kjøkkensjefen',
    'restaurantsjef|restaurantsjefen',
    'driftsleder|driftslederen',
  ]),
  'role@healthcare': role([
    'matservicesjef|matservicesjefen',
    'kjøkkenleder|kjøkkenlederen',
    'innkjøpssjef|innkjøpssjefen',
    'driftsleder|driftslederen',
  ]),
  'role@retail': role([
    'butikksjef|butikksjefen',
    'driftsleder|driftslederen',
    'innkjøpssjef|innkjøpssjefen',
    'produksjonsleder|produksjonslederen',
  ]),
  'role@education': role([
    'kjøkkensjef|kjøkkensjefen',
    'kjøkkenleder|kjøkkenlederen',
    'driftsleder|driftslederen',
    'rektor|rektoren',
  ]),
  'role@industry': role([
    'kantineleder|kantinelederen',
    'driftsleder|driftslederen',
    'innkjøpssjef|innkjøpssjefen',
    'personalsjef|personalsjefen',
  ]),
}
