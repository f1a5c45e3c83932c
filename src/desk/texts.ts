import { sampleFacts } from '../content/sampleFacts'
import { templatePatterns } from '../content/templatePatterns'
import type { Organisation } from '../domain/organisation'
import type { Staff } from '../domain/staff'
import { ownTextProblems, ownWordsFrom, type TextPlace } from '../domain/text/ownText'
import { AppError } from '../errors'
import { lists } from '../lists/lists'
import { askApproval } from '../use-cases/askApproval'
import { checkTextSheet } from '../use-cases/checkTextSheet'
import { listTemplates, notAsked, type PatternOf } from '../use-cases/listTemplates'
import { listTexts } from '../use-cases/listTexts'
import { markTextRead } from '../use-cases/markTextRead'
import { previewText, type ReadingTexts, readText } from '../use-cases/readText'
import { saveOwnText } from '../use-cases/saveOwnText'
import { removeSavedReply, saveSavedReply } from '../use-cases/saveSavedReply'
import { saveTextSheet } from '../use-cases/saveTextSheet'
import type { TextListRoutes } from '../web/pages/texts/listRoutes'
import type { TextsRoutes } from '../web/pages/texts/routes'
import type { SavedReplyRoutes } from '../web/pages/texts/savedReplyRoutes'
import type { TextSheetRoutes } from '../web/pages/texts/sheetRoutes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** What staff does with the words of their organisation. */
export function createTextsDesk(
  tools: DeskTools,
): TextsRoutes & SavedReplyRoutes & TextListRoutes & TextSheetRoutes {
  const { documents, content, sending } = tools
  const deps: ReadingTexts = { ...sending, content, samples: sampleFacts(content) }
  const organisationOf = async ({ organisation }: Staff): Promise<Organisation> => {
    const found = await documents.collection('organisations').get(organisation)
    if (!found) throw new AppError('NOT_FOUND', 'There is no such organisation')
    return found
  }
  /** In the organisation's words, and what a campaign that is not over says otherwise. */
  const patternsOf = async ({ organisation }: Staff): Promise<PatternOf[]> => {
    const texts = await documents.collection('ownTexts').list({ organisation })
    const inWords = (campaign?: string) =>
      templatePatterns(content, deps.samples, ownWordsFrom(texts, { organisation, campaign }))
    const house = inWords()
    const known = new Set(house.map(({ language, pattern }) => `${language} ${pattern}`))
    const campaigns = new Set(
      texts.flatMap(({ campaign, text }) => (campaign && text !== undefined ? campaign : [])),
    )
    const others = [...campaigns].flatMap(campaign =>
      inWords(campaign)
        .filter(({ own, language, pattern }) => own && !known.has(`${language} ${pattern}`))
        .map(pattern => ({ ...pattern, campaign })),
    )
    return [...house, ...others]
  }
  const rowsOf = async (by: Staff) => listTemplates(sending.templates, await patternsOf(by))
  const savedReplies = documents.collection('savedReplies')
  return {
    content,
    newId: tools.newId,
    list: ({ organisation }, language) => listTexts(tools, organisation, language),
    workbook: lists.write,
    checkSheet: ({ organisation }, bytes) => checkTextSheet({ ...tools, lists }, { organisation, bytes }),
    saveSheet: ({ organisation, _id }, asked) => saveTextSheet(tools, { ...asked, organisation, by: _id }),
    templates: async by => {
      const rows = await rowsOf(by)
      const campaigns = await documents.collection('campaigns').list({ organisation: by.organisation })
      const names = Object.fromEntries(campaigns.map(({ _id, event }) => [_id, event.name]))
      return { rows, open: notAsked(rows).length, campaigns: names }
    },
    askApproval: async by => askApproval(tools, by, notAsked(await rowsOf(by))),
    lookAgain: async () => void (await tools.templates.refreshApprovals()),
    replies: ({ organisation }) => savedReplies.list({ organisation }, { sort: [['name', 1]] }),
    reply: async (by, id) => ofOwn(by, await savedReplies.get(id)),
    saveReply: ({ organisation, _id }, asked) => saveSavedReply(tools, { ...asked, organisation, by: _id }),
    removeReply: ({ organisation }, asked) => removeSavedReply(tools, { ...asked, organisation }),
    read: async (by, asked) => {
      const { organisation } = by
      if ('key' in asked) return readText(deps, { organisation, ...asked }, null)
      const campaign = ofOwn(
        by,
        await documents.collection('campaigns').get(asked.campaign),
        'CAMPAIGN_NOT_FOUND',
      )
      const key = `timelines/${campaign.timeline.id}:${asked.step}`
      const place: TextPlace = { organisation, campaign: campaign._id, key, language: asked.language }
      return readText(deps, place, campaign)
    },
    problems: ({ place, plan, standard, source }, text) =>
      ownTextProblems({ ...place, text }, plan, standard ?? source),
    preview: async (by, reading, { reader, ...asked }) =>
      previewText(deps, reading, {
        ...asked,
        organisation: await organisationOf(by),
        reader: reader === undefined ? null : ofOwn(by, await documents.collection('contacts').get(reader)),
      }),
    save: (by, { place }, asked) => saveOwnText(tools, { ...place, ...asked, by: by._id }),
    markRead: (by, { place, own, house, standard }, name) =>
      markTextRead(tools, { ...place, said: own?.text ?? house ?? standard ?? '', name, by: by._id }),
    organisationName: async by => (await organisationOf(by)).name,
  }
}
