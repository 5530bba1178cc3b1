/** A page whose code did not come: says so, and comes by itself when the server is there again. */
import { useEffect } from 'react'
import { Button } from '../../components/button.js'
import { useLanguage } from '../../language/language.js'
import page from '../../look/page.module.css'
import styles from '../shell.module.css'
import { loadAgain, whenThere } from './line.js'
import { unloadedTexts } from './texts.js'

export function UnloadedPage() {
  const { title, said, again } = unloadedTexts[useLanguage()]
  useEffect(() => whenThere(() => location.reload()), [])
  return (
    <main className={`${page.page} ${styles.alone}`} role="alert">
      <title>Kumppani</title>
      <h1>{title}</h1>
      <p>{said}</p>
      <p>
        <Button primary onClick={() => void loadAgain()}>
          {again}
        </Button>
      </p>
    </main>
  )
}
