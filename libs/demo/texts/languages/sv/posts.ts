/** What Swedish notes call whoever holds a post. */
import type { Grammar } from '../../grammar.js'
import { role } from './roles.js'

export const posts: Grammar = {
  'role@managing-director': role(['vd|vd:n']),
  'role@finance-director': role(['ekonomichef|ekonomichefen']),
  'role@purchasing-manager': role(['inköpschef|inköpschefen']),
  'role@buyer': role(['inköpare|inköparen']),
  'role@facility-manager': role(['fastighetschef|fastighetschefen']),
  'role@head-chef': role(['köksmästare|köksmästaren']),
  'role@kitchen-supervisor': role(['arbetsledare|arbetsledaren']),
  'role@head-of-food': role(['måltidschef|måltidschefen']),
  'role@quality-manager': role(['kvalitetschef|kvalitetschefen']),
  'role@laboratory-manager': role(['laboratoriechef|laboratoriechefen']),
  'role@laboratory-engineer': role(['laboratorieingenjör|laboratorieingenjören']),
  'role@superintendent': role(['inspektör|inspektören']),
  'role@chief-engineer': role(['maskinchef|maskinchefen']),
  'role@provision-master': role(['intendent|intendenten']),
}
