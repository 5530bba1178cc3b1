/** Where the application itself did not come: the page says so with what it has. */
import { reader } from '../../api/client.js'
import { languageOf } from '../../language/languages.js'
import { loadAgain, whenThere } from './line.js'
import { unloadedTexts } from './texts.js'

export function sayUnloaded(): void {
  const { title, said, again } = unloadedTexts[languageOf([reader.language])]
  const main = document.createElement('main')
  main.setAttribute('role', 'alert')
  main.className = 'unloaded'
  const [heading, sentence, button] = (['h1', 'p', 'button'] as const).map((name) => document.createElement(name))
  heading?.append(title)
  sentence?.append(said)
  button?.append(again)
  button?.addEventListener('click', () => void loadAgain())
  main.append(...[heading, sentence, button].flatMap((element) => element ?? []))
  document.getElementById('root')?.replaceChildren(main)
  whenThere(() => location.reload())
}
