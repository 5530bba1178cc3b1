/** What the parameters of a list may name: the fields of its filter and the orders it has. */
import { type ListShape, operatorsOf, type Query } from '#kernel'

/** A sentence about a parameter of a query, where its lists have something to say of it. */
export function describedParameter(name: string, { lists = [] }: Pick<Query, 'lists'>): string | undefined {
  if (name !== 'filter' && name !== 'sort') return undefined
  const said = lists.map((shape) => `${askedWith(shape)}${name === 'filter' ? fieldsOf(shape) : ordersOf(shape)}`)
  return said.length === 0 ? undefined : said.join(' ')
}

const askedWith = ({ askedWith: parameter }: ListShape): string =>
  parameter === undefined ? '' : `With ${parameter}: `

const fieldsOf = ({ fields }: ListShape): string =>
  `${Object.entries(fields)
    .map(([name, field]) => `${name} (${operatorsOf(field).join(', ')})`)
    .join('; ')}.`

const ordersOf = ({ sorts, usual }: ListShape): string =>
  `${Object.keys(sorts).join(', ')}; ${usual} unless asked otherwise.`
