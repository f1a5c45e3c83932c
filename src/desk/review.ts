import { ownTextProblems } from '../domain/text/ownText'
import { readPair, readPairs, saveByLink, tickByLink, undoByLink } from '../use-cases/readAlong'
import { readNames } from '../use-cases/readNames'
import {
  endReviewLink,
  listReviewLinks,
  makeReviewLink,
  nameReader,
  readReviewLink,
} from '../use-cases/reviewLinks'
import { planOf, standardOf } from '../use-cases/saveOwnText'
import type { ReviewRoutes } from '../web/pages/review/routes'
import type { ReviewerRoutes } from '../web/pages/texts/reviewerRoutes'
import type { DeskTools } from './tools'

/** Somebody without an account: everything is of the organisation and the language of their link. */
export function createReviewDesk(tools: DeskTools): ReviewRoutes {
  return {
    content: tools.content,
    open: async secret => {
      const opened = await readReviewLink(tools, secret)
      const asks =
        opened.link && (await tools.documents.collection('organisations').get(opened.link.organisation))
      return { ...opened, organisation: asks?.name ?? null }
    },
    pairs: link => readPairs(tools, link),
    pair: (link, key) => readPair(tools, link, key),
    problems: ({ language }, { key }, text) => {
      const place = { key, language }
      return ownTextProblems({ ...place, text }, planOf(tools, place), standardOf(tools, place) ?? '')
    },
    name: (link, reader) => nameReader(tools, link, reader),
    save: (link, asked) => saveByLink(tools, link, asked),
    undo: (link, asked) => undoByLink(tools, link, asked),
    tick: (link, asked) => tickByLink(tools, link, asked),
  }
}

/** Who of the staff asked somebody to read along. */
export function createReviewerDesk(tools: DeskTools): ReviewerRoutes {
  return {
    content: tools.content,
    links: async ({ organisation }, language) => {
      const links = await listReviewLinks(tools, organisation, language)
      const makers = links.map(({ by }) => by)
      const names = await readNames(tools.documents, organisation, makers)
      return links.map(link => ({ ...link, maker: names[link.by] ?? '' }))
    },
    newKey: tools.newId,
    make: (by, language, key) => makeReviewLink(tools, by, language, key),
    end: (by, link) => endReviewLink(tools, by, link),
  }
}
