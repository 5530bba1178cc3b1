#!/usr/bin/env node
/** `npx kumppani <command>`: the command line, launched like everything else, in the folder of whoever calls it. */
import { launch } from './launch.mjs'

process.exitCode = await launch('command', process.argv.slice(2))
