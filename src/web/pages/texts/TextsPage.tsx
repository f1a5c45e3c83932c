import type { TextLine, TextList } from '../../../use-cases/listTexts'
import type { SheetSaved } from '../../../use-cases/saveTextSheet'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { reviewersPath } from './ReviewersPage'
import { SheetDone } from './SheetPage'
import { TextTabs } from './TextTabs'
import { inGroups, isStepText, textName, textPath } from './textName'
import { asTyped } from './valueNames'

export const TEXT_FILTERS = ['all', 'unreviewed', 'changed', 'missing', 'own'] as const
export type TextFilter = (typeof TEXT_FILTERS)[number]

const PASSES: Record<TextFilter, (line: TextLine) => boolean> = {
  all: () => true,
  unreviewed: ({ review, said }) => said !== null && review === 'unreviewed',
  changed: ({ review }) => review === 'changed',
  missing: ({ said }) => said === null,
  own: ({ isOwn, campaigns }) => isOwn || campaigns > 0,
}

export interface TextsPageProps {
  words: Words
  list: TextList
  language: string
  filter: TextFilter
  direction: (language: string) => 'ltr' | 'rtl'
  /** What a spreadsheet has just changed. */
  sheet?: SheetSaved | undefined
}

const PATH = '/texts'

/** Everything that is said to people in one language: what somebody should still read, and what was worded otherwise. */
export function TextsPage(props: TextsPageProps) {
  const { words, list, language, filter } = props
  const { say } = words
  const lines = list.lines.filter(PASSES[filter])
  const ordered = [
    ...lines.filter(({ key }) => isStepText(key)),
    ...lines.filter(({ key }) => !isStepText(key)),
  ]
  return (
    <Layout words={words} title={say('texts:title')} path={PATH} sheets={['texts']}>
      <div class="title">
        <h1>{say('texts:title')}</h1>
        <p class="actions">
          <a class="button" href={`${PATH}/sheet?in=${encodeURIComponent(language)}`}>
            <Icon name="list" /> {say('texts:sheet', { language: words.languageName(language) })}
          </a>
          <a class="button" href={`${PATH}/sheet/in`}>
            <Icon name="upload" /> {say('texts:sheet_in.title')}
          </a>
          <a class="button" href={reviewersPath(language)}>
            <Icon name="eye" /> {say('review:ask.title')}
          </a>
        </p>
      </div>
      <TextTabs path={PATH} words={words} />
      {props.sheet ? <SheetDone words={words} {...props.sheet} /> : null}
      <Progress {...props} />
      <Filters {...props} />
      {lines.length === 0 ? (
        <div class="sheet">
          <Empty>{say(`texts:empty.${filter}`, { language: words.languageName(language) })}</Empty>
        </div>
      ) : null}
      {inGroups(ordered, words).map(([group, own]) => (
        <section class="sheet" key={group} aria-label={group}>
          <h2>{group}</h2>
          <ul>
            {own.map(line => (
              <Row key={line.key} line={line} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}

const queryOf = (language: string, filter: TextFilter) =>
  `${PATH}?in=${encodeURIComponent(language)}${filter === 'all' ? '' : `&show=${filter}`}`

function Progress({ words, list, language, filter }: TextsPageProps) {
  return (
    <nav aria-label={words.say('texts:editor.languages')}>
      <ul class="chips">
        {list.progress.map(({ language: tag, reviewed, all }) => (
          <li key={tag}>
            <a class="chip" href={queryOf(tag, filter)} aria-current={tag === language ? 'true' : undefined}>
              {words.say('texts:progress', { language: words.languageName(tag), reviewed, all })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Filters({ words, list, language, filter }: TextsPageProps) {
  return (
    <nav aria-label={words.say('texts:filters')}>
      <ul class="chips">
        {TEXT_FILTERS.map(one => (
          <li key={one}>
            <a class="chip" href={queryOf(language, one)} aria-current={one === filter ? 'true' : undefined}>
              {words.say(`texts:filter.${one}`)} <b>{list.lines.filter(PASSES[one]).length}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Row({ line, words, language, direction }: { line: TextLine } & TextsPageProps) {
  const { say } = words
  const { key, said, source, isOwn, campaigns, review, reader } = line
  return (
    <li class="text-row">
      <a href={textPath(key, language)}>{textName(key, words).part}</a>
      {said === null ? (
        <p class="pre soft" lang="nl" dir="ltr">
          {asTyped(source, words)}
        </p>
      ) : (
        <p class="pre" lang={language} dir={direction(language)}>
          {asTyped(said, words)}
        </p>
      )}
      <p class="tags">
        {said === null ? (
          <Tag icon="minus" colour="wait">
            {say('texts:state.missing')}
          </Tag>
        ) : (
          <Tag
            icon={review === 'reviewed' ? 'check' : 'eye'}
            colour={review === 'reviewed' ? 'good' : 'quiet'}
          >
            {say(`texts:state.${review}`, { name: reader ?? '' })}
          </Tag>
        )}
        {isOwn ? (
          <Tag icon="words" colour="sea">
            {say('texts:state.own')}
          </Tag>
        ) : null}
        {campaigns > 0 ? (
          <Tag icon="words" colour="sea">
            {say('texts:state.campaigns', { count: campaigns })}
          </Tag>
        ) : null}
      </p>
    </li>
  )
}
