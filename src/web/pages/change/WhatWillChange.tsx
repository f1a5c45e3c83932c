import type { ComponentChildren } from 'preact'
import type { ChangePreview } from '../../../use-cases/previewChange'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'

/** What a change does to whom, in numbers, before it is done. */
export function WhatWillChange({
  preview,
  words,
  what,
  children,
}: {
  preview: ChangePreview
  words: Words
  what: 'move' | 'cancel' | 'edit'
  children?: ComponentChildren
}) {
  const { told, called, unaware, takenBack, firstAt } = preview
  return (
    <WillChange words={words} notice={told > 0}>
      {told > 0 && firstAt !== undefined ? (
        <li>
          <Icon name="send" /> {words.say(`${what}.told`, { count: told, when: words.moment(firstAt) })}
        </li>
      ) : (
        <li>
          <Icon name="minus" /> {words.say('change.nobody')}
        </li>
      )}
      {called > 0 ? (
        <li>
          <Icon name="phone" /> {words.say('change.called', { count: called })}
        </li>
      ) : null}
      {unaware > 0 && (what !== 'edit' || told + called > 0) ? (
        <li>
          <Icon name="minus" /> {words.say('change.unaware', { count: unaware })}
        </li>
      ) : null}
      {takenBack > 0 ? (
        <li>
          <Icon name="ban" /> {words.say('change.taken_back', { count: takenBack })}
        </li>
      ) : null}
      {children}
    </WillChange>
  )
}

/** The heading and the list that every change has, and what cannot be taken back. */
export function WillChange({
  words,
  notice,
  children,
}: {
  words: Words
  notice: boolean
  children: ComponentChildren
}) {
  return (
    <section aria-labelledby="what">
      <h2 id="what">{words.say('change.title')}</h2>
      <ul class="changes">{children}</ul>
      {notice ? <p class="notice">{words.say('change.no_way_back')}</p> : null}
    </section>
  )
}
