/** What Norwegian notes call whoever holds a post. */
import type { Grammar } from '../../grammar.js'
import { role } from './roles.js'

export const posts: Grammar = {
  'role@managing-director': role(['daglig leder|daglig leder']),
  'role@finance-director': role(['økonomisjef|økonomisjefen']),
  'role@purchasing-manager': role(['innkjøpssjef|innkjøpssjefen']),
  'role@buyer': role(['innkjøper|innkjøperen']),
  'role@facility-manager': role(['eiendomssjef|eiendomssjefen']),
  'role@head-chef': role(['kjøkkensjef|kjøkkensjefen']),
  'role@kitchen-supervisor': role(['skiftleder|skiftlederen']),
  'role@head-of-food': role(['matservicesjef|matservicesjefen']),
  'role@quality-manager': role(['kvalitetssjef|kvalitetssjefen']),
  'role@laboratory-manager': role(['laboratoriesjef|laboratoriesjefen']),
  'role@laboratory-engineer': role(['laboratorieingeniør|laboratorieingeniøren']),
  'role@superintendent': role(['inspektør|inspektøren']),
  'role@chief-engineer': role(['maskinsjef|maskinsjefen']),
  'role@provision-master': role(['forpleiningssjef|forpleiningssjefen']),
}
