/** One sheet before a meeting: black on white in every theme, each line with its sources, printed on one page. */
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type Answer, question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { Button, buttonLink } from '../../components/button.js'
import { isForPage, useKeys } from '../../components/keys.js'
import { PersonalValue } from '../../components/name.js'
import { EventSheet } from '../../history/event/event-sheet.js'
import { EventLink } from '../../history/event-link.js'
import { OwnWords } from '../../history/own-words.js'
import { useFormats, useTexts } from '../../language/language.js'
import styles from './brief.module.css'
import { sourcesOf } from './sources.js'
import { briefTexts } from './texts.js'

const route = getRouteApi('/customers/$id/brief')

type BriefOf = Answer<'/api/v1/customers/{id}/brief'>
type Section = BriefOf['sections'][number]
type Line = Section['lines'][number]

export function Brief() {
  const say = useTexts(briefTexts)
  const { id } = route.useParams()
  const { event, ...moment } = route.useSearch()
  const navigate = useNavigate({ from: '/customers/$id/brief' })
  useKeys((pressed) => {
    if (pressed.key !== 'Escape' || !isForPage(pressed)) return
    void navigate({ to: '/customers/$id', params: { id }, search: moment })
  })
  return (
    <main className={styles.desk}>
      <div className={styles.tools}>
        <Link to="/customers/$id" params={{ id }} search={moment} className={buttonLink}>
          {say('back')}
        </Link>
        <Button primary onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
      <Answered page of={question('/api/v1/customers/{id}/brief', { path: { id }, query: moment })}>
        {(brief) => <Paper of={brief} knownAt={moment.knownAt} />}
      </Answered>
      {event !== undefined && (
        <EventSheet
          event={event}
          of={{ customer: id }}
          moment={moment}
          onClose={() => void navigate({ search: moment, replace: true, resetScroll: false })}
        />
      )}
    </main>
  )
}

interface PaperProps {
  of: BriefOf
  /** As we knew it: ISO day or instant. */
  knownAt: string | undefined
}

function Paper({ of: { customer, sentence, at, sections, stopped }, knownAt }: PaperProps) {
  const say = useTexts(briefTexts)
  const formats = useFormats()
  const sources = sourcesOf(sections)
  const known = sections.filter(({ lines }) => lines.length > 0)
  const unknown = sections.flatMap(({ lines, nothing }) => (lines.length === 0 && nothing ? [nothing] : []))
  return (
    <article className={styles.paper}>
      <header className={styles.head}>
        <title>{`${customer.name ?? customer.id} · ${say('brief')} · Kumppani`}</title>
        <h1>{customer.name ?? customer.id}</h1>
        <p className={styles.at}>
          {say('at', { at: formats.moment(at) })}
          {knownAt && ` · ${say('known', { on: formats.moment(knownAt) })}`}
        </p>
      </header>
      <p className={styles.sentence}>{sentence}</p>
      {stopped && <p className={styles.stopped}>{stopped.sentence}</p>}
      <div className={styles.sections}>
        {known.map((section) => (
          <section key={section.topic} className={styles.section}>
            <h2>{section.heading}</h2>
            <ul>
              {section.lines.map((line, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never move
                <LineOf key={place} line={line} topic={section.topic} sources={sources} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {unknown.length > 0 && <p className={styles.unknown}>{unknown.join(' ')}</p>}
    </article>
  )
}

interface LineProps {
  line: Line
  topic: Section['topic']
  sources: ReturnType<typeof sourcesOf>
}

function LineOf({ line, topic, sources }: LineProps) {
  const say = useTexts(briefTexts)
  const { text, quote, language, gist, who, record } = line
  const isPerson = topic === 'people'
  // Who leads is told by name, which ends the sentence.
  const isName = topic === 'standing' && record !== undefined
  return (
    <li>
      {isPerson && quote !== undefined && (
        <>
          <b>
            <PersonalValue of={quote} />
          </b>{' '}
        </>
      )}
      <span className={quote === undefined ? undefined : styles.label}>{text}</span>
      {!isPerson && quote !== undefined && (
        <>
          {isName || /[.:]$/.test(text) ? ' ' : ': '}
          <span className={styles.quote}>
            <OwnWords of={quote} language={language} gist={gist} />
          </span>
        </>
      )}
      {quote === undefined && gist !== undefined && (
        <span className={styles.quote}>
          {' · '}
          <PersonalValue of={gist} />
        </span>
      )}
      {who && (
        <span className={styles.who}>
          {' · '}
          {who.name === undefined ? who.id : <PersonalValue of={who.name} />}
        </span>
      )}
      {sources(line).map(({ number, position }) => (
        <sup key={position} className={styles.source}>
          <EventLink to={position} label={say('source', { number })}>
            {number}
          </EventLink>
        </sup>
      ))}
    </li>
  )
}
