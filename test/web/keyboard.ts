/** A person at a keyboard: goes where they want to be by Tab, as nobody can point. */
import type { Page } from 'playwright-core'

const mostTabs = 120

/** What has the focus, as it is called. */
const nameOfFocused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const at = document.activeElement
    if (!at || at === document.body) return ''
    const labels = at.labels ? [...at.labels].map(label => label.innerText).join(' ') : ''
    return (at.getAttribute('aria-label') || labels || at.innerText || '').trim()
  })()`)

/**
 * Goes on by Tab, or back, until something that is called so has the focus.
 * @throws Error when nothing is called so
 */
export async function tabTo(page: Page, name: string | RegExp, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = (called: string) => (typeof name === 'string' ? called.startsWith(name) : name.test(called))
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press(by)
    if (isThere(await nameOfFocused(page))) return
  }
  throw new Error(`${mostTabs} times ${by} did not lead to ${name}`)
}

/** Goes to a link or button by Tab, and does what it does. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

const mostOptions = 40

/** Opens a choice that is called so, and takes one of its options by the arrows. */
export async function choose(page: Page, name: string | RegExp, option: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Space')
  for (const way of ['ArrowUp', 'ArrowDown']) {
    for (let steps = 0; steps < mostOptions; steps++) {
      if ((await nameOfFocused(page)) === option) return page.keyboard.press('Enter')
      await page.keyboard.press(way)
    }
  }
  throw new Error(`${name} offers no ${option}`)
}
