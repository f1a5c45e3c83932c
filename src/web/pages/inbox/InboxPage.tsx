import { INBOX_TABS } from '../../../domain/inbox/thread'
import type { Texts } from '../../../ports/texts'
import type { InboxReading, InboxRow } from '../../../use-cases/readInbox'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Live } from '../../components/Live'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { initials } from '../today/WaitingPeople'
import { Said } from './Said'

interface InboxProps {
  reading: InboxReading
  words: Words
  texts: Pick<Texts, 'direction'>
}

/** Conversations, by what one can do with them; who waits longest comes first. */
export function InboxPage({ reading, words, texts }: InboxProps) {
  const { tab, rows, counts } = reading
  const { waiting, mine } = counts
  const path = tab === 'waiting' ? '/inbox' : `/inbox?tab=${tab}`
  return (
    <Layout words={words} title={words.say('nav.inbox')} path="/inbox" sheets={['today', 'inbox']}>
      <Live id="inbox" path={path} seconds={15}>
        <div class="inbox-list">
          <h1>
            {waiting > 0
              ? words.say('inbox:people_wait', { count: waiting })
              : words.say('inbox:nobody_waits')}
          </h1>
          <nav aria-label={words.say('nav.parts')}>
            <ul class="chips">
              {INBOX_TABS.map(one => (
                <li key={one}>
                  <a
                    class="chip"
                    href={one === 'waiting' ? '/inbox' : `/inbox?tab=${one}`}
                    aria-current={one === tab ? 'page' : undefined}
                  >
                    {words.say(`inbox:tab.${one}`)}
                    {one === 'waiting' && waiting > 0 ? ` ${waiting}` : ''}
                    {one === 'mine' && mine > 0 ? ` ${mine}` : ''}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <section class="sheet" aria-label={words.say(`inbox:tab.${tab}`)}>
            {rows.length === 0 ? <Empty>{words.say(`inbox:empty.${tab}`)}</Empty> : null}
            <ul class="rows">
              {rows.map(row => (
                <Row key={row.thread._id} row={row} words={words} texts={texts} />
              ))}
            </ul>
          </section>
        </div>
      </Live>
    </Layout>
  )
}

function Row({ row, words, texts }: { row: InboxRow; words: Words; texts: InboxProps['texts'] }) {
  const { thread, holder, last, language } = row
  const name = row.name || words.say('people.unknown')
  return (
    <li class="waiting-person">
      <span class="initials" aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        <h2>
          <a href={`/inbox/${encodeURIComponent(thread._id)}#latest`}>
            <bdi>{name}</bdi>
          </a>
        </h2>
        <Said last={last} words={words} language={language} direction={texts.direction(language)} />
        <p class="soft">
          {words.languageName(language)} · {words.moment(thread.at)}
        </p>
        <p class="tags">
          {holder ? (
            <Tag icon="talk" colour="person">
              {words.say('inbox:answers', { name: holder })}
            </Tag>
          ) : null}
          {thread.waitsSince !== undefined ? (
            <Tag icon="clock" colour="wait">
              {words.say('inbox:waits_since', { when: words.moment(thread.waitsSince) })}
            </Tag>
          ) : null}
        </p>
      </div>
    </li>
  )
}
