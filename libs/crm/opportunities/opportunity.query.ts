/** Everything about one opportunity, now or at any moment. */
import {
  Choice,
  Codes,
  Decimal,
  defineQuery,
  type Guarded,
  Id,
  Ids,
  Integer,
  Label,
  ListOf,
  Nested,
  NoQuery,
  Optional,
  Personal,
  PricedMoney,
  type QueryContext,
  refuse,
  shownMoney,
  Text,
} from '#kernel'
import { memberNamed, namesIn, productNamed, unitNamed } from '../organization/names.queries.js'
import { worthIn } from '../organization/valuation.queries.js'
import { type OpportunityDocument, opportunities } from './opportunities.view.js'
import { type OpportunityStage, opportunityStages, profileStages } from './opportunity.events.js'
import { ShownOpportunity, shownOpportunities } from './shown/opportunity-shown.js'

class ShownLine {
  @Id('product') product!: string
  @Optional() @Label() productName?: string
  @Decimal() quantity!: string
  /** Of one. */
  @Nested(PricedMoney) price!: PricedMoney
  /** Fields whose name is today's: at the moment asked about none was known. */
  @Optional() @Codes() namesOfToday?: string[]
}

class ShownCredit {
  @Id('member') member!: string
  @Optional() @Personal({ subject: 'member' }) @Label() memberName?: Guarded<string>
  @Id('unit') unit!: string
  @Optional() @Label() unitName?: string
  @Integer({ min: 1, max: 100 }) percent!: number
  /** Fields whose name is today's: at the moment asked about none was known. */
  @Optional() @Codes() namesOfToday?: string[]
}

class ProfileStage {
  @Choice(opportunityStages) stage!: OpportunityStage
}

export class OpportunityAnswer extends ShownOpportunity {
  /** Stages of its profile, in order. */
  @ListOf(ProfileStage) stages!: ProfileStage[]
  @Ids('contact') contacts!: string[]
  @Optional() @Id('customer-project') customerProject?: string
  @Optional() @Text({ max: 4000 }) about?: Guarded<string>
  /** Whoever won it instead. */
  @Optional() @Label() lostTo?: string
  /** What was said at the last turn. */
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
  @ListOf(ShownLine, { max: 100 }) lines!: ShownLine[]
  @ListOf(ShownCredit, { max: 20 }) credit!: ShownCredit[]
}

function details(doc: OpportunityDocument, ask: Pick<QueryContext, 'references' | 'referencesToday' | 'viewer'>) {
  const { contacts, customerProject, about, lostTo, why } = doc
  return {
    stages: profileStages[doc.profile].map((stage) => ({ stage })),
    contacts,
    customerProject,
    about,
    lostTo,
    why,
    lines: doc.lines.map((line) => ({
      ...line,
      price: shownMoney(line.price, doc.linesDay, worthIn(ask.references)),
      ...namesIn({ productName: productNamed(line.product, ask) }),
    })),
    credit: doc.credit.map((share) => ({
      ...share,
      ...namesIn({ memberName: memberNamed(share.member, ask), unitName: unitNamed(share.unit, ask) }),
    })),
  }
}

export const opportunityPage = defineQuery<NoQuery, OpportunityAnswer, OpportunityDocument>({
  name: 'opportunity',
  about: 'What is this opportunity about, how does it stand, and who shares the credit?',
  route: '/opportunities/:id',
  query: NoQuery,
  answer: OpportunityAnswer,
  past: { param: 'id', of: opportunities },
  read: async (ask) => {
    const doc = ask.subject.document ?? refuse('not-found')
    const [shown = refuse('not-found')] = await shownOpportunities([doc], ask)
    return ask.open({ ...shown, ...details(doc, ask) })
  },
})
