import type { ChangePreview } from '../../../use-cases/previewChange'
import { Icon } from '../../components/Icon'
import { ChangePage, type ChangeProps, pathOf } from './ChangePage'
import { WillChange } from './WhatWillChange'

/** Stops what leaves, or lets it leave again: how much waits, and what is too late by then. */
export function PausePage({
  preview,
  what,
  ...props
}: ChangeProps & { preview?: ChangePreview | undefined; what: 'pause' | 'resume' }) {
  const { campaign, words } = props
  const { say } = words
  const path = `${pathOf(campaign)}/${what}`
  return (
    <ChangePage {...props} title={say(`campaigns:${what}.title`, { event: campaign.event.name })} path={path}>
      {preview ? (
        <>
          <WillChange words={words} notice={false}>
            {what === 'pause' ? (
              <>
                <li>
                  <Icon name="clock" /> {say('campaigns:pause.soon', { count: preview.soon })}
                </li>
                <li>
                  <Icon name="reply" /> {say('campaigns:pause.answers')}
                </li>
                <li>
                  <Icon name="play" /> {say('campaigns:pause.later')}
                </li>
              </>
            ) : (
              <>
                <li>
                  <Icon name="send" /> {say('campaigns:resume.at_once', { count: preview.atOnce })}
                </li>
                <li>
                  <Icon name="calendar" />{' '}
                  {say('campaigns:resume.later', { count: preview.waiting - preview.atOnce })}
                </li>
                {preview.takenBack > 0 ? (
                  <li>
                    <Icon name="ban" /> {say('campaigns:resume.too_late', { count: preview.takenBack })}
                  </li>
                ) : null}
              </>
            )}
          </WillChange>
          <form method="post" action={path}>
            <input type="hidden" name="version" value={preview.campaign.version} />
            <button type="submit" class="first">
              {say(`campaigns:${what}.button`, {
                count: what === 'pause' ? preview.waiting : preview.atOnce,
              })}
            </button>
          </form>
        </>
      ) : null}
    </ChangePage>
  )
}
