/** The group as everybody may read it: its units, members, products and ladder. */
import {
  Choice,
  Choices,
  Country,
  Currency,
  Day,
  Decimal,
  defineQuery,
  Flag,
  type Guarded,
  Id,
  Integer,
  type KeyedRow,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Money,
  Nested,
  NoQuery,
  Optional,
  Personal,
  type QueryContext,
  type Role,
  roles,
  wholeList,
} from '#kernel'
import { rowsAsked } from '../../pages/shown/lists/asked-list.js'
import { NamedUnit, Names } from '../../pages/shown/names.js'
import { ProductNames, productKinds } from '../events/catalogues.events.js'
import { type Stage, stages } from '../events/group.events.js'
import { functions, type MemberFunction } from '../events/member.events.js'
import { productNameFor } from '../names.queries.js'
import { ratesOn } from '../rates.reference.js'
import { readOf } from '../reader.queries.js'

export class NamedSubsidiary {
  @Id('subsidiary') id!: string
  @Optional() @Label() name?: string
}

export class UnitRow {
  @Id('unit') id!: string
  @Label() name!: string
  @Optional() @Label({ max: 80 }) brand?: string
  @Nested(NamedSubsidiary) subsidiary!: NamedSubsidiary
  @Optional() @Country() country?: string
  @Optional() @Label({ max: 3 }) currency?: string
  @Optional() @Label({ max: 64 }) timeZone?: string
  @Flag() closed!: boolean
}
export class UnitsAnswer extends ListAnswer {
  @ListOf(UnitRow, { max: 200 }) rows!: UnitRow[]
}

export class MemberRow {
  @Id('member') id!: string
  @Personal({ subject: 'member' }) @Label() name!: Guarded<string>
  @Choice(functions) function!: MemberFunction
  @Nested(NamedUnit) unit!: NamedUnit
  @Flag() leads!: boolean
  @Flag() left!: boolean
  /** Roles, whatever unit they are held for. */
  @Choices(roles) roles!: Role[]
}
export class MembersAnswer extends ListAnswer {
  @ListOf(MemberRow, { max: 200 }) rows!: MemberRow[]
}

export class ProductRow {
  @Id('product') id!: string
  @Label({ max: 64 }) code!: string
  /** In the reader's language, where it has a name there. */
  @Label() name!: string
  @Optional() @Nested(ProductNames) names?: ProductNames
  @Label({ max: 80 }) line!: string
  @Optional() @Label({ max: 80 }) brand?: string
  @Choice(productKinds) kind!: (typeof productKinds)[number]
  @Optional() @Nested(Money) listPrice?: Money
  @Flag() withdrawn!: boolean
}
export class ProductsAnswer extends ListAnswer {
  @ListOf(ProductRow, { max: 200 }) rows!: ProductRow[]
}

export class WantedOfUnit {
  @Nested(NamedUnit) unit!: NamedUnit
  @Integer({ min: 0, max: 1_000_000 }) target!: number
}
export class LadderRow {
  @Choice(stages) stage!: Stage
  /** What the group calls it, or we in the reader's language. */
  @Label({ max: 80 }) name!: string
  @Optional() @Integer({ min: 0, max: 1_000_000 }) target?: number
  /** How many of them units want that have targets of their own. */
  @ListOf(WantedOfUnit, { max: 200 }) units!: WantedOfUnit[]
}
export class LadderAnswer extends ListAnswer {
  /** From the first stage to the deepest; ended last. */
  @ListOf(LadderRow) rows!: LadderRow[]
}

const unitList: ListShape<QueryContext> = {
  fields: {
    name: { type: 'text' },
    brand: { type: 'text' },
    subsidiary: { type: 'id' },
    country: { type: 'code' },
    currency: { type: 'code' },
    closed: { type: 'flag' },
  },
  sorts: { id: 'id', name: 'name', country: 'country', subsidiary: 'subsidiary' },
  usual: 'id',
}

