/** One convention for answers, lists and writes: every operation of the API document is held to it. */
import { describe, expect, it } from '@jest/globals'
import { business } from '#crm'
import { fieldsOf, type JsonSchema, ListQuery, type PayloadClass } from '#kernel'
import { describedProcedures } from '#operations'
import { openApiOf } from '#platform/http/openapi/openapi.js'
import { listsPage } from '../check/reference/lists-page.js'

interface Operation {
  name: string
  method: string
  parameters: string[]
  /** What it answers when it does what it is asked, by status. */
  answers: Record<string, JsonSchema>
}

const document = openApiOf(business.registry, '0.0.0', describedProcedures(business.registry))
const { schemas } = document.components

const lastOf = (reference: unknown): string => String(reference).split('/').at(-1) ?? ''

function answerOf(response: JsonSchema): JsonSchema {
  const content = (response.content ?? {}) as Record<string, { schema?: JsonSchema }>
  return schemas[lastOf(content['application/json']?.schema?.$ref)] ?? {}
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): Operation => {
    const responses = Object.entries(operation.responses as Record<string, JsonSchema>)
    return {
      name: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      method,
      parameters: ((operation.parameters ?? []) as JsonSchema[]).map(({ name, $ref }) => String(name ?? lastOf($ref))),
      answers: Object.fromEntries(
        responses.filter(([status]) => status.startsWith('2')).map(([status, one]) => [status, answerOf(one)]),
      ),
    }
  }),
)

const propertiesOf = ({ answers }: Operation): Record<string, JsonSchema> =>
  (answers[200]?.properties ?? {}) as Record<string, JsonSchema>
const listsOf = (operation: Operation): string[] =>
  Object.entries(propertiesOf(operation)).flatMap(([name, { type }]) => (type === 'array' ? [name] : []))
const isPaged = ({ parameters }: Operation): boolean => parameters.includes('cursor') || parameters.includes('limit')

/** What answers with rows and is no list of records, each with why. */
const noLists: Readonly<Record<string, string>> = {
  'GET /customers/{id}/replay': 'steps of one history, gone through by position',
  'GET /figures': 'numbers of several metrics',
  'GET /record-names': 'names of the records that were asked for',
  'GET /figures/{metric}': 'one number for each group asked for',
  'GET /figures/{metric}/events': 'the events behind a number, with what it leaves out',
  'GET /boards/opportunities': 'a list in columns, each with its rows, pages and sums',
  'GET /boards/relationships': 'a list in columns, each with its rows, pages and sums',
  'GET /imports/{id}': 'one import, with pages of the rows it left',
  'GET /imports/{id}/undo': 'one undo, with pages of what it did',
  'GET /imports/{id}/error-files': 'files',
  'GET /operations/processes': 'work on the installation',
  'GET /operations/plaintext': 'work on the installation',
  'GET /search': 'a list of each kind, under its name',
  'GET /operations/parked': 'work on the installation',
  'GET /customers/{id}/brief': 'one sheet of paper',
}
/** Lists that are not filtered and sorted like the others, each with why. */
const askedOtherwise: Readonly<Record<string, string>> = {
  'GET /changes/mine': 'what others did, by what was recorded last',
  'GET /left-behind': 'by kind, each in its own order',
  'GET /access-log': 'by whom, whose and by day',
  'GET /customers/{id}/timeline': 'by when things happened alone, and by what a timeline is filtered',
  'GET /contacts/{id}/timeline': 'by when things happened alone',
  'GET /duplicates/customers': 'pairs, by how much makes them alike',
  'GET /duplicates/contacts': 'pairs, by how much makes them alike',
  'GET /record-names': 'a name for each record that is asked for',
  'GET /metrics': 'a catalogue, which is short and whole',
  'GET /ladder': 'the stages from the first to the deepest',
  'GET /rates': 'one for each currency',
  'GET /customers/{id}/hierarchy': 'a tree',
}

/** What people are told by a name wherever a list shows it. */
const named: ReadonlySet<string> = new Set(['customer', 'contact', 'unit', 'member', 'product', 'subsidiary'])

/** Ids of such that stand without a name: in `{ id, name }`, or with the name beside them. */
function bareIdsIn(row: PayloadClass, path: readonly string[] = []): string[] {
  const fields = fieldsOf(row)
  const isNamed = fields.some(({ name }) => name === 'name')
  return fields.flatMap(({ name, refersTo = '', nested }) => {
    const here = [...path, name]
    if (nested && path.length < 5) return bareIdsIn(nested, here)
    return named.has(refersTo) && !(isNamed && (name === 'id' || name === refersTo)) ? [here.join('.')] : []
  })
}

