/**
 * Rules of fields in the words of class-validator, which says what is wrong with a field that does not fit. They are
 * put on their classes, and class-validator is loaded, once the first input does not fit: every thread would hold
 * thousands of rules, and most threads never ask for a sentence. Whoever answers others has them from the start.
 */
import { createRequire } from 'node:module'

type ClassValidator = typeof import('class-validator')

/** A rule of a field, made by class-validator. */
export type Rule = (of: ClassValidator) => PropertyDecorator

const require = createRequire(import.meta.url)
let waiting: { target: object; key: string; rule: Rule }[] = []

/** Puts a rule on a property of a class. */
export function putRule(target: object, key: string, rule: Rule): void {
  waiting.push({ target, key, rule })
}

/** Class-validator, with every rule put on its class. */
export function validating(): ClassValidator {
  const validator: ClassValidator = require('class-validator')
  const putting = waiting
  waiting = []
  for (const { target, key, rule } of putting) rule(validator)(target, key)
  return validator
}
