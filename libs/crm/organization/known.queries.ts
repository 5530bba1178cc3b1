/** Whether what a question names is there: what is mistyped is refused instead of matching nothing. */
import { type InputProblem, InvalidInput, type References } from '#kernel'
import { type Organization, organization } from './organization.reference.js'

/** Name of a field → the ids there are. */
const ids: Readonly<Record<string, (known: Organization) => Iterable<string>>> = {
  unit: ({ units }) => units.keys(),
  scope: ({ units }) => units.keys(),
  member: ({ members }) => members.keys(),
  product: ({ products }) => products.keys(),
  subsidiary: ({ subsidiaries }) => subsidiaries.keys(),
}

type Asked = Readonly<Record<string, unknown>>

const stated = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat())

/** @throws InvalidInput naming every field that asks for a unit, member, product or company that is not there */
export function requireKnown(asked: object, references: References): void {
  const known = references.get(organization)
  const problems = Object.entries(ids).flatMap(([path, idsOf]): InputProblem[] => {
    const wanted = stated((asked as Asked)[path])
    const there = new Set<unknown>(wanted.length === 0 ? [] : idsOf(known))
    return wanted.every((id) => there.has(id)) ? [] : [{ path, code: 'not-known' }]
  })
  if (problems.length > 0) throw new InvalidInput(problems)
}
