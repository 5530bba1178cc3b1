/** Which command somebody means by the beginnings of its words. */

/** Whether every word that is typed begins a word of a name. */
export function isMeant(typed: string, name: string): boolean {
  const words = name.toLowerCase().split(/[\s:–-]+/)
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((begun) => words.some((word) => word.startsWith(begun)))
}
