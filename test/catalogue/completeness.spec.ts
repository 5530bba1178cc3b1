/** Nothing is defined and then forgotten: what a slice's folder holds is registered, raised, folded and named. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { languages } from '#crm/texts/languages.js'
import { kinds } from '#crm/touchpoints/kinds/kinds.js'
import { type Format, formats, type JsonSchema, type PayloadClass, schemaOf } from '#kernel'

const root = resolve(import.meta.dirname, '../../..')
const { registry } = business
const sources = readdirSync(join(root, 'libs/crm'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, 'libs/crm', path), 'utf8') }))

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Written by what sends commands: of a key, of several at once, and of an import row by row. */
const raisedElsewhere = new Set(['command', 'process', 'import'])

describe('every event', () => {
  // A decider may hold part of its rules in files beside it.
  const decided = sources
    .filter(({ path }) => !/\.(events|view|slice)\.ts$/.test(path))
    .map(({ text }) => text)
    .join('\n')
  const kindTypes = new Set(kinds.map(({ kind }) => `touchpoint.${kind}`))

  it('is raised by a command', () => {
    const silent = registry.catalogue
      .all()
      .filter(({ category, type }) => !raisedElsewhere.has(category) && !kindTypes.has(type))
      .filter(({ type }) => !decided.includes(`Events.${camelCase(type.slice(type.indexOf('.') + 1))}`))
    expect(silent.map(({ type }) => type)).toEqual([])
  })

  it('of a touchpoint kind has its command', () => {
    const commands = Object.keys(registry.deciders.get('touchpoint')?.commands ?? {})
    for (const { kind, planned } of kinds) {
      expect(commands).toContain(`record-${kind}`)
      expect(commands.includes(`hold-${kind}`)).toBe(planned)
    }
  })

  it('reaches the state of its decider', () => {
    const without = registry.catalogue.all().filter(({ category }) => !registry.deciders.has(category))
    expect([...new Set(without.map(({ category }) => category))]).toEqual([...raisedElsewhere])
  })
})

describe('every slice', () => {
  /** Name of the function that defines a thing → names of what is registered. */
  const registered: Record<string, string[]> = {
    defineSlice: registry.slices.map(({ name }) => name),
    defineView: [...registry.views.keys()],
    defineMetric: [...registry.metrics.keys()],
    defineQuery: [...registry.queries.keys()],
    defineDecider: [...registry.deciders.values()].map(({ name }) => name),
    defineProcess: [...new Set([...registry.processes.values()].map(({ name }) => name))],
    defineKind: kinds.map(({ kind }) => kind),
    defineReference: registry.references.map(({ name }) => name),
  }

  it.each(Object.entries(registered))('registers everything made by %s', (define, names) => {
    const made = new RegExp(`${define}(?:<[^;]*?>)?\\((?:\\)\\()?(?:\\w+, )?\\{\\s*(?:name|kind): '([^']+)'`, 'g')
    const defined = sources.flatMap(({ text }) => [...text.matchAll(made)].map(([, name = '']) => name))
    expect(defined.sort()).toEqual([...names].sort())
  })

  it('lists all it refuses', () => {
    const codes = sources.flatMap(({ text }) =>
      [...text.matchAll(/defineRefusals\(\{(.*?)\n\}\)/gs)].flatMap(([, body = '']) =>
        [...body.matchAll(/^ {2}'?([a-z-]+)'?: \[/gm)].map(([, code = '']) => code),
      ),
    )
    expect(codes.length).toBeGreaterThan(50)
    expect(codes.filter((code) => !Object.hasOwn(registry.refusals, code))).toEqual([])
  })
})

describe('every text that may be sent', () => {
  const sent: [string, PayloadClass][] = [
    ...[...registry.deciders.values()].flatMap(({ name, commands }) =>
      Object.entries(commands).map(([command, { payload }]): [string, PayloadClass] => [`${name} ${command}`, payload]),
    ),
    ...[...registry.processes].map(([name, { carries }]): [string, PayloadClass] => [`${name} carried`, carries]),
    ...[...registry.queries.values()].map(({ name, query }): [string, PayloadClass] => [name, query as PayloadClass]),
  ]
  const textsIn = (schema: JsonSchema): JsonSchema[] => {
    const nested = [...Object.values((schema.properties as JsonSchema) ?? {}), schema.items].filter((one) => one)
    return [...(schema.type === 'string' ? [schema] : []), ...(nested as JsonSchema[]).flatMap(textsIn)]
  }

  it.each(sent)('of %s has a format or choices, and is never empty', (_, payload) => {
    for (const { format, enum: choices = [] } of textsIn(schemaOf(payload))) {
      const isEmptyFit = format === undefined ? (choices as string[]).includes('') : formats[format as Format]('')
      expect([format ?? choices, isEmptyFit]).toEqual([expect.anything(), false])
      expect(format !== undefined || (choices as string[]).length > 0).toBe(true)
    }
  })
})

describe('every view', () => {
  it('has a fold for what it is registered for, and for nothing that nobody defines', () => {
    const known = new Set(registry.catalogue.all().map(({ type }) => type))
    const named = sources
      .filter(({ path }) => path.endsWith('.view.ts'))
      .flatMap(({ text }) => [...text.matchAll(/^ {4}'([a-z]+\.[a-z-]+)':/gm)].map(([, type = '']) => type))
    expect(named.filter((type) => !known.has(type))).toEqual([])
    for (const view of registry.views.values()) {
      const folded = [...known].filter((type) => view.foldFor(type) !== undefined)
      expect([view.name, folded.length > 0]).toEqual([view.name, true])
    }
  })
})

describe('every fact that a timeline may show', () => {
  /** What is decided of the group, and of imports, is filed with no customer. */
  const unfiled = new Set(['organization', 'imports'])
  const shown = registry.slices
    .filter(({ name }) => !unfiled.has(name))
    .flatMap(({ events }) => events.flatMap(({ definitions }) => definitions))

  it.each(shown.map((fact) => [fact.type, fact] as const))('%s has a name in every language', (_, { texts }) => {
    expect(Object.keys(texts ?? {}).sort()).toEqual([...languages].sort())
    for (const text of Object.values(texts ?? {})) expect(text.trim()).not.toBe('')
  })
})
