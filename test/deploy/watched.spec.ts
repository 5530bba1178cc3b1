/** What is watched: alerts and dashboards name figures that processes tell, and every alert has a section that says what to do. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { type RunningNotes, runNotes } from '../http/running-notes.js'
import { describeWhen } from '../lanes/describe-when.js'
import { checkingProgram, has } from './checking-programs.js'
import { fileAt, ourServices, root } from './compose-file.js'

interface Rule {
  alert: string
  expr: string
  annotations: { summary: string; runbook: string }
}

const alerts = parse(fileAt('deploy/monitoring/alerts.yml')) as { groups: { rules: Rule[] }[] }
const rules = alerts.groups.flatMap((group) => group.rules)
const dashboardFolder = join(root, 'deploy/monitoring/grafana/dashboards')
const dashboards = readdirSync(dashboardFolder).filter((name) => name.endsWith('.json'))

/** Expressions of a dashboard. */
function expressionsOf(name: string): string[] {
  const { panels } = JSON.parse(readFileSync(join(dashboardFolder, name), 'utf8'))
  return (panels as { targets: { expr: string }[] }[]).flatMap(({ targets }) => targets.map(({ expr }) => expr))
}

/** Names of figures: words of ours and of the client library, without what a histogram adds. */
const figuresIn = (expression: string): string[] =>
  [...expression.matchAll(/\b(kumppani|process|nodejs)_\w+/g)].map(([name]) => name.replace(/_(bucket|sum|count)$/, ''))

/** Figures that some programs tell beside what all do: by the places in the code that define them. */
function furtherFigures(): string[] {
  const sources = readdirSync(join(root, 'libs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.spec.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  return sources.flatMap((source) =>
    [...source.matchAll(/name: '(kumppani_\w+)',\s+help:/g)].map(([, name = '']) => name),
  )
}

describe('alerts and dashboards', () => {
  let notes: RunningNotes
  let told: Set<string>
  beforeAll(async () => {
    notes = await runNotes()
    const text = await (await fetch(`${notes.url}/metrics`)).text()
    const ofAll = [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name = '']) => name)
    told = new Set([...ofAll, ...furtherFigures()])
  })
  afterAll(() => notes.close())

  it('name only figures that a process tells', () => {
    const named = [...rules.map(({ expr }) => expr), ...dashboards.flatMap(expressionsOf)].flatMap(figuresIn)
    expect(named.length).toBeGreaterThan(40)
    expect([...new Set(named)].filter((name) => !told.has(name))).toEqual([])
  })

  it('leave out no figure of ours', () => {
    const named = new Set([...rules.map(({ expr }) => expr), ...dashboards.flatMap(expressionsOf)].flatMap(figuresIn))
    expect([...told].filter((name) => name.startsWith('kumppani_') && !named.has(name))).toEqual([])
  })

  it('are told of a figure that there is not', () => {
    expect(figuresIn('rate(kumppani_nothing_total[5m])').filter((name) => !told.has(name))).toEqual([
      'kumppani_nothing_total',
    ])
  })
})

describe('every alert', () => {
  const sections = new Set(
    [...fileAt('docs/operations.md').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    ),
  )

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s has a section that says what to do',
    (name, { annotations }) => {
      expect(annotations.runbook).toBe(`docs/operations.md#${name.toLowerCase()}`)
      expect([...sections]).toContain(name.toLowerCase())
    },
  )
})

describe('Prometheus', () => {
  it('asks every process by its name', () => {
    const { scrape_configs: jobs } = parse(fileAt('deploy/monitoring/prometheus.yml')) as {
      scrape_configs: { static_configs: { targets: string[]; labels: { process: string } }[] }[]
    }
    const asked = jobs
      .flatMap((job) => job.static_configs)
      .flatMap(({ targets, labels }) => targets.map((target) => `${target} ${labels.process}`))
    expect(asked.sort()).toEqual(
      ourServices()
        .map(({ name, process: program }) => `${name}:3000 ${program}`)
        .sort(),
    )
  })
})

describeWhen(has('promtool'), 'promtool', () => {
  const checked = (what: string, path: string) =>
    spawnSync(checkingProgram('promtool') ?? '', ['check', what, join(root, path)], { encoding: 'utf8' })

  it('takes the configuration of Prometheus and its rules', () => {
    const { status, stdout, stderr } = checked('config', 'deploy/monitoring/prometheus.yml')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`${rules.length} rules found`)
  })

  it('refuses what is none', () => {
    expect(checked('rules', 'deploy/monitoring/prometheus.yml').status).not.toBe(0)
  })
})
