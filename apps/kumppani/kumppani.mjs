#!/usr/bin/env node
/** `npx kumppani <command>`: the command line, launched like everything else, in the folder of whoever calls it. */
import { launch } from './launch.mjs'

const [command, ...options] = process.argv.slice(2)
// The bench loads a program from outside, so it is none of the program's own commands.
process.exitCode = command === 'bench' ? await launch('bench', options) : await launch('command', process.argv.slice(2))
