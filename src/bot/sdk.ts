/**
 * The only file that imports botbuilder. Deep paths on purpose: the package's front door loads the recognizers, which
 * read wrong dates for Belgium and no Arabic digits. What comes out here is its dialog stack, and nothing that reads answers.
 */
import { type Activity, BotAdapter, TurnContext } from 'botbuilder-core'
import { Dialog } from 'botbuilder-dialogs/lib/dialog'
import type { DialogContext, DialogState } from 'botbuilder-dialogs/lib/dialogContext'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet'

export type { DialogContext, DialogState, TurnContext }
export { Dialog, DialogSet }

/** A turn speaks in effects; whoever sends through botbuilder goes around the outbox. */
class NoWayOut extends BotAdapter {
  override sendActivities(): Promise<never> {
    return Promise.reject(new Error('botbuilder sends nothing here: say it as an effect'))
  }
  override updateActivity(): Promise<never> {
    return this.sendActivities()
  }
  override deleteActivity(): Promise<never> {
    return this.sendActivities()
  }
  override continueConversation(): Promise<never> {
    return this.sendActivities()
  }
}

const adapter = new NoWayOut()

/** botbuilder's own context for one turn, without any address or text of a person in it. */
export const newTurnContext = (): TurnContext =>
  new TurnContext(adapter, { type: 'event', channelId: 'brugbode' } as Partial<Activity>)
