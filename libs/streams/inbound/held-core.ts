/**
 * The way in, as long as the partition is held: whoever was paused and has lost it meanwhile decides by what it read
 * before, and may write no more. Asked between the two, on every way by which something is recorded.
 */
import type { ImportPorts } from '#imports'

export function heldCore(core: ImportPorts['core'], requireHeld: () => void): ImportPorts['core'] {
  return {
    viewer: (member) => core.viewer(member),
    ports: core.ports,
    dispatch: async (...command) => {
      requireHeld()
      return core.dispatch(...command)
    },
    dispatchAll: async (commands) => {
      requireHeld()
      return core.dispatchAll(commands)
    },
    correct: async (...correction) => {
      requireHeld()
      return core.correct(...correction)
    },
  }
}
