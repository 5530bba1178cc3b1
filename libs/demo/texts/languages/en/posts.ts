/** What English notes call whoever holds a post. */
import type { Grammar } from '../../grammar.js'
import { role } from './roles.js'

export const posts: Grammar = {
  'role@managing-director': role(['managing director']),
  'role@finance-director': role(['finance director']),
  'role@purchasing-manager': role(['purchasing manager']),
  'role@buyer': role(['buyer']),
  'role@facility-manager': role(['facility manager']),
  'role@head-chef': role(['head chef']),
  'role@kitchen-supervisor': role(['kitchen supervisor']),
  'role@head-of-food': role(['head of food services']),
  'role@quality-manager': role(['quality manager']),
  'role@laboratory-manager': role(['laboratory manager']),
  'role@laboratory-engineer': role(['laboratory engineer']),
  'role@superintendent': role(['technical superintendent']),
  'role@chief-engineer': role(['chief engineer']),
  'role@provision-master': role(['provision master']),
}
