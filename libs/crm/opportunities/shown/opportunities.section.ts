/** Which opportunities are open with a customer? */
import {
  Day,
  type Guarded,
  Id,
  Integer,
  Label,
  ListOf,
  Nested,
  Optional,
  PricedMoney,
  shownMoney,
  Title,
} from '#kernel'
import { worthIn } from '../../organization/valuation.queries.js'
import { NamedMember, NamedUnit } from '../../pages/shown/names.js'
import { defineSection } from '../../pages/shown/section.js'
import { opportunitiesOf } from '../opportunities.queries.js'

export class ShownOpenOpportunity {
  @Id('opportunity') id!: string
  @Title() name!: Guarded<string>
  @Nested(NamedUnit) unit!: NamedUnit
  @Label({ max: 40 }) stage!: string
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  /** Whole percent. */
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  @Optional() @Day() closesOn?: string
  @Optional() @Nested(NamedMember) owner?: NamedMember
}

class OpenOpportunities {
  @ListOf(ShownOpenOpportunity, { max: 500 }) opportunities!: ShownOpenOpportunity[]
}

export const opportunitiesSection = defineSection({
  name: 'opportunities',
  order: 40,
  title: {
    en: 'Open opportunities',
    fi: 'Avoimet myyntimahdollisuudet',
    sv: 'Öppna affärsmöjligheter',
    de: 'Offene Verkaufschancen',
    nb: 'Åpne salgsmuligheter',
  },
  answer: OpenOpportunities,
  pursuers: ({ opportunities }) => opportunities.map(({ unit }) => unit.id),
  async read({ documents, references, subject, names }) {
    const open = await opportunitiesOf(subject.id, documents, 'open')
    const worth = worthIn(references)
    const opportunities = open.map(({ id, name, unit, stage, value, valueDay, probability, closesOn, owner }) => ({
      id,
      name,
      unit: names.unit(unit),
      stage,
      value: value && shownMoney(value, valueDay, worth),
      probability,
      closesOn,
      owner: owner === undefined ? undefined : names.member(owner),
    }))
    return { opportunities }
  },
})
