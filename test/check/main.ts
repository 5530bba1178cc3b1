/** `npm run check`: every step runs, also after one has failed, and says how it went and how long it took. */
import { type Outcome, steps } from './steps.js'

const wanted = process.argv.slice(2)
const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name))
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  process.stderr.write(`check: no step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}\n`)
  process.exit(2)
}

const failed: string[] = []
for (const step of chosen) {
  const startedMs = performance.now()
  const { passed, output } = await step.run()
  const took = `${((performance.now() - startedMs) / 1000).toFixed(1)} s`
  process.stdout.write(
    `${passed ? 'passed' : 'FAILED'}  ${step.name.padEnd(13)} ${took.padStart(7)}\n${shown(output, passed)}`,
  )
  if (!passed) failed.push(step.name)
}
process.stdout.write(failed.length === 0 ? 'check passed\n' : `check failed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1

/** A step that passed has nothing to say. */
function shown(output: Outcome['output'], passed: boolean): string {
  if (passed || output.trim() === '') return ''
  return `${output.trimEnd().replace(/^/gm, '    ')}\n`
}