/** Answers that tell of known things by their ids alone, each with why. */
const bareOf: Readonly<Record<string, string>> = {
  'score rows.': 'names stand once, beside what is drawn',
  'score marks.': 'names stand once, beside what is drawn',
  'score weeks.': 'names stand once, beside what is drawn',
  'contact askedFor': 'as it was asked for',
  'customer askedFor': 'as it was asked for',
  'brief askedFor': 'as it was asked for',
  'hierarchy id': 'as it was asked for',
  'hierarchy rows.parent': 'the name stands in a row above',
  'customer parts.register.sites.record': 'a record that is the customer itself by now',
}

describe('every answer', () => {
  const bare = [...business.registry.queries.values()].flatMap(({ name, answer }) =>
    bareIdsIn(answer).map((path) => `${name} ${path}`),
  )

  it('names who and what it tells of', () => {
    const reasons = Object.keys(bareOf)
    expect(bare.filter((place) => !reasons.some((reason) => place.startsWith(reason)))).toEqual([])
  })

  it('names nobody only with its reason, as long as there is one', () =>
    expect(Object.keys(bareOf).filter((reason) => !bare.some((place) => place.startsWith(reason)))).toEqual([]))
})

const asked = operations.filter(
  (operation) => operation.method === 'get' && listsOf(operation).length > 0 && !(operation.name in noLists),
)
/** Answers that are nothing but one list, and those that come in pages. */
const isList = (operation: Operation): boolean => {
  const others = Object.keys(propertiesOf(operation)).filter((name) => name !== 'next' && name !== 'total')
  return isPaged(operation) || (others.length === 1 && listsOf(operation).length === 1)
}
const lists = asked.filter(isList)

describe('every list', () => {
  it('is one of many', () => expect(lists.length).toBeGreaterThan(15))

  it('answers `rows`', () =>
    expect(lists.filter((one) => propertiesOf(one).rows?.type !== 'array').map(({ name }) => name)).toEqual([]))

  it('says where it goes on and how many there are', () => {
    const wanted = lists.flatMap((one) => ['next', 'total'].map((field) => [one, field] as const))
    const missing = wanted.filter(([one, field]) => !(field in propertiesOf(one)))
    expect(missing.map(([{ name }, field]) => `${name}: ${field}`)).toEqual([])
  })

  it('that has pages is paged by `cursor`', () => {
    const paged = lists.filter(isPaged)
    expect(paged.filter(({ parameters }) => !parameters.includes('cursor')).map(({ name }) => name)).toEqual([])
  })

  it('is filtered, sorted and paged by one grammar', () => {
    const wanted = ['filter', 'sort', 'limit', 'cursor']
    const asked = lists.filter(({ name }) => !(name in askedOtherwise))
    expect(asked.length).toBeGreaterThan(10)
    const missing = asked.map(({ name, parameters }) => [name, ...wanted.filter((one) => !parameters.includes(one))])
    expect(missing.filter(({ length }) => length > 1)).toEqual([])
  })

  it('says what it may be asked, which is what it is asked', () => {
    const silent = [...business.registry.queries.values()].filter(
      ({ query, lists: own = [] }) => (query === ListQuery || query.prototype instanceof ListQuery) !== own.length > 0,
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('that is filtered says in the reference what it may be asked by', () => {
    const filtered = lists.filter(({ parameters }) => parameters.includes('filter')).map(({ name }) => name)
    const told = listsPage(business.registry).replaceAll(/:(\w+)/g, '{$1}')
    expect(filtered.filter((name) => !told.includes(`## ${name}\n`))).toEqual([])
  })

  it('is left out of this only with its reason, as long as there is one', () => {
    const names = new Set(operations.map(({ name }) => name))
    const reasons = [...Object.keys(noLists), ...Object.keys(askedOtherwise)]
    expect(reasons.filter((name) => !names.has(name))).toEqual([])
  })
})

describe('every command', () => {
  const commands = operations.filter(({ parameters }) => parameters.includes('IdempotencyKey'))

  it('answers 201 for what is new and 200 for a repeat, or 200 alone where nothing begins', () => {
    expect(commands.length).toBeGreaterThan(50)
    const begins = ({ name, method }: Operation) =>
      method === 'post' &&
      (name.split('/').length === 2 || /^POST \/(touchpoints\/[a-z-]+|handovers\/answers|[a-z-]+\/\{id\})$/.test(name))
    const wrong = commands.filter((one) => '201' in one.answers !== begins(one) || !('200' in one.answers))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('says whether it is a repeat', () => {
    const silent = commands.filter(({ answers }) =>
      Object.values(answers).some(({ properties }) => !('repeated' in ((properties ?? {}) as object))),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})