export const unitsQuery = defineQuery({
  name: 'units',
  about: 'The selling units, with their countries and currencies.',
  route: '/units',
  query: ListQuery,
  answer: UnitsAnswer,
  lists: [unitList],
  async read(ask): Promise<UnitsAnswer> {
    const { units, subsidiaries } = readOf(ask)
    const rows = [...units.values()].map(({ id, name, brand, subsidiary, closed }): KeyedRow<UnitRow> => {
      const { name: called, country, currency, timeZone } = subsidiaries.get(subsidiary) ?? {}
      const own = { id, name, brand, country, currency, timeZone, closed }
      return { key: id, columns: { ...own, subsidiary }, row: { ...own, subsidiary: { id: subsidiary, name: called } } }
    })
    return rowsAsked(rows, ask, unitList)
  },
})

const memberList: ListShape<QueryContext> = {
  fields: {
    name: { type: 'text' },
    function: { type: 'code', choices: functions },
    unit: { type: 'id' },
    roles: { type: 'ids' },
    leads: { type: 'flag' },
    left: { type: 'flag' },
  },
  sorts: { id: 'id', name: 'name', function: 'function', unit: 'unit' },
  usual: 'id',
}

export const membersQuery = defineQuery({
  name: 'members',
  about: 'Who works for the group, where and as what.',
  route: '/members',
  query: ListQuery,
  answer: MembersAnswer,
  lists: [memberList],
  async read(ask): Promise<MembersAnswer> {
    const names = new Names(ask)
    const members = [...readOf(ask).members.values()].map((member) => ({
      id: member.id,
      name: member.name,
      function: member.function,
      unit: names.unit(member.unit),
      leads: member.leads,
      left: member.left,
      roles: [...new Set(member.grants.map(({ role }) => role))],
    }))
    const rows = ask.open(members).map((row): KeyedRow<MemberRow> => {
      const name = typeof row.name === 'string' ? row.name : undefined
      return { key: row.id, columns: { ...row, name, unit: row.unit.id }, row }
    })
    return rowsAsked(rows, ask, memberList)
  },
})

const productList: ListShape<QueryContext> = {
  fields: {
    code: { type: 'code' },
    name: { type: 'text' },
    line: { type: 'text' },
    brand: { type: 'text' },
    kind: { type: 'code', choices: productKinds },
    withdrawn: { type: 'flag' },
  },
  sorts: { id: 'id', code: 'code', name: 'name', line: 'line', kind: 'kind' },
  usual: 'id',
}

export const productsQuery = defineQuery({
  name: 'products',
  about: 'What the group sells.',
  route: '/products',
  query: ListQuery,
  answer: ProductsAnswer,
  lists: [productList],
  async read(ask): Promise<ProductsAnswer> {
    const rows = [...readOf(ask).products.values()].map(({ name, ...product }): KeyedRow<ProductRow> => {
      const row = { ...product, name: productNameFor({ name, names: product.names }, ask) }
      return { key: row.id, columns: row, row }
    })
    return rowsAsked(rows, ask, productList)
  },
})

export class RatesQuery {
  /** Today, in the group's time zone, unless told. */
  @Optional() @Day() day?: string
}
export class RateRow {
  @Currency() currency!: string
  /** Units of group currency for one unit of this one. */
  @Decimal() toGroup!: string
  /** The day it was published for: the one asked about, or the last one before. */
  @Day() day!: string
}
export class RatesAnswer extends ListAnswer {
  @ListOf(RateRow, { max: 200 }) rows!: RateRow[]
}

export const ratesQuery = defineQuery({
  name: 'rates',
  about: 'The exchange rates that hold on a day.',
  route: '/rates',
  query: RatesQuery,
  answer: RatesAnswer,
  async read(ask): Promise<RatesAnswer> {
    readOf(ask)
    const day = ask.query.day ?? ask.todayIn()
    return wholeList(ratesOn(day, ask.references))
  },
})

export const ladderQuery = defineQuery({
  name: 'ladder',
  about: 'The stages of a relationship as the group names them, with how many it wants at each.',
  route: '/ladder',
  query: NoQuery,
  answer: LadderAnswer,
  async read(ask): Promise<LadderAnswer> {
    const { ladder } = readOf(ask)
    const names = new Names(ask)
    const wording = names.wording()
    const rows = stages.map((stage) => {
      const { target, units = [] } = ladder.find((step) => step.stage === stage) ?? {}
      const named = units.map(({ unit, target: wanted }) => ({ unit: names.unit(unit), target: wanted }))
      return { stage, name: wording.stage(stage), target, units: named }
    })
    return wholeList(rows)
  },
})
