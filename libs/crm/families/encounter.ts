/** The family of facts that we met a customer, in whichever way; what only its writer knows of is not in it. */
import { FactFamily } from '#kernel'
import type { MemberFunction } from '../organization/events/member.events.js'
import type { Encounter } from '../touchpoints/encounter.events.js'

export interface StatedEncounter extends Pick<Encounter, 'members' | 'startedBy' | 'direction' | 'language'> {
  /** The kind under which it stands on a timeline. */
  kind: string
  /** In which we met; absent where nobody says. */
  function?: MemberFunction
}

/** It counts as a touch of the unit and of the customers and contacts that the fact is filed under. */
export const encounters = new FactFamily<StatedEncounter>('encounter')
