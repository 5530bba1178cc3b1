/** How long it takes, when a projector dies, until another shows what is recorded from then on. */
import { below, type Measured } from '../../figure.js'
import type { RunningGroup } from './running-group.js'

const times = 3
const targetS = 8

export async function measureTakeOver(group: RunningGroup): Promise<Measured[]> {
  const { services } = group
  const seconds: number[] = []
  let living = 'projector'
  for (let time = 0; time < times; time++) {
    const next = `projector ${time}`
    await services.begin('projector', next)
    await services.untilSeen(await group.record())
    const from = performance.now()
    await services.of(living).kill()
    await services.untilSeen(await group.record())
    seconds.push((performance.now() - from) / 1000)
    living = next
  }
  const what = `take-over after a projector's death, the slowest of ${times}`
  return [below(what, { unit: 's', value: Math.max(...seconds), target: targetS })]
}
