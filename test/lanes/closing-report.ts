/**
 * What a test run ends with: the slowest tests, every skipped test with its reason, and one last line
 * of three numbers for whoever reads only that (our CI does).
 */
const slowestShown = 10
const slowFromMs = 500

interface TestOutcome {
  fullName: string
  status: string
  duration?: number | null
}
type Seen = TestOutcome & { file: string }

/** The part of Jest's results that is read here. */
interface RunOutcome {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numRuntimeErrorTestSuites: number
  testResults: { testFilePath: string; testResults: TestOutcome[] }[]
}

/** Named in package.json. @public */
export default class ClosingReport {
  onRunComplete(_contexts: unknown, results: RunOutcome): void {
    const tests = results.testResults.flatMap((file) =>
      file.testResults.map((test) => ({ ...test, file: file.testFilePath.replace(/^.*\/dist\//, '') })),
    )
    // Jest writes its own summary after every reporter; the exit comes after that.
    process.once('exit', () => process.stdout.write(closingText(tests, results)))
  }
}

function closingText(tests: Seen[], results: RunOutcome): string {
  // A file that does not load has no tests to count, and must not pass for none failed.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  const skipped = results.numPendingTests + results.numTodoTests
  const numbers = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`
  return [...slowest(tests), ...skippedOf(tests), '', numbers, ''].join('\n')
}

function slowest(tests: Seen[]): string[] {
  const slow = tests
    .map((test) => ({ name: `${test.file} › ${test.fullName}`, durationMs: test.duration ?? 0 }))
    .filter((test) => test.durationMs >= slowFromMs)
    .sort((one, other) => other.durationMs - one.durationMs)
    .slice(0, slowestShown)
  if (slow.length === 0) return []
  return ['', 'Slowest tests', ...slow.map((test) => `  ${String(test.durationMs).padStart(6)} ms  ${test.name}`)]
}

/** The reason is part of the name: see describeWhen. */
function skippedOf(tests: Seen[]): string[] {
  const names = tests.filter((test) => test.status === 'pending' || test.status === 'todo').map((test) => test.fullName)
  return names.length === 0 ? [] : ['', 'Skipped', ...names.map((name) => `  ${name}`)]
}
