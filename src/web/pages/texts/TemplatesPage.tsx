import type { TemplateRow } from '../../../use-cases/listTemplates'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { ApprovalTag } from './ApprovalTag'
import { TextTabs } from './TextTabs'
import { isStepText, textName, textPath } from './textName'

export interface TemplatesPageProps {
  words: Words
  rows: readonly TemplateRow[]
  languages: readonly string[]
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
  const { words, rows, open, asked, away } = props
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
    </Layout>
  )
}

function Matrix(props: TemplatesPageProps & { title: string }) {
  const { words, rows, languages, title } = props
  const groups = [...new Set(rows.map(({ key }) => textName(key, words).group))]
  return (
    <section class="sheet matrix" aria-label={title}>
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
        {groups.map(group => (
          <tbody key={group}>
            <tr class="group">
              <th scope="rowgroup" colSpan={languages.length + 1}>
                {group}
              </th>
            </tr>
            {rows
              .filter(({ key }) => textName(key, words).group === group)
              .map(row => (
                <Row key={`${row.campaign}|${row.reminds}|${row.key}`} row={row} {...props} />
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
