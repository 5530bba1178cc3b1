/** What can be launched: one line per lane, each an entry of the build and the flags its Node needs. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The checkout's folder, without a closing slash. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[/\\]$/, '')

/**
 * @typedef {object} Lane
 * @property {string} [entry] file to run, from the root; none: building is all
 * @property {string[]} [flags] for Node, before the entry
 * @property {Record<string, string>} [environment] where the caller's has nothing else
 * @property {boolean} [keepsFolder] runs where the caller stands instead of in the root
 * @property {boolean} [follows] asks the program to stop as soon as the launcher is gone, however that happened
 */

/**
 * Left alone, V8 lets each of the program's threads gather some hundred megabytes of garbage before it
 * looks, and glibc gives each its own heap to leave gaps in.
 * @type {Required<Pick<Lane, 'flags' | 'environment'>>}
 */
const smallMemory = JSON.parse(readFileSync(new URL('./small-memory.json', import.meta.url), 'utf8'))

/** For whoever works on the sources. In a program that serves they take some ten megabytes in each thread. */
const mapped = ['--enable-source-maps']

/** The client of Kafka counts how long it was throttled, which is less than nothing at first. */
const ofKafka = ['--disable-warning=TimeoutNegativeWarning']

/** @type {Record<string, Lane>} */
export const lanes = {
  build: {},
  start: { entry: 'dist/apps/kumppani/main.js', follows: true, ...smallMemory },
  relay: { entry: 'dist/apps/relay/main.js', flags: ofKafka, follows: true },
  command: { entry: 'dist/apps/kumppani/command-line/main.js', keepsFolder: true, follows: true, ...smallMemory },
  test: { entry: 'node_modules/jest/bin/jest.js', flags: [...mapped, '--experimental-vm-modules'] },
  check: { entry: 'dist/test/check/main.js', flags: mapped },
  generate: { entry: 'dist/test/check/generate.js', flags: mapped },
  bench: {
    entry: 'dist/test/bench/main.js',
    flags: [...mapped, ...ofKafka],
    keepsFolder: true,
    follows: true,
  },
  faults: {
    entry: 'dist/test/faults/main.js',
    flags: [...mapped, ...ofKafka],
    follows: true,
  },
  stripped: { entry: 'dist/test/stripped/main.js', flags: mapped, follows: true },
  engines: { entry: 'dist/test/engines/main.js', flags: mapped, follows: true },
  pictures: { entry: 'dist/test/pictures/main.js', flags: mapped, follows: true },
}
