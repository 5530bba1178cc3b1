/** Whether the words of a picture can be read: none over another, none beyond the edge of the page, none too small. */
import type { Page } from 'playwright-core'

/** What cannot be read in the score, each with its words; nothing where all can. */
export const unreadableIn = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const apart = 0.5
    const leastPx = 11
    const picture = document.querySelector('svg[role=img]')
    if (!picture) return ['no picture']
    const parts = [...picture.querySelectorAll('text')].flatMap((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      return right > left ? [{ words: text.textContent, text, left, right, top, bottom }] : []
    })
    const width = document.documentElement.clientWidth
    const found = []
    for (const [n, one] of parts.entries()) {
      if (one.left < 0 || one.right > width) found.push('beyond the page: ' + one.words)
      if (parseFloat(getComputedStyle(one.text).fontSize) < leastPx) found.push('too small: ' + one.words)
      for (const other of parts.slice(n + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        // Lines of small type are taller than their letters.
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) - 5
        if (across > apart && down > apart) found.push(one.words + ' over ' + other.words)
      }
    }
    for (let at = picture; at; at = at.parentElement)
      if (Number(getComputedStyle(at).opacity) < 1) found.push('faint: ' + at.tagName)
    for (const { text, words } of parts)
      for (let at = text; at !== picture; at = at.parentElement)
        if (Number(getComputedStyle(at).opacity) < 1) found.push('faint: ' + words)
    return found
  })()`)
