import type { PersonMessage, PersonReading } from '../../../use-cases/readPerson'
import { Wall } from '../../components/Bubble'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Live } from '../../components/Live'
import { PersonHead } from '../../components/PersonHead'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { OurBubble } from '../campaign/OurBubble'
import { StageTag } from '../campaign/StageTag'
import { taskReason } from '../campaign/TaskGroup'
import { stepName } from '../campaign/whyThen'
import { NoteTask } from '../tasks/NoteTask'
import { RsvpForm } from './RsvpForm'

export type PersonTold = 'rsvp' | 'repeated' | 'nothing' | 'changed'

export interface PersonProps {
  reading: PersonReading
  words: Words
  told?: PersonTold | undefined
  directionOf: (language: string) => 'ltr' | 'rtl'
}

/** One person's way through one campaign, from the first message to the last. */
export function PersonPage(props: PersonProps) {
  const { reading, words, told } = props
  const { campaign, contact, messages, tasks, names } = reading
  const above = `/campaigns/${encodeURIComponent(campaign._id)}`
  const path = `${above}/people/${encodeURIComponent(contact._id)}`
  const name = contact.name || words.say('people.unknown')
  return (
    <Layout
      words={words}
      title={campaign.event.name}
      path={path}
      sheets={['bubble', 'inbox', 'tasks', 'person']}
    >
      <PersonHead words={words} contact={contact} above={{ path: above, name: campaign.event.name }}>
        <a href={`/inbox/${encodeURIComponent(contact._id)}#latest`}>{words.say('person:write')}</a>
      </PersonHead>
      {told ? (
        <Strip kind={told === 'changed' ? 'wrong' : 'done'}>
          {words.say(`person:told.${told}`, { name })}
        </Strip>
      ) : null}
      <div class="conversation">
        <Live id="way" path={path} seconds={30}>
          <section class="sheet" aria-labelledby="messages">
            <h2 id="messages">{words.say('person:messages')}</h2>
            {messages.length === 0 ? <Empty>{words.say('people.nothing_yet')}</Empty> : null}
            <ol class="way">
              {messages.map(message => (
                <Message key={message.row._id} {...props} message={message} path={path} />
              ))}
            </ol>
          </section>
        </Live>
        <div class="beside">
          <RsvpForm reading={reading} words={words} path={path} />
          <section class="sheet" aria-labelledby="tasks">
            <h2 id="tasks">{words.say('tasks.title')}</h2>
            {tasks.length === 0 ? <p class="soft">{words.say('steps.no_task')}</p> : null}
            <ul class="rows">
              {tasks.map(task => (
                <li key={task._id} class="task">
                  <p>
                    <strong>{words.sayOr(`step.${task.step}`, `task.${task.kind}`)}</strong>{' '}
                    {task.state === 'open' ? taskReason(task.reason, words) : null}
                  </p>
                  {task.result && task.doneAt !== undefined ? (
                    <p class="soft">
                      {words.say('person:done_by', {
                        result: words.say(`tasks:result.${task.result}`),
                        name: names[task.doneBy ?? ''] ?? words.say('person:somebody'),
                        when: words.moment(task.doneAt),
                      })}
                    </p>
                  ) : (
                    <p class="soft">{words.moment(task.dueAt)}</p>
                  )}
                  {task.note ? <p class="remark">{task.note}</p> : null}
                  {task.state === 'open' ? (
                    <NoteTask task={task} name={name} words={words} action={`${above}/tasks`} />
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Layout>
  )
}

/** One pier of the way: which step, when, the words as they left, and every status it had. */
function Message({
  message,
  words,
  directionOf,
  path,
  reading,
}: PersonProps & { message: PersonMessage; path: string }) {
  const { row, stage, at, history, canRepeat } = message
  const language = row.language ?? reading.contact.language
  return (
    <li>
      <h3>
        {row.step ? stepName(row.step, words) : words.say('person:other_message')}{' '}
        <StageTag stage={stage} words={words} reason={row.reason} />
      </h3>
      <p class="soft">
        <time dateTime={new Date(at).toISOString()}>{words.moment(at)}</time> ·{' '}
        {words.say(`channel.${row.channel}`)}
      </p>
      {row.text ? (
        <Wall seen="on-desk" direction={words.direction} label={words.say('person:as_it_left')}>
          <OurBubble
            words={words}
            channel={row.channel}
            language={language}
            direction={directionOf(language)}
            text={row.text}
            stage={stage}
            reason={row.reason}
          />
        </Wall>
      ) : null}
      {history.length > 0 ? (
        <ul class="statuses">
          {history.map(one => (
            <li key={`${one.status}.${one.at}`}>
              {words.sayOr(`person:status.${one.status}`, 'person:status.other')} {words.moment(one.at)}
            </li>
          ))}
        </ul>
      ) : null}
      {canRepeat && row.step ? (
        <form method="post" action={path}>
          <button type="submit" name="repeat" value={row.step}>
            <Icon name="send" /> {words.say('person:repeat')}
          </button>
        </form>
      ) : null}
    </li>
  )
}
