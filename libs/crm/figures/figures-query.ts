/** What all questions about figures share: which days, of whom and what, and since when known. */
import {
  addMonths,
  Codes,
  Day,
  type Dimension,
  type Filters,
  Ids,
  InvalidInput,
  Label,
  Optional,
  type QueryContext,
  type References,
} from '#kernel'
import { sectors } from '../customers/customer.events.js'
import { opportunityStages, profiles } from '../opportunities/opportunity.events.js'
import { stages } from '../organization/events/group.events.js'
import { functions } from '../organization/events/member.events.js'
import { requireChoices, requireKnown } from '../organization/known.queries.js'
import { latestDayIn } from '../organization/organization.reference.js'
import { statuses } from '../relationships/relationship.events.js'

export class FigureFilters {
  @Optional() @Ids('unit') unit?: string[]
  @Optional() @Ids('member') member?: string[]
  @Optional() @Codes() function?: string[]
  @Optional() @Codes() stage?: string[]
  @Optional() @Codes() status?: string[]
  @Optional() @Codes() profile?: string[]
  @Optional() @Ids('product') product?: string[]
  @Optional() @Codes() sector?: string[]
  @Optional() @Ids('subsidiary') subsidiary?: string[]
  @Optional() @Codes() country?: string[]
  /** A product line. */
  @Optional() @Label({ max: 80 }) line?: string
  @Optional() @Label({ max: 80 }) brand?: string
}

export class FiguresAsked extends FigureFilters {
  /** First day; the beginning of the month a year ago when left out. */
  @Optional() @Day() from?: string
  /** Last day; when left out today, where it begins first in the group. */
  @Optional() @Day() to?: string
  /** As it was known at the end of this day; as known now when left out. */
  @Optional() @Day() known?: string
}

const filterNames: readonly Dimension[] = [
  'unit',
  'member',
  'function',
  'stage',
  'status',
  'profile',
  'product',
  'sector',
  'subsidiary',
  'country',
  'line',
  'brand',
]

const choices = {
  function: functions,
  stage: [...new Set([...stages, ...opportunityStages])],
  status: statuses,
  profile: profiles,
  sector: sectors,
}

/**
 * The conditions stated; a single value is a list of one.
 * @throws InvalidInput for what is not there: a figure of it would be nothing, and look like one
 */
export function filtersOf(query: FigureFilters, references: References): Filters {
  requireKnown(query, references)
  requireChoices(query, choices)
  const stated = filterNames.flatMap((name) => {
    const value = query[name]
    return value === undefined ? [] : [[name, typeof value === 'string' ? [value] : value] as const]
  })
  return Object.fromEntries(stated)
}

/**
 * The day at whose end it was known so.
 * @throws InvalidInput when it lies ahead: nobody knows yet what will be known then
 */
export function knownOf({ known }: FiguresAsked, { nowIn, references }: Pick<QueryContext, 'nowIn' | 'references'>) {
  if (known !== undefined && known > latestDayIn(nowIn(), references))
    throw new InvalidInput([{ path: 'known', code: 'ahead-of-now' }])
  return known
}

/** The days asked about; the last is the one that has begun in some unit, or what happens there would be missing. */
export function rangeOf({ from, to }: FiguresAsked, { nowIn, references }: Pick<QueryContext, 'nowIn' | 'references'>) {
  const last = to ?? latestDayIn(nowIn(), references)
  return { from: from ?? addMonths(`${last.slice(0, 7)}-01`, -11), to: last }
}
