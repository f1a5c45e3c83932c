import { fewestOnTheDay } from '../domain/anonymity/blocks'
import { KIOSK_LANGUAGES } from '../domain/kiosk'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import { endKiosk } from '../use-cases/endKiosk'
import { openKiosk } from '../use-cases/openKiosk'
import { postTaps } from '../use-cases/postTaps'
import { readKiosk, readTablets } from '../use-cases/readKiosk'
import type { KioskWords } from '../web/pages/kiosk/KioskPage'
import type { KioskRoutes } from '../web/pages/kiosk/kioskRoutes'
import type { TabletRoutes } from '../web/pages/kiosk/tabletRoutes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** The tablet itself: nobody is signed in, and nothing here knows a person. */
export function createKioskDesk(tools: DeskTools): KioskRoutes {
  return {
    kiosk: secret => readKiosk(tools, secret),
    tap: ({ evaluation }, batch, taps) => postTaps(tools, evaluation, batch, taps),
    newBatch: tools.newId,
    languages: spokenAtTheDoor(tools.content),
  }
}

const spokenAtTheDoor = ({ texts }: DeskTools['content']): KioskWords[] =>
  [...texts.languages, ...KIOSK_LANGUAGES].map(language => ({
    language,
    direction: texts.direction(language),
    endonym: texts.endonym(language),
    say: Object.fromEntries(SAID.map(key => [key, texts.say(`kiosk:${key}`, language)])),
  }))

const FACES = [1, 2, 3, 4, 5].map(face => `face.${face}`)
const SAID = [
  ...['title', 'greeting', 'nobody', 'question_1', 'question_2', 'next', 'other_choice', 'skip'],
  ...['thanks', 'back', 'languages', 'waits', 'ended', ...FACES],
]

/** What a coordinator does with the tablets of their events. */
export function createTabletDesk(tools: DeskTools): TabletRoutes {
  const { documents } = tools
  const own = async (by: Staff, id: string) =>
    ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND')
  const organisationOf = async (by: Staff) => {
    const organisation = await documents.collection('organisations').get(by.organisation)
    if (!organisation) throw new AppError('NOT_FOUND', 'The organisation is gone')
    return organisation
  }
  const languages = spokenAtTheDoor(tools.content)
  return {
    read: async (by, id) => {
      const campaign = await own(by, id)
      const { policy } = await organisationOf(by)
      return { campaign, tablets: await readTablets(tools, id), least: fewestOnTheDay(policy) }
    },
    poster: async (by, id) => ({
      campaign: await own(by, id),
      senders: (await organisationOf(by)).senders,
      languages,
    }),
    newKey: tools.newId,
    open: async (by, id, key) => openKiosk(tools, by._id, await own(by, id), key),
    end: async (by, campaign, id) => {
      const kiosk = ofOwn(by, await documents.collection('kiosks').get(id))
      if (kiosk.campaign === campaign) await endKiosk(tools, by._id, kiosk)
    },
  }
}
