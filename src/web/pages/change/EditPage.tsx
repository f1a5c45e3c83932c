import type { Campaign } from '../../../domain/campaign'
import type { ErrorCode } from '../../../errors'
import type { ChangePreview } from '../../../use-cases/previewChange'
import { ToFix } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { CampaignTabs } from '../campaign/CampaignTabs'
import { dayErrorWords } from '../error/ErrorPage'
import { EventGroups, type GroupsProps } from '../planning/EventGroups'
import { pathOf } from './ChangePage'
import { WhatWillChange } from './WhatWillChange'

/** The facts of an event that people have heard of: what was typed, what it would do, and then the button that says so. */
export function EditPage({
  preview,
  shown,
  failed,
  ...props
}: GroupsProps & {
  campaign: Campaign
  /** Why what was asked cannot be done. */
  failed?: ErrorCode | undefined
  preview?: ChangePreview | undefined
  /** What the preview is of, so that nothing else is saved by its button. */
  shown?: string | undefined
}) {
  const { campaign, words, wrong } = props
  const { say } = words
  const base = pathOf(campaign)
  const path = `${base}/edit`
  const name = campaign.event.name
  return (
    <Layout
      words={words}
      title={say('campaigns:edit.title', { event: name })}
      path={path}
      sheets={['planning']}
    >
      <p>
        <a href={base}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{say('campaigns:edit.title', { event: name })}</h1>
      <CampaignTabs campaign={campaign._id} path={path} words={words} />
      {failed ? (
        <Strip kind="wrong">
          {failed === 'CAMPAIGN_CHANGED' ? say('campaigns:edit.faster') : dayErrorWords(failed, words)}
        </Strip>
      ) : null}
      <ToFix wrong={wrong} words={words} />
      <form method="post" action={path} class="planning">
        <input type="hidden" name="version" value={campaign.version} />
        <div class="groups">
          <EventGroups {...props} />
          <p>
            {say('campaigns:edit.day')} <a href={`${base}/move`}>{say('do.move')}</a>
          </p>
        </div>
        <aside class="sheet" id="so-far">
          {preview?.changes ? (
            <>
              <WhatWillChange preview={preview} words={words} what="edit">
                {preview.waiting > 0 ? (
                  <li>
                    <Icon name="words" /> {say('campaigns:edit.waiting', { count: preview.waiting })}
                  </li>
                ) : null}
              </WhatWillChange>
              <input type="hidden" name="shown" value={shown} />
              <button type="submit" name="next" value="save" class="first">
                {preview.told > 0
                  ? say('campaigns:edit.and_tell', { count: preview.told })
                  : say('campaigns:edit.only')}
              </button>
            </>
          ) : preview ? (
            <p>{say('campaigns:edit.same')}</p>
          ) : (
            <p class="soft">{say('campaigns:edit.first_see')}</p>
          )}
          <button type="submit" name="next" value="show">
            {say('move.show')}
          </button>
        </aside>
      </form>
      <p>
        <a href={base}>{say('change.back')}</a>
      </p>
    </Layout>
  )
}
