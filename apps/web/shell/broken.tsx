/** Stands where a screen could not be shown: a newer build is served meanwhile, or a fault is ours. */
import { Button } from '../components/button.js'
import { useTexts } from '../language/language.js'
import page from '../look/page.module.css'
import { shellTexts } from './texts.js'

export function Broken({ error }: { error: unknown }) {
  const say = useTexts(shellTexts)
  return (
    <main className={page.page} role="alert">
      <title>Kumppani</title>
      <h1>{say('broken')}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p>
        <Button primary onClick={() => location.reload()}>
          {say('reload')}
        </Button>
      </p>
    </main>
  )
}
