/** Parts of the application that are fetched while it is used, and that may not come. */

/** A part did not come: the line is cut, or a newer build is served meanwhile. */
export class Unloaded extends Error {}

/** Addresses of styles that did not come. */
const missing = new Set<string>()

/**
 * A part that is on its way, and the styles that it needs.
 * @throws Unloaded when it does not come
 */
export async function fetched<T>(part: Promise<T>): Promise<T> {
  try {
    const come = await part
    await Promise.all([...missing].map(style))
    return come
  } catch (error) {
    throw new Unloaded(String(error))
  }
}

/** What fetches parts takes styles for being there that it has asked for once; so those that failed are asked for here. */
export function noticeMissingStyles(): void {
  const notice = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return
    missing.add(target.href)
    target.remove()
  }
  addEventListener('error', notice, { capture: true })
}

function style(href: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  return new Promise((done, fail) => {
    link.addEventListener('load', () => {
      missing.delete(href)
      done()
    })
    link.addEventListener('error', () => fail(new Error(href)))
    document.head.append(link)
  })
}
