/** What a procedure says of itself by the command that it dispatches, so that nothing of a slice is said twice. */
import type { PayloadClass, RefusalTexts, Registry } from '#kernel'

/**
 * The payload of a command, and what its slice refuses.
 * @throws Error when there is no such command
 */
export function ofCommand(
  { deciders, slices }: Registry,
  category: string,
  command: string,
): { payload: PayloadClass<object>; refusals: RefusalTexts } {
  const spec = deciders.get(category)?.commands[command]
  if (!spec) throw new Error(`there is no command ${category}.${command}`)
  const slice = slices.find((one) => one.deciders.some((decider) => decider.category === category))
  return { payload: spec.payload, refusals: Object.assign({}, ...(slice?.refusals ?? []).map(({ texts }) => texts)) }
}
