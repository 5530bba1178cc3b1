/** Every rule of the house can fail: each is shown something bad and something good. */
import { describe, expect, it } from '@jest/globals'
import { brokenArrows } from './arrows.js'
import { cycles, loadedForRows, unreachable } from './graph.js'
import { replacedWords, sharedNames } from './names.js'
import { optionsWithoutEffect } from './options.js'
import { impureFolds } from './purity.js'
import { businessInKernel, madePositions, namedTables, workInPrograms } from './rooms.js'
import { crowdedFolders, tooLong, withoutOpening, wrongFileNames } from './shapes.js'
import { type Finding, source } from './sources.js'
import { bannedWords } from './words.js'

type Rule = (sources: ReturnType<typeof source>[]) => Finding[]

/** Where a rule finds something in files given as path → text. */
function found(rule: Rule, files: Record<string, string>): string[] {
  return rule(Object.entries(files).map(([path, text]) => source(path, text))).map(
    ({ path, line }) => `${path}:${line}`,
  )
}

describe('arrows', () => {
  const slices = {
    'libs/crm/a/a.decider.ts': '',
    'libs/crm/a/a.events.ts': '',
    'libs/crm/a/a.view.ts': '',
    'libs/kernel/index.ts': '',
    'libs/kernel/x.ts': '',
    'libs/queries/index.ts': '',
    'libs/engines/index.ts': '',
    'libs/engines/sqlite/x.ts': '',
    'libs/platform/index.ts': '',
    'libs/platform/config/index.ts': '',
    'apps/web/components/x.ts': '',
    'apps/web/shell/x.ts': '',
  }
  const faultsOf = (path: string, text: string) => found(brokenArrows, { ...slices, [path]: text })

  it.each([
    ['libs/crm/b/b.view.ts', "\nimport { x } from '#queries'", 2],
    ['libs/kernel/b.ts', "import type { x } from '../queries/index.js'", 1],
    ['libs/projections/b.ts', "export * from '#queries'", 1],
    ['libs/projections/b.ts', "const x = await import('#queries')", 1],
    ['libs/operations/b.ts', "import type { x } from '#engines'", 1],
    ['libs/projections/b.ts', "import { x } from '#kernel/x.js'", 1],
    ['libs/projections/b.ts', "import { x } from '../kernel/x.js'", 1],
    ['apps/kumppani/b.ts', "import { x } from '#engines/sqlite/x.js'", 1],
    ['libs/crm/b/b.view.ts', "import {\n  x,\n} from '../a/a.decider.js'", 1],
    ['libs/crm/b/b.decider.ts', "import { Module } from '@nestjs/common'", 1],
    ['libs/kernel/b.ts', "import { readFileSync } from 'node:fs'", 1],
    ['apps/web/components/b.tsx', "import { x } from '../shell/x.js'", 1],
  ])('do not lead from %s along %j', (path, text, line) => {
    expect(faultsOf(path, text)).toEqual([`${path}:${line}`])
  })

  it.each([
    ['libs/crm/b/b.view.ts', "import { x } from '../a/a.events.js'\nimport { y } from '../a/a.view.js'"],
    ['libs/crm/b/b.controller.ts', "import { Controller } from '@nestjs/common'"],
    ['libs/projections/b.ts', "import { x } from '#kernel'"],
    ['apps/web/shell/b.tsx', "import { x } from '../components/x.js'"],
    ['apps/web/screens/b.tsx', "import { x } from '../shell/x.js'"],
    ['apps/kumppani/b.ts', "import { x } from '#engines'\nimport { y } from '#platform/config'"],
    ['libs/crm/b/b.spec.ts', "import { x } from '../a/a.decider.js'\nimport { y } from '#kernel/x.js'"],
  ])('lead from %s along %j', (path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})

describe('the net of imports', () => {
  const circle = { 'libs/log/a.ts': "import { b } from './b.js'", 'libs/log/b.ts': "\nimport { a } from '#log/a.js'" }

  it('shows a circle where it closes', () => {
    expect(found(cycles, circle)).toEqual(['libs/log/b.ts:2'])
  })

  it('counts imports of types', () => {
    expect(found(cycles, { ...circle, 'libs/log/b.ts': "import type { a } from '#log/a.js'" })).toEqual([
      'libs/log/b.ts:1',
    ])
  })

  it('shows what nothing leads to', () => {
    const main = "import './used.js'\nnew Worker(new URL('./worker.js', import.meta.url))"
    const files = { 'apps/x/main.ts': main, 'apps/x/used.ts': '', 'apps/x/worker.ts': '', 'apps/x/left.ts': '' }
    expect(found(unreachable, files)).toEqual(['apps/x/left.ts:1'])
  })

  it('shows whole libraries that the thread which writes the log loads', () => {
    const thread = 'libs/engines/sqlite/event-log/writing/append-thread.ts'
    const files = {
      [thread]: "import type { A } from '#kernel'\nimport { b } from './b.js'\nimport { x } from '#kernel/x.js'",
      'libs/engines/sqlite/event-log/writing/b.ts': "\nimport { y } from '#kernel'",
      'libs/kernel/index.ts': "import './x.js'",
      'libs/kernel/x.ts': '',
    }
    expect(found(loadedForRows, files)).toEqual(['libs/engines/sqlite/event-log/writing/b.ts:2'])
  })
})

describe('shapes', () => {
  it('know the closed list of suffixes', () => {
    const good = ['stage.decider.ts', 'stage.decider.spec.ts', 'log.int.spec.ts', 'index.ts', 'launch.mjs']
    const bad = ['Stage.ts', 'stage.service.ts', 'stage_board.ts', 'stage.view.decider.ts']
    const files = Object.fromEntries([...good, ...bad].map((name) => [`libs/x/${name}`, '']))
    expect(found(wrongFileNames, files)).toEqual(bad.map((name) => `libs/x/${name}:1`))
  })

  it('limit lines, more generously in specs', () => {
    const files = {
      'a.ts': 'x\n'.repeat(300),
      'b.ts': 'x\n'.repeat(301),
      'c.spec.ts': 'x\n'.repeat(500),
      'd.spec.ts': 'x\n'.repeat(501),
    }
    expect(found(tooLong, files)).toEqual(['b.ts:301', 'd.spec.ts:501'])
  })

  it('want an opening comment', () => {
    expect(
      found(withoutOpening, { 'a.ts': '/** A. */', 'b.mjs': '#!/usr/bin/env node\n/** B. */', 'c.ts': 'export {}' }),
    ).toEqual(['c.ts:1'])
  })

  it('count what stands in a folder, without specs and open-ended folders', () => {
    const folder = (path: string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${path}/f${index}.ts`, '']))
    const files = {
      ...folder('libs/a', 12),
      'libs/a/f1.spec.ts': '',
      ...folder('libs/b', 13),
      ...folder('libs/c/kinds', 20),
    }
    expect(found(crowdedFolders, files)).toEqual(['libs/b:1'])
  })
})

describe('words', () => {
  it.each([
    ['libs/log/log-utils.ts', ''],
    ['libs/data/x.ts', ''],
    ['libs/log/x.ts', 'export class StreamManager {}'],
    ['libs/log/x.ts', 'export const baseInfo = 1'],
    ['libs/log/x.ts', 'export interface IStream {}'],
  ])('that say nothing are found in %s %j', (path, text) => {
    expect(found(bannedWords, { [path]: text })).toEqual([`${path}:1`])
  })

  it('that say something pass', () => {
    const text =
      'export interface EventMetadata {}\nexport class Id {}\nexport type IBAN = string\nexport function openDataFolder() {}'
    expect(found(bannedWords, { 'libs/log/data-folder.ts': text })).toEqual([])
  })
})

describe('names', () => {
  it("are one module's alone, but for lists of languages", () => {
    const lists = {
      'libs/demo/texts/languages/en/x.ts': 'export const c = 1',
      'libs/demo/texts/languages/fi/x.ts': 'export const c = 1',
    }
    const files = {
      'libs/a/x.ts': 'export const a = 1',
      'libs/b/x.ts': '\nexport class a {}',
      'libs/b/y.ts': 'const a = 1',
    }
    expect(found(sharedNames, { ...files, ...lists })).toEqual(['libs/b/x.ts:2'])
  })

  it('are those of the glossary', () => {
    const glossary =
      '| word | what it is |\n| asker | somebody |\n\n| not | but |\n| --- | --- |\n| asker, asking | query service |\n'
    const rule: Rule = (sources) => replacedWords(sources, glossary)
    const files = { 'libs/a/x.ts': 'export class FirstAsker {}', 'libs/a/y.ts': 'export const asked = 1' }
    expect(found(rule, files)).toEqual(['libs/a/x.ts:1'])
  })
})

describe('purity', () => {
  it.each(['Date.now()', 'new Date()', 'Math.random()', 'randomUUID()'])('refuses %s in a fold', (call) => {
    expect(found(impureFolds, { 'libs/crm/a/a.view.ts': `\nconst x = ${call}` })).toEqual(['libs/crm/a/a.view.ts:2'])
    expect(found(impureFolds, { 'libs/kernel/history/a.ts': `const x = ${call}` })).toEqual([
      'libs/kernel/history/a.ts:1',
    ])
  })

  it('lets instants be read, comments speak and other files ask the clock', () => {
    const fold = '// Date.now() is not here\nconst at = new Date(event.at)'
    expect(found(impureFolds, { 'libs/crm/a/a.view.ts': fold, 'libs/log/a.ts': 'Date.now()' })).toEqual([])
  })
})

describe('rooms', () => {
  it('keep words of slices out of the kernel, and those of the event format where they stand', () => {
    const code = "// Of a relationship.\nexport type Of = 'relationship'"
    const files = {
      'libs/kernel/a.ts': code,
      'libs/crm/a.ts': code,
      'libs/kernel/history/fact.ts': 'const customers = []',
      'libs/kernel/b.ts': 'const customers = []',
    }
    expect(found(businessInKernel, files)).toEqual(['libs/kernel/a.ts:2', 'libs/kernel/b.ts:1'])
  })

  it('name no table of a slice but by its view', () => {
    const files = {
      'libs/queries/a.ts': "const table = 'customers-3'",
      'libs/queries/b.ts': "const charset = 'utf-8'",
      'libs/crm/a/a.view.ts': "export const a = defineView()({\n  name: 'customers',\n})",
    }
    expect(found(namedTables, files)).toEqual(['libs/queries/a.ts:1'])
  })

  it('leave to programs nothing but to compose', () => {
    const files = {
      'apps/x/main.ts': "import { rmSync } from 'node:fs'\nawait core.dispatch(found, founder)",
      'apps/x/running/a.ts': 'serve(parentPort, await projecting({ log, store }))',
      'apps/x/threads/b.ts': 'await new Projector({ log, store }).open()',
      'apps/x/command-line/c.ts': "import { writeFileSync } from 'node:fs'",
    }
    expect(found(workInPrograms, files)).toEqual(['apps/x/main.ts:1', 'apps/x/main.ts:2', 'apps/x/threads/b.ts:1'])
  })

  it('let positions be made where logs and stores are read', () => {
    const files = {
      'libs/engines/a/a.ts': 'const head = storedPosition(row[0])',
      'libs/queries/a.ts': 'const after = parsedPosition(text)\nconst before = storedPosition(position - 1)',
      'libs/queries/b.ts': 'const before = (position - 1) as Position',
      'libs/queries/b.spec.ts': 'const before = storedPosition(3)',
    }
    expect(found(madePositions, files)).toEqual(['libs/queries/a.ts:2', 'libs/queries/b.ts:1'])
  })
})

describe('options of definitions', () => {
  const shape = 'export interface Resource {\n  name: string\n  reads?: string\n  colour?: string\n}'
  const files = {
    'libs/kernel/deciders/resource.ts': `${shape}\nexport const defineResource = (resource: Resource) => resource`,
    'libs/crm/a/a.resource.ts': "export const a = defineResource({ name: 'a', reads: 'all' })",
    'libs/crm/access/access.ts': 'const may = ({ name }: Resource) => known.get(name) ?? resource.reads',
    'libs/crm/access/access.spec.ts': "it('is read by those who read its like', () => {})",
  }
  const faults = (more: Record<string, string> = {}) =>
    optionsWithoutEffect(Object.entries({ ...files, ...more }).map(([path, text]) => source(path, text)))
      .filter(({ path }) => path === 'libs/kernel/deciders/resource.ts')
      .map(({ line, message }) => `${line} ${message}`)

  it('have a reader, a user and a test', () => {
    expect(faults()).toEqual([
      '4 the option Resource.colour is read by nothing',
      '4 the option Resource.colour is used by no slice',
      '4 the option Resource.colour has no test in which it changes an answer (option-tests.ts)',
    ])
  })

  it('are not read where they are only defined, nor tested where nothing says so', () => {
    expect(faults({ 'libs/crm/access/access.ts': 'known.get(resource.name)' })).toContain(
      '3 the option Resource.reads is read by nothing',
    )
    expect(faults({ 'libs/crm/access/access.spec.ts': '' }).join()).toMatch(/Resource.reads is said to be tested by/)
  })
})
