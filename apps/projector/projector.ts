/** What the projector serves: whether it runs, and procedures that derive or look at read models. */
import { business } from '#crm'
import { derivingProcedures } from '#operations'
import { version } from '#platform/config'
import {
  type Composed,
  type Composing,
  type Configuration,
  Derivation,
  operatorOf,
  type Service,
  servedBeside,
  startService,
} from '#services'

/** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
export const serveProjector = (settings: Configuration, onStep: (line: string) => void): Promise<Service> =>
  startService(settings, { version: version(), onStep }, compose)

async function compose({ settings, closing, ...listeners }: Composing): Promise<Composed> {
  const derivation = await Derivation.open(settings, listeners)
  closing(() => derivation.close())
  return {
    served: { registry: business.registry, members: derivation.members },
    lag: derivation,
    gauges: derivation.gauges,
    procedures: derivingProcedures(derivation),
    elsewhere: servedBeside('projector'),
    operator: () => operatorOf(derivation.members),
  }
}
