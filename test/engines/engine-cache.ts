/** Where engines that tests start are kept: once for all checkouts of this machine, outside of them. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A server of MongoDB's protocol over WiredTiger, for tests alone; as Python's package index has it. */
export const mongodbPackage = 'SecantusDB==0.7.0b3'

/** `XDG_CACHE_HOME` of whoever runs the tests, as programs that cache understand it. */
export const engineCache = (): string => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kumppani')

/** The folder of the environment that the package is installed into. */
export const mongodbFolder = (): string => join(engineCache(), mongodbPackage.replaceAll(/[^\w.]+/g, '-').toLowerCase())

/** The interpreter that has the package; undefined where it was not fetched. */
export const mongodbPython = (): string | undefined => pythonIn(mongodbFolder())

/** The same server, several times faster and more like MongoDB's own: as its crate, which takes minutes to be built. */
export const mongodbCrate = { name: 'secantus-mdb', version: '0.5.3-beta.196' } as const

/** The folder that it is built into. */
export const mongodbBuiltFolder = (): string => join(engineCache(), `${mongodbCrate.name}-${mongodbCrate.version}`)

/** The program; undefined where it was not built. */
export function mongodbProgram(): string | undefined {
  const program = join(mongodbBuiltFolder(), 'bin', 'secantusd-rs')
  // Put there by Cargo once it is whole.
  return existsSync(program) ? program : undefined
}

/** What the programs of the guide for BI teams take, as the guide says. */
export const guidePackages = ['confluent-kafka==2.16.1', 'duckdb==2.0.1', 'tzdata==2026.6'] as const

/** The folder of the environment that they are installed into. */
export const guideFolder = (): string =>
  join(
    engineCache(),
    guidePackages
      .join('-')
      .replaceAll(/[^\w.]+/g, '-')
      .toLowerCase(),
  )

export const guidePython = (): string | undefined => pythonIn(guideFolder())

/** The interpreter of a virtual environment; undefined where it was not fetched. */
function pythonIn(folder: string): string | undefined {
  const pythons = [join(folder, 'bin', 'python'), join(folder, 'Scripts', 'python.exe')]
  // Written last, so that a fetch that was broken off is none.
  return existsSync(join(folder, 'fetched')) ? pythons.find((python) => existsSync(python)) : undefined
}

/** Apache Kafka, for tests alone; as Maven Central has it. */
export const kafkaVersion = '4.3.1'

/** The folder that its jars are put into. */
export const kafkaFolder = (): string => join(engineCache(), `kafka-${kafkaVersion}`)

/** What Java is to look for classes in; undefined where the jars were not fetched. */
export const kafkaClasses = (): string | undefined =>
  // Written last, as above.
  existsSync(join(kafkaFolder(), 'fetched')) ? join(kafkaFolder(), 'libs', '*') : undefined
