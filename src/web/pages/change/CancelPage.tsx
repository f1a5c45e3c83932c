import type { ChangePreview } from '../../../use-cases/previewChange'
import { ChangePage, type ChangeProps, pathOf } from './ChangePage'
import { WhatWillChange } from './WhatWillChange'

/** The event does not happen. The number on the button is the question whether one is sure. */
export function CancelPage({ preview, ...props }: ChangeProps & { preview?: ChangePreview | undefined }) {
  const { campaign, words } = props
  const path = `${pathOf(campaign)}/cancel`
  return (
    <ChangePage {...props} title={words.say('cancel.title', { event: campaign.event.name })} path={path}>
      {preview ? (
        <>
          <WhatWillChange preview={preview} words={words} what="cancel" />
          <form method="post" action={path}>
            <input type="hidden" name="version" value={preview.campaign.version} />
            <button type="submit" class="first danger">
              {preview.told > 0
                ? words.say('cancel.and_tell', { count: preview.told })
                : words.say('cancel.only')}
            </button>
          </form>
        </>
      ) : null}
    </ChangePage>
  )
}
