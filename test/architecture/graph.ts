/** Rules about the whole net of imports: no circles between files, nothing that nobody reaches, and threads that load little. */
import { edgesOf, type Finding, isSpec, type Source } from './sources.js'

/** Where programs begin: mains, what the launcher and Jest name by path, and what a folder of tools runs. */
const entry =
  /^(apps\/[^/]+\/main\.tsx?|apps\/kumppani\/command-line\/main\.ts|apps\/kumppani\/(launch\/follow|launch|kumppani)\.mjs|apps\/web\/build\.mjs|test\/[^/]+\/main\.ts|test\/engines\/[^/]+\/main\.ts|test\/check\/generate\.ts|test\/lanes\/(closing-report|start-engines|stop-engines)\.ts)$/

/** One finding per circle, at the import that closes it; imports of types count, since a reader follows them as well. */
export function cycles(sources: Source[]): Finding[] {
  const byPath = new Map(sources.map((one) => [one.path, one]))
  const paths = new Set(byPath.keys())
  const done = new Set<string>()
  const trail: string[] = []
  const findings: Finding[] = []

  const visit = (from: Source) => {
    trail.push(from.path)
    for (const { target, line } of edgesOf(from, paths)) {
      const start = trail.indexOf(target)
      if (done.has(target)) continue
      if (start === -1) visit(byPath.get(target) as Source)
      else
        findings.push({
          path: from.path,
          line,
          message: `closes a circle: ${[...trail.slice(start), target].join(' → ')}`,
        })
    }
    trail.pop()
    done.add(from.path)
  }
  for (const one of sources) if (!done.has(one.path)) visit(one)
  return findings
}

/** Files that no entry and no spec leads to. */
export function unreachable(sources: Source[]): Finding[] {
  const byPath = new Map(sources.map((one) => [one.path, one]))
  const paths = new Set(byPath.keys())
  const reached = new Set(sources.filter((one) => entry.test(one.path) || isSpec(one.path)).map((one) => one.path))
  for (const path of reached) {
    for (const { target } of edgesOf(byPath.get(path) as Source, paths)) reached.add(target)
  }
  return sources
    .filter((one) => !reached.has(one.path))
    .map((one) => ({ path: one.path, line: 1, message: 'is reached from no entry and no spec' }))
}

/** Every thread holds what it loads once more: this one begins with each program, and works on rows alone. */
const smallThread = 'libs/engines/sqlite/event-log/writing/append-thread.ts'

/** Doors of libraries that the thread which writes the log leads to: behind each is all of a library. */
export function loadedForRows(sources: Source[]): Finding[] {
  const byPath = new Map(sources.map((one) => [one.path, one]))
  const paths = new Set(byPath.keys())
  const loaded = new Set([smallThread].filter((path) => paths.has(path)))
  const findings: Finding[] = []
  for (const path of loaded)
    for (const { target, line, isOfTypes } of edgesOf(byPath.get(path) as Source, paths)) {
      if (isOfTypes) continue
      if (target.endsWith('/index.ts')) findings.push({ path, line, message: `loads ${target}, all of it` })
      else loaded.add(target)
    }
  return findings
}
