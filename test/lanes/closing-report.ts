/**
 * What a test run ends with: the slowest tests and files, every skipped test with its reason, every failed
 * one by name, and one last line of three numbers for whoever reads only that (our CI does).
 */
const slowestShown = 10
const slowFromMs = 500
const slowFileFromMs = 10_000

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
  testResults: FileOutcome[]
}

interface FileOutcome {
  testFilePath: string
  testResults: TestOutcome[]
  /** In ms since 1970: from before its modules load. */
  perfStats: { start: number; end: number }
}

/** Named in package.json. @public */
export default class ClosingReport {
  onRunComplete(_contexts: unknown, results: RunOutcome): void {
    const tests = results.testResults.flatMap((file) =>
      file.testResults.map((test) => ({ ...test, file: nameOf(file) })),
    )
    // Jest writes its own summary after every reporter; the exit comes after that.
    process.once('exit', () => process.stdout.write(closingText(tests, results)))
  }
}

function nameOf({ testFilePath }: FileOutcome): string {
  return testFilePath.replace(/^.*\/dist\//, '')
}

function closingText(tests: Seen[], results: RunOutcome): string {
  // A file that does not load has no tests to count, and must not pass for none failed.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  const skipped = results.numPendingTests + results.numTodoTests
  const numbers = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`
  return [
    ...slowest('Slowest tests', slowFromMs, tests.map(timedTest)),
    ...slowest('Slowest files', slowFileFromMs, results.testResults.map(timedFile)),
    ...named(
      'Skipped',
      tests.filter(isSkipped).map(({ fullName }) => fullName),
    ),
    ...named('Failed', [...tests.filter(isFailed).map(placed), ...results.testResults.filter(hasNoTests).map(nameOf)]),
    '',
    numbers,
    '',
  ].join('\n')
}

interface Timed {
  name: string
  durationMs: number
}

function timedTest(test: Seen): Timed {
  return { name: placed(test), durationMs: test.duration ?? 0 }
}

function timedFile(file: FileOutcome): Timed {
  return { name: nameOf(file), durationMs: file.perfStats.end - file.perfStats.start }
}

function slowest(title: string, fromMs: number, of: Timed[]): string[] {
  const slow = of
    .filter(({ durationMs }) => durationMs >= fromMs)
    .sort((one, other) => other.durationMs - one.durationMs)
    .slice(0, slowestShown)
  return named(
    title,
    slow.map(({ name, durationMs }) => `${String(durationMs).padStart(6)} ms  ${name}`),
  )
}

function placed({ file, fullName }: Seen): string {
  return `${file} › ${fullName}`
}

/** The reason is part of the name: see describeWhen. */
function isSkipped({ status }: TestOutcome): boolean {
  return status === 'pending' || status === 'todo'
}

function isFailed({ status }: TestOutcome): boolean {
  return status === 'failed'
}

/** A file that does not load. */
function hasNoTests({ testResults }: FileOutcome): boolean {
  return testResults.length === 0
}

function named(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}
