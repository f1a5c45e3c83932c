import { poolOf } from '../domain/anonymity/evaluation'
import type { Campaign } from '../domain/campaign'
import { buildLexicon } from '../domain/dialog/buildLexicon'
import { isStopWord } from '../domain/dialog/commands'
import { limitsOf } from '../domain/settings/limits'
import { type Staff, seriesOf } from '../domain/staff'
import { AppError } from '../errors'
import { writeCsv } from '../lists/writeCsv'
import { writeList } from '../lists/writeList'
import { addOwnQuestion } from '../use-cases/addOwnQuestion'
import { closeNow } from '../use-cases/closeEvaluations'
import {
  addConclusion,
  changeConclusion,
  closeConclusion,
  conclusionsAt,
  ownConclusion,
} from '../use-cases/concludeReport'
import { readClosing } from '../use-cases/readClosing'
import { readNames } from '../use-cases/readNames'
import { readOwnQuestions } from '../use-cases/readOwnQuestions'
import { readReport } from '../use-cases/readReport'
import { readReports } from '../use-cases/readReports'
import { readSound } from '../use-cases/readSound'
import { readSummary } from '../use-cases/readSummary'
import { readShownTexts, readTextsToReview } from '../use-cases/readTexts'
import { removeOwnQuestion } from '../use-cases/removeOwnQuestion'
import { reviewText } from '../use-cases/reviewText'
import type { ReportRoutes } from '../web/pages/reports/routes'
import type { TextPlace } from '../web/pages/reports/textRoutes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** What anybody reads who may read reports; what of it, the reader's role decides. */
export function createReportDesk(tools: DeskTools): ReportRoutes {
  const { documents, content, clock } = tools
  const own = async (by: Staff, id: string): Promise<Campaign> =>
    ofTheirs(by, ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND'))
  const ownOne = async (by: Staff, id: string) => {
    const conclusion = await ownConclusion(tools, by, id)
    await own(by, conclusion.campaign)
    return conclusion
  }
  const lexicon = buildLexicon(content.words)
  const asking = { ...tools, isStopWord: (text: string) => isStopWord(text, lexicon) }
  /** @throws CAMPAIGN_NOT_FOUND when they may not read of it */
  const evaluationsAt = async (by: Staff, place: TextPlace) => {
    const { organisation } = by
    if (place.in === 'series' && !maySee(by, place.series))
      throw new AppError('CAMPAIGN_NOT_FOUND', 'Not of a series they read')
    const campaign = place.in === 'series' ? poolOf(place.series) : (await own(by, place.campaign))._id
    const evaluations = await documents.collection('evaluations').list({ organisation, campaign })
    return { organisation, evaluations: evaluations.map(({ _id }) => _id) }
  }
  return {
    content,
    now: () => clock.now(),
    house: async ({ organisation }) => {
      const house = ofOwn({ organisation }, await houseOf(tools, organisation))
      return { name: house.name, policy: house.policy, limits: limitsOf(house) }
    },
    list: (by, asked) => readReports(tools, { ...asked, organisation: by.organisation, only: seriesOf(by) }),
    summary: (by, asked) =>
      readSummary(tools, { ...asked, organisation: by.organisation, only: seriesOf(by) }),
    event: async (by, id, reader) => readReport(tools, await own(by, id), reader),
    shownTexts: async (by, place) => {
      const asked = await evaluationsAt(by, place)
      const texts = await readShownTexts(tools, asked)
      const waiting = await documents
        .collection('texts')
        .count({ evaluation: { $in: asked.evaluations }, state: { $in: ['waiting', 'proposed'] } })
      const colleagues = texts.map(({ translatedBy, writtenDownBy }) => translatedBy ?? writtenDownBy)
      return { texts, waiting, names: await readNames(documents, by.organisation, colleagues) }
    },
    textsToReview: async (by, place) => readTextsToReview(tools, await evaluationsAt(by, place), by._id),
    reviewText: (by, asked) => reviewText(tools, by, asked),
    sound: async (by, place, text) => readSound(tools, await evaluationsAt(by, place), text),
    directionOf: language => content.texts.direction(language),
    closing: async (by, id, instrument) => readClosing(tools, await own(by, id), instrument),
    close: async (by, id, instrument) => {
      const { evaluation } = await readClosing(tools, await own(by, id), instrument)
      await closeNow(tools, evaluation._id, clock.now())
    },
    conclusions: async (by, id) => conclusionsAt(tools, placeOf(await own(by, id))),
    conclude: async (by, written) => {
      await own(by, written.campaign)
      return addConclusion(tools, by, written)
    },
    conclusion: ownOne,
    changeConclusion: async (by, written) => {
      await ownOne(by, written.id)
      return changeConclusion(tools, by, written)
    },
    closeConclusion: async (by, asked) => {
      await ownOne(by, asked.id)
      return closeConclusion(tools, by, asked)
    },
    ownQuestions: async (by, id) => readOwnQuestions(asking, placeOf(await own(by, id))),
    addOwn: async (by, id, draft) => addOwnQuestion(asking, placeOf(await own(by, id)), draft),
    removeOwn: async (by, id, question) => removeOwnQuestion(asking, placeOf(await own(by, id)), question),
    ownLanguages: ['nl', ...content.texts.languages.filter(language => language !== 'nl')],
    newKey: () => tools.newId(),
    csv: writeCsv,
    xlsx: writeList,
  }
}

const placeOf = ({ organisation, _id: campaign }: Campaign) => ({ organisation, campaign })

/** An organiser may read of some series alone; the rest is not there for them. */
function ofTheirs(by: Staff, campaign: Campaign): Campaign {
  if (!maySee(by, campaign.series)) throw new AppError('CAMPAIGN_NOT_FOUND', 'Not of a series they read')
  return campaign
}

const maySee = (by: Staff, series: string): boolean => seriesOf(by)?.includes(series) ?? true

async function houseOf({ documents }: DeskTools, organisation: string) {
  const house = await documents.collection('organisations').get(organisation)
  return house && { organisation, ...house }
}
