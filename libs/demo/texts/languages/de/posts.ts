/** What German notes call whoever holds a post. */
import type { Grammar } from '../../grammar.js'
import { role } from './roles.js'

export const posts: Grammar = {
  'role@managing-director': role(['die Geschäftsführung|die Geschäftsführung|der Geschäftsführung']),
  'role@finance-director': role(['die kaufmännische Leitung|die kaufmännische Leitung|der kaufmännischen Leitung']),
  'role@purchasing-manager': role(['die Einkaufsleitung|die Einkaufsleitung|der Einkaufsleitung']),
  'role@buyer': role(['der Einkauf|den Einkauf|dem Einkauf']),
  'role@facility-manager': role(['die Haustechnik|die Haustechnik|der Haustechnik']),
  'role@head-chef': role(['die Küchenleitung|die Küchenleitung|der Küchenleitung']),
  'role@kitchen-supervisor': role(['die Schichtleitung|die Schichtleitung|der Schichtleitung']),
  'role@head-of-food': role(['die Gastronomieleitung|die Gastronomieleitung|der Gastronomieleitung']),
  'role@quality-manager': role(['die Qualitätssicherung|die Qualitätssicherung|der Qualitätssicherung']),
  'role@laboratory-manager': role(['die Laborleitung|die Laborleitung|der Laborleitung']),
  'role@laboratory-engineer': role(['der Laboringenieur|den Laboringenieur|dem Laboringenieur']),
  'role@superintendent': role(['die technische Inspektion|die technische Inspektion|der technischen Inspektion']),
  'role@chief-engineer': role(['die Maschinenleitung|die Maschinenleitung|der Maschinenleitung']),
  'role@provision-master': role(['der Proviantmeister|den Proviantmeister|dem Proviantmeister']),
}
