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
export function mongodbPython(): string | undefined {
  const folder = mongodbFolder()
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
