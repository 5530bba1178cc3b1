/** What is known of a person, and who looked at it, when and why. */
import { getRouteApi } from '@tanstack/react-router'
import { question } from '../../../api/questions.js'
import { Answered } from '../../../components/answered.js'
import { nameOf } from '../../../components/name.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../reader/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { isOffered } from '../offers/offers.js'
import { personTexts } from '../texts/person-texts.js'
import { Consents, Facts, KnownBy, Posts } from './known.js'
import { Looked } from './looked.js'
import person from './person.module.css'

const route = getRouteApi('/audit/person/$id')

export function Person() {
  const me = useMe()
  return isOffered('replay', me) ? <Known looks={isOffered('log', me)} /> : <NotYours />
}

function Known({ looks }: { looks: boolean }) {
  const say = useTexts(personTexts)
  const formats = useFormats()
  const { id } = route.useParams()
  return (
    <main className={page.page}>
      <Answered page of={question('/api/v1/contacts/{id}', { path: { id } })}>
        {(contact) => (
          <>
            <Head title={say('personTitle', { name: nameOf(contact.name) ?? say('aPerson') })} />
            {contact.erased && (
              <p className={styles.caution}>
                {say('erased')} {contact.erasedAt && formats.day(contact.erasedAt)}. {say('erasedAbout')}
              </p>
            )}
            <div className={person.columns}>
              <div>
                <Facts of={contact} />
                <Posts of={contact.posts} />
                <KnownBy of={contact.knownBy} />
                <Consents of={contact.consents} />
              </div>
              {looks && <Looked id={id} />}
            </div>
          </>
        )}
      </Answered>
    </main>
  )
}
