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
  what: 'move' | 'cancel'
  children?: ComponentChildren
}) {
  const { told, called, unaware, takenBack, firstAt } = preview
  return (
    <section aria-labelledby="what">
      <h2 id="what">{words.say('change.title')}</h2>
      <ul class="changes">
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
        {unaware > 0 ? (
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
      </ul>
      {told > 0 ? <p class="notice">{words.say('change.no_way_back')}</p> : null}
    </section>
  )
}
