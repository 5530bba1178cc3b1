/** Whether the server can be reached, looked at again and again: a page that could not be loaded comes by itself. */

const lookAgainMs = 2000
/** A page that does not come over a line that is not cut is loaded once by itself, and then by its reader. */
const oftenMs = 60_000
const storedAs = 'kumppani loaded anew'

const isThere = (): Promise<boolean> =>
  fetch('/icon.svg', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** @returns whether it may be loaded by itself, where nobody has seen the line cut */
function isFirst(): boolean {
  const last = Number(sessionStorage.getItem(storedAs) ?? 0)
  sessionStorage.setItem(storedAs, String(Date.now()))
  return Date.now() - last > oftenMs
}

/**
 * Looks until the server is there.
 * @param come it is
 * @returns how to call it off
 */
export function whenThere(come: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOff = false
  const look = async (wasCut: boolean) => {
    const is = navigator.onLine && (await isThere())
    if (isOff) return
    if (!is) timer = setTimeout(() => void look(true), lookAgainMs)
    else if (wasCut || isFirst()) come()
  }
  void look(false)
  return () => {
    isOff = true
    clearTimeout(timer)
  }
}

/** Loads the page anew where the server is there: else the browser would show a page of its own in place of this one. */
export async function loadAgain(): Promise<void> {
  if (await isThere()) location.reload()
}
