import type { Contact } from '../../../domain/contact'
import type { UndoPreview } from '../../../use-cases/undoMerge'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { pathOf } from './ContactPage'

/** Two contacts that were merged become two again: what goes back, what stays, then the button. */
export function UnmergePage({
  words,
  contact,
  preview: { merge, gone, messages, campaigns },
  wrong,
}: {
  words: Words
  contact: Contact
  preview: UndoPreview
  wrong?: string | undefined
}) {
  const { say } = words
  const path = `${pathOf(contact)}/unmerge`
  const named = (one: Contact) => `\u2068${one.name || say('people.unknown')}\u2069`
  const names = { name: named(gone), stays: named(contact), day: words.day(merge.at) }
  return (
    <Layout words={words} title={say('contacts:unmerge.title')} path={path} sheets={['contacts']}>
      <p>
        <a href={pathOf(contact)}>
          <bdi>{contact.name || say('people.unknown')}</bdi>
        </a>
      </p>
      <h1>{say('contacts:unmerge.title')}</h1>
      {wrong ? <Strip kind="wrong">{wrong}</Strip> : null}
      <form method="post" action={path} class="sheet change form">
        <h2>{say('change.title')}</h2>
        <ul class="plain">
          <li>{say('contacts:unmerge.back', names)}</li>
          {messages > 0 ? <li>{say('contacts:unmerge.messages', { ...names, count: messages })}</li> : null}
          {campaigns > 0 ? (
            <li>{say('contacts:unmerge.campaigns', { ...names, count: campaigns })}</li>
          ) : null}
          <li>{say('contacts:unmerge.since', names)}</li>
          <li>{say('contacts:unmerge.stop')}</li>
        </ul>
        <p>
          <button type="submit" class="first">
            {say('contacts:unmerge.do', names)}
          </button>
        </p>
        <p>
          <a href={pathOf(contact)}>{say('change.back')}</a>
        </p>
      </form>
    </Layout>
  )
}
