/** The demo's stories, six of ten years and two of three, each on a customer of its own whose name stands in `storied`. */
import type { World } from '../plan/world.js'
import { tellOfClimb } from './climbed.js'
import { tellOfDisagreement } from './disagreeing.js'
import { tellOfFall } from './fell.js'
import { tellOfMerge } from './merged.js'
import { tellOfPassive } from './passive.js'
import { tellOfOverdue, tellOfSharing } from './pressing.js'
import { tellOfReturn } from './reopened.js'
import { leaveWaiting } from './waiting.js'

export function tellStories(world: World): void {
  tellOfClimb(world)
  tellOfFall(world)
  tellOfPassive(world)
  tellOfDisagreement(world)
  tellOfMerge(world)
  tellOfReturn(world)
  tellOfOverdue(world)
  tellOfSharing(world)
  leaveWaiting(world)
}
