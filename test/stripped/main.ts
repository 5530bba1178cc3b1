/**
 * `npm run stripped`: takes each option that a definition may have from all that is defined, and runs the test that is
 * said to see it; the test fails, or the option changes no answer there, which is known and said of few of them.
 * `--only <regular expression>` takes those whose names fit.
 */
import { parseArgs } from 'node:util'
import { optionTests, unseenOptions } from '../architecture/option-tests.js'
import { lined } from '../lanes/lined.js'
import { type Outcome, StrippedCopy } from './stripped-copy.js'

const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' } } })

/** What a test says of the option it is named for, by how it ends with the option and without. */
function faultOf(full: string, whole: Outcome, without: Outcome): string | undefined {
  if (whole !== 'passed') return `the test does not pass with the option: ${whole}`
  const isSeen = without !== 'passed'
  if (full in unseenOptions) return isSeen ? 'the test sees it, and it is said to be unseen' : undefined
  return isSeen ? undefined : 'the test does not see that the option is gone'
}

function main(): number {
  const wanted = new RegExp(options.only)
  const named = Object.entries(optionTests).filter(([full]) => wanted.test(full))
  if (named.length === 0) throw new Error(`no option is called like ${options.only}`)
  const copy = new StrippedCopy(process.cwd())
  const faults: string[][] = []
  const begun = Date.now()
  try {
    const whole = new Map<string, Outcome>()
    for (const [full, test] of named) {
      const key = test.join(' › ')
      const before = whole.get(key) ?? copy.run(test)
      whole.set(key, before)
      const without = copy.runWithout(full, test)
      const fault = faultOf(full, before, without)
      process.stdout.write(`${full}: ${fault ?? unseenOptions[full] ?? without}\n`)
      if (fault) faults.push([full, fault, test[0]])
    }
  } finally {
    copy.remove()
  }
  const seconds = Math.round((Date.now() - begun) / 1000)
  process.stdout.write(`\n${named.length} options, ${faults.length} wrong, ${seconds} s\n`)
  if (faults.length > 0) process.stdout.write(`${lined(faults)}\n`)
  return faults.length === 0 ? 0 : 1
}

process.exitCode = main()
