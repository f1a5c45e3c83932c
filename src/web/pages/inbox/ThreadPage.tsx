import type { FieldProblem } from '../../../domain/fieldProblem'
import type { ReplyToSend } from '../../../domain/text/savedReply'
import type { Texts } from '../../../ports/texts'
import type { ThreadReading } from '../../../use-cases/readThread'
import { ToFix, wrongWords } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Live } from '../../components/Live'
import { PersonHead } from '../../components/PersonHead'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { Composer, Seen } from './Composer'
import { Lines } from './Lines'
import { PersonBeside } from './PersonBeside'

/** What somebody typed that did not leave; it stands in its field again. */
export interface Typed {
  text: string
  note?: string
  language?: string
  way?: 'text' | 'template' | 'sms'
  key?: string
  problems?: readonly FieldProblem[]
  /** A colleague was first; or they wrote what was not on the page. */
  was?: 'held' | 'wrote'
}

export interface ThreadProps {
  reading: ThreadReading
  /** Staff id of who looks. */
  me: string
  words: Words
  texts: Pick<Texts, 'direction' | 'endonym' | 'languages'>
  formKey: string
  replies: readonly ReplyToSend[]
  typed?: Typed | undefined
  /** Where the conversation has just been left to. */
  done?: string | undefined
}

/** One conversation: what was said, and the one who answers. */
export function ThreadPage(props: ThreadProps) {
  const { reading, words, typed, done } = props
  const { contact } = reading
  const path = `/inbox/${encodeURIComponent(contact._id)}`
  return (
    <Layout
      words={words}
      title={words.say('nav.inbox')}
      path={path}
      sheets={['bubble', 'today', 'inbox', 'tasks']}
    >
      <PersonHead words={words} contact={contact} above={{ path: '/inbox', name: words.say('nav.inbox') }}>
        {contact.stopped ? (
          <span>
            <Icon name="hand" /> {words.say('standing.stopped')}
          </span>
        ) : null}
      </PersonHead>
      <Told {...props} />
      {done ? <Strip kind="done">{words.say(`inbox:left.${done}`)}</Strip> : null}
      <ToFix wrong={wrongWords(typed?.problems ?? [], 'inbox', words)} words={words} />
      <div class="conversation">
        <div>
          <Live id="lines" path={path} seconds={5}>
            <Lines {...props} />
            <Seen {...props} />
          </Live>
          <Composer {...props} path={path} />
        </div>
        <PersonBeside {...props} />
      </div>
    </Layout>
  )
}

/** Who was first, with what they wrote; one's own words are kept below. */
function Told({ reading, words, typed }: ThreadProps) {
  if (typed?.was === 'wrote')
    return <Strip kind="wrong">{words.say('inbox:wrote', { name: reading.contact.name })}</Strip>
  if (typed?.was !== 'held') return null
  const { thread, names, lines } = reading
  const holder = thread?.holder
  const first = lines.findLast(line => line.is === 'ours' && line.by === holder?.staff)
  return (
    <Strip kind="wrong">
      {holder
        ? words.say('inbox:was_first', {
            name: names[holder.staff] ?? words.say('inbox:colleague'),
            when: words.hour(holder.since),
          })
        : words.say('inbox:changed')}
      {first?.is === 'ours' ? (
        <>
          {' '}
          <q lang={first.language}>{first.text}</q>
        </>
      ) : null}
    </Strip>
  )
}
