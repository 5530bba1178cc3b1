/** What suites that run programs of Python go by. */
import { spawnSync } from 'node:child_process'
import type { Condition } from '#test/lanes/describe-when.js'
import { guidePython } from './engine-cache.js'

/** An interpreter with nothing but its own library. */
export const hasPython: Condition = {
  holds: spawnSync('python3', ['--version']).status === 0,
  otherwise: 'no python3 on the path',
}

/** The packages that the guide for BI teams names. */
export const hasGuidePackages: Condition = {
  holds: guidePython() !== undefined,
  otherwise: 'no packages of the guide for BI teams: run "npm run engines" once',
}
