import type { SheetReading } from '../../../use-cases/checkTextSheet'
import type { SheetSaved } from '../../../use-cases/saveTextSheet'
import { Empty } from '../../components/Empty'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { problemWords } from './Checks'
import { textName } from './textName'

const PATH = '/texts/sheet/in'

interface PageProps {
  words: Words
  wrong?: Wrong
}

/** Which spreadsheet came back. */
export function SheetPage({ words, wrong = {} }: PageProps) {
  const { say } = words
  const title = say('texts:sheet_in.title')
  return (
    <Layout words={words} title={title} path={PATH} sheets={['texts']}>
      <p>
        <a href="/texts">{say('texts:title')}</a>
      </p>
      <h1>{title}</h1>
      <ToFix wrong={wrong} words={words} />
      <form method="post" action={PATH} encType="multipart/form-data" class="form sheet">
        <p>{say('texts:sheet_in.intro')}</p>
        <Field
          name="file"
          label={say('texts:sheet_in.file')}
          help={say('texts:sheet_in.help')}
          wrong={wrong.file}
        >
          {ids => <input {...ids} type="file" accept=".xlsx,.csv" required />}
        </Field>
        <p class="actions">
          <button type="submit" class="first">
            <Icon name="upload" /> {say('texts:sheet_in.look')}
          </button>
          <a href="/texts">{say('texts:sheet_in.back')}</a>
        </p>
      </form>
    </Layout>
  )
}

export interface SheetCheckProps {
  words: Words
  reading: Extract<SheetReading, { ok: true }>
  direction: 'ltr' | 'rtl'
}

/** What it would change and what it cannot, before anything is written. */
export function SheetCheckPage({ words, reading, direction }: SheetCheckProps) {
  const { say } = words
  const { language } = reading
  const { changes, wrong, same } = reading.check
  const name = words.languageName(language)
  const title = say('texts:sheet_in.check', { language: name })
  const kept = changes.map(({ key, text, rev }) => ({ key, text, rev }))
  const nameOf = (key: string) => {
    const { group, part } = textName(key, words)
    return `${group}: ${part}`
  }
  return (
    <Layout words={words} title={title} path={PATH} sheets={['texts']}>
      <p>
        <a href={PATH}>{say('texts:sheet_in.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {say('texts:sheet_in.changes', { count: changes.length })}{' '}
        {say('texts:sheet_in.same', { count: same })}
      </p>
      {wrong.length > 0 ? (
        <section class="sheet" aria-labelledby="wrong">
          <h2 id="wrong">{say('texts:sheet_in.wrong', { count: wrong.length })}</h2>
          <ul>
            {wrong.map(({ row, key, why }) => (
              <li key={row} class="text-row">
                <strong>{say('texts:sheet_in.row', { row })}</strong>{' '}
                {why === 'unknown' ? (
                  <>
                    {say('texts:sheet_in.unknown')} <bdi>{key}</bdi>
                  </>
                ) : (
                  nameOf(key)
                )}
                {why === 'twice' ? <p>{say('texts:sheet_in.twice')}</p> : null}
                {typeof why === 'string'
                  ? null
                  : why.map(problem => <p key={problem.problem}>{problemWords(problem, words)}</p>)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {changes.length === 0 ? (
        <div class="sheet">
          <Empty>{say('texts:sheet_in.nothing')}</Empty>
        </div>
      ) : (
        <form method="post" action="/texts/sheet/save" encType="multipart/form-data" class="form sheet">
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="changes" value={JSON.stringify(kept)} />
          <ul>
            {changes.map(({ row, key, said, text, problems }) => (
              <li key={row} class="text-row">
                <strong>{nameOf(key)}</strong>
                {said === null ? null : (
                  <p class="pre soft">
                    <del lang={language} dir={direction}>
                      {said}
                    </del>
                  </p>
                )}
                <p class="pre">
                  <ins lang={language} dir={direction}>
                    {text}
                  </ins>
                </p>
                {problems.map(problem => (
                  <p key={problem.problem} class="soft">
                    <Icon name="bulb" /> {problemWords(problem, words)}
                  </p>
                ))}
              </li>
            ))}
          </ul>
          <p class="soft">{say('texts:sheet_in.approval')}</p>
          <p class="actions">
            <button type="submit" class="first">
              {say('texts:sheet_in.save', { count: changes.length })}
            </button>
            <a href="/texts">{say('texts:sheet_in.back')}</a>
          </p>
        </form>
      )}
    </Layout>
  )
}

/** What was kept, and what somebody else wrote meanwhile. */
export function SheetDone({ words, saved, left }: SheetSaved & { words: Words }) {
  const { say } = words
  const names = left.map(key => {
    const { group, part } = textName(key, words)
    return `${group}: ${part}`
  })
  return (
    <>
      <Strip kind="done">{say('texts:sheet_in.saved', { count: saved })}</Strip>
      {left.length > 0 ? (
        <Strip kind="wrong">{say('texts:sheet_in.left', { texts: words.list(names) })}</Strip>
      ) : null}
    </>
  )
}
