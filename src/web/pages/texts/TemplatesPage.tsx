import { groupBy } from '../../../domain/groupBy'
import type { TemplateRow } from '../../../use-cases/listTemplates'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { ApprovalTag, approvalName } from './ApprovalTag'
import { TextTabs } from './TextTabs'
import { inGroups, isStepText, textName, textPath } from './textName'

export interface TemplatesPageProps {
  words: Words
  rows: readonly TemplateRow[]
  languages: readonly string[]
  /** The one that somebody looks at; absent: all beside each other, where there is room. */
  language?: string | undefined
  /** How many nobody has asked for yet. */
  open: number
  campaignName: (campaign: string) => string
  /** A text that may be worded has a page. */
  isWritten: (key: string) => boolean
  /** How many were handed in just now. */
  asked?: number | undefined
  away?: boolean
}

const PATH = '/templates'

/** Everything that may leave unasked, and what WhatsApp thinks of it in each language. */
export function TemplatesPage(props: TemplatesPageProps) {
  const { words, rows, open, asked, away, language } = props
  const { say } = words
  return (
    <Layout words={words} title={say('nav.templates')} path={PATH} sheets={['texts']}>
      <h1>{say('nav.templates')}</h1>
      <TextTabs path={PATH} words={words} />
      {asked === undefined ? null : (
        <Strip kind="done">{say('texts:approval.asked', { count: asked })}</Strip>
      )}
      {away ? <Strip kind="wrong">{say('texts:approval.away')}</Strip> : null}
      <p>{say('texts:approval.why')}</p>
      <form method="post" action={PATH} class="actions">
        {open > 0 ? (
          <button type="submit" name="do" value="ask" class="first">
            {say('texts:approval.ask', { count: open })}
          </button>
        ) : null}
        <button type="submit" name="do" value="look">
          {say('texts:approval.look')}
        </button>
      </form>
      {rows.length === 0 ? <Empty>{say('texts:approval.none_yet')}</Empty> : null}
      <ByLanguage {...props} />
      <div class={language === undefined ? 'templates every' : 'templates'}>
        <Matrix
          title={say('texts:approval.steps')}
          {...props}
          rows={rows.filter(({ key }) => isStepText(key))}
        />
        <details>
          <summary>{say('texts:approval.dialogs')}</summary>
          <Matrix
            title={say('texts:approval.dialogs')}
            {...props}
            rows={rows.filter(({ key }) => !isStepText(key))}
          />
        </details>
      </div>
    </Layout>
  )
}

/** How many stand how in each language; a phone shows one language at a time. */
function ByLanguage({ words, rows, languages, language }: TemplatesPageProps) {
  const counted = (tag: string) => {
    const names = rows
      .flatMap(({ cells }) => cells[tag] ?? [])
      .map(cell => approvalName(cell.standing, words))
    return [...groupBy(names, name => name)].map(([name, all]) => `${name} ${all.length}`).join(' · ')
  }
  return (
    <nav aria-label={words.say('texts:editor.languages')}>
      <ul class="by-language">
        {languages.map(tag => (
          <li key={tag}>
            <a
              href={`${PATH}?in=${encodeURIComponent(tag)}`}
              aria-current={tag === language ? 'true' : undefined}
            >
              {words.languageName(tag)}
            </a>
            <small class="soft">{counted(tag)}</small>
          </li>
        ))}
        {language === undefined ? null : (
          <li class="side-by-side">
            <a href={PATH}>{words.say('texts:approval.every')}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function Matrix(props: TemplatesPageProps & { title: string }) {
  const { words, rows, title, language, languages: all } = props
  const languages = language === undefined ? all : [language]
  return (
    <section class={language === undefined ? 'sheet matrix' : 'sheet matrix one'} aria-label={title}>
      <table>
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('texts:approval.text')}</th>
            {languages.map(language => (
              <th scope="col" key={language}>
                {words.languageName(language)}
              </th>
            ))}
          </tr>
        </thead>
        {inGroups(rows, words).map(([group, own]) => (
          <tbody key={group}>
            <tr class="group">
              <th scope="rowgroup" colSpan={languages.length + 1}>
                {group}
              </th>
            </tr>
            {own.map(row => (
              <Row
                key={`${row.campaign}|${row.reminds}|${row.key}`}
                row={row}
                {...props}
                languages={languages}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Row({ row, words, languages, campaignName, isWritten }: { row: TemplateRow } & TemplatesPageProps) {
  const { key, reminds, campaign, cells } = row
  const { part } = textName(key, words)
  return (
    <tr>
      <th scope="row">
        {part}
        {reminds ? <small>{words.say('texts:approval.reminds')}</small> : null}
        {campaign === undefined ? null : (
          <small>
            <bdi>{campaignName(campaign)}</bdi>
          </small>
        )}
      </th>
      {languages.map(language => {
        const cell = cells[language]
        if (!cell) return <td key={language}>–</td>
        return (
          <td key={language}>
            <ApprovalTag standing={cell.standing} words={words} />
            {cell.standing.reason ? (
              <small>
                {words.say('texts:approval.their_words')} <q lang="en">{cell.standing.reason}</q>
              </small>
            ) : null}
            {isWritten(key) ? (
              <small>
                <a href={textPath(key, language)}>{words.say('texts:approval.words')}</a>
              </small>
            ) : null}
          </td>
        )
      })}
    </tr>
  )
}
