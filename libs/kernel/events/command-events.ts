/** What is written down of a command whose body decides the record it is about, before its events are. */
import { Label } from '../fields/decorators.js'
import { defineEvents } from './define-events.js'

export class CommandDirected {
  /** Where its events stand. */
  @Label({ max: 200 }) stream!: string
}

export const commandEvents = defineEvents('command', {
  directed: { payload: CommandDirected, version: 1, examples: [{ stream: 'identifier-c7k2m9q4x1z8w3v5' }] },
})
